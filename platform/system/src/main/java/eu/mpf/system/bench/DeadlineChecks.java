package eu.mpf.system.bench;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.system.bench.Applicant.Click;
import eu.mpf.system.bench.Applicant.Habit;
import eu.mpf.system.client.Session;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Compares what was acknowledged on deadline day with what the database holds. */
final class DeadlineChecks {

    /** From the moment before sending until the last byte has arrived; the client shares the machine. */
    private static final Duration TRANSIT = Duration.ofMillis(250);

    private final Connection database;
    private final Session anyone;
    private boolean kept = true;

    /** What the database knows of an application. */
    private record Stored(String status, String acronym, String receipt, Instant submittedAt, int files) {}

    DeadlineChecks(Connection database, Session anyone) {
        this.database = database;
        this.anyone = anyone;
    }

    /** @param gaveUp how many applicants were left without an answer */
    boolean print(String call, Instant deadline, List<Applicant> applicants, int gaveUp) throws SQLException {
        check("answers", gaveUp == 0, gaveUp + " applicants gave up");
        Map<String, Stored> stored = stored(call);
        Map<Integer, Integer> statuses = new HashMap<>();
        int accepted = 0;
        for (Applicant applicant : applicants) {
            applicant.clicks().forEach(click -> statuses.merge(click.answer().status(), 1, Integer::sum));
            accepted +=
                    applicant.clicks().stream().anyMatch(click -> click.answer().status() == 200) ? 1 : 0;
        }
        System.out.printf(
                Locale.ROOT,
                "   %,d of %,d accepted; answers to handing in by status: %s%n",
                accepted,
                applicants.size(),
                statuses);
        lost(applicants, stored);
        twice(call, applicants);
        replays(applicants);
        late(deadline, applicants, stored);
        receipts(applicants);
        told(call, accepted);
        return kept;
    }

    private void lost(List<Applicant> applicants, Map<String, Stored> stored) {
        int lostSaves = 0;
        int lostSubmits = 0;
        for (Applicant applicant : applicants) {
            if (applicant.id().isEmpty()) {
                continue;
            }
            Stored row = stored.get(applicant.id());
            if (row == null
                    || !row.acronym().equals(applicant.lastSave())
                            && !row.acronym().equals(applicant.lastTried())) {
                lostSaves++;
                continue;
            }
            for (Click click : applicant.clicks()) {
                String receipt =
                        click.answer().json().path("receipt").path("receipt").asText();
                if (click.answer().status() == 200
                        && (!row.status().equals("SUBMITTED") || !row.receipt().equals(receipt) || row.files() != 2)) {
                    lostSubmits++;
                }
            }
        }
        check(
                "I2",
                lostSaves + lostSubmits == 0,
                "acknowledged and lost: " + lostSaves + " saves, " + lostSubmits + " submissions with their files");
    }

    private void twice(String call, List<Applicant> applicants) throws SQLException {
        long more =
                count("SELECT count(*) FROM (SELECT 1 FROM submission s JOIN application a ON a.id = s.application_id"
                        + " WHERE a.call_id = '" + call + "' GROUP BY a.id HAVING count(*) > 1) twice");
        long differing = applicants.stream()
                .filter(each -> each.clicks().size() == 2)
                .filter(each ->
                        each.clicks().get(0).key().equals(each.clicks().get(1).key()))
                .filter(each -> !Arrays.equals(
                        each.clicks().get(0).answer().body(),
                        each.clicks().get(1).answer().body()))
                .filter(each ->
                        each.clicks().stream().allMatch(click -> click.answer().status() == 200))
                .count();
        long both = applicants.stream()
                .filter(each -> each.habit() == Habit.IMPATIENT)
                .filter(each -> each.clicks().stream()
                                .filter(click -> click.answer().status() == 200)
                                .count()
                        > 1)
                .count();
        check(
                "I3",
                more + differing + both == 0,
                "handed in twice: " + more + "; repeated with another answer: " + differing
                        + "; two clicks both accepted: " + both);
    }

    /** The kept answer of every key is the answer that was given, byte for byte; no key has two. */
    private void replays(List<Applicant> applicants) throws SQLException {
        long missing = 0;
        long different = 0;
        Set<String> keys = new HashSet<>();
        try (var kept = database.prepareStatement("SELECT body FROM idempotent_answer WHERE scope = ?")) {
            for (Applicant applicant : applicants) {
                for (Click click : applicant.clicks()) {
                    if (click.answer().status() != 200) {
                        continue;
                    }
                    keys.add(click.key());
                    String path = "/v1/applications/" + applicant.id() + ":submit";
                    kept.setBytes(1, scope(applicant.subject(), "POST", path, click.key()));
                    try (var row = kept.executeQuery()) {
                        if (!row.next()) {
                            missing++;
                        } else if (!Arrays.equals(
                                row.getBytes(1), click.answer().body())) {
                            different++;
                        }
                    }
                }
            }
        }
        check(
                "I3",
                missing + different == 0,
                "%,d keys: without a kept answer: %d; kept otherwise than answered: %d"
                        .formatted(keys.size(), missing, different));
    }

    /** SHA-256 over caller, method, path and key, each with its length before it, as the platform keeps answers. */
    private static byte[] scope(String... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
                digest.update(bytes);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    private void late(Instant deadline, List<Applicant> applicants, Map<String, Stored> stored) {
        long after = stored.values().stream()
                .filter(row -> row.submittedAt() != null && row.submittedAt().isAfter(deadline))
                .count();
        long refusedInTime = 0;
        long onTheirWay = 0;
        long neverDecided = 0;
        for (Applicant applicant : applicants) {
            if (applicant.clicks().stream().anyMatch(click -> click.answer().status() == 200)) {
                continue;
            }
            Instant first = applicant.clicks().stream()
                    .map(Click::sentAt)
                    .min(Instant::compareTo)
                    .orElse(Instant.MAX);
            boolean refusedAsLate = applicant.clicks().stream()
                    .anyMatch(
                            click -> click.answer().json().path("code").asText().equals("deadline-passed"));
            neverDecided += refusedAsLate ? 0 : 1;
            refusedInTime += first.isBefore(deadline.minus(TRANSIT)) ? 1 : 0;
            onTheirWay += first.isBefore(deadline) && !first.isBefore(deadline.minus(TRANSIT)) ? 1 : 0;
        }
        long lateClicks = applicants.stream()
                .flatMap(applicant -> applicant.clicks().stream())
                .filter(click -> click.sentAt().isAfter(deadline)
                        && click.answer().status() == 200
                        && click.answer()
                                .headers()
                                .firstValue("Idempotency-Replayed")
                                .isEmpty())
                .count();
        check(
                "I4",
                after + lateClicks + refusedInTime + neverDecided == 0,
                "accepted after the deadline: " + Math.max(after, lateClicks)
                        + "; sent before it and refused: " + refusedInTime
                        + "; neither accepted nor late: "
                        + neverDecided);
        System.out.println("      sent in the last " + TRANSIT.toMillis()
                + " ms and refused, on their way at the deadline: " + onTheirWay);
    }

    private void receipts(List<Applicant> applicants) {
        var desk = new ReceiptDesk(
                anyone.get("/v1/receipts/keys").expect(200).json().path("keys"));
        long bad = 0;
        Set<String> seen = new HashSet<>();
        for (Applicant applicant : applicants) {
            for (Click click : applicant.clicks()) {
                if (click.answer().status() == 200) {
                    JsonNode receipt = click.answer().json().path("receipt");
                    bad += desk.vouchesFor(receipt) ? 0 : 1;
                    seen.add(receipt.path("receiptId").asText());
                }
            }
        }
        check(
                "receipts",
                bad == 0,
                "%,d checked offline with the published key, %d not good".formatted(seen.size(), bad));
    }

    /** Every accepted application is told over Kafka: the outbox is empty again. */
    private void told(String call, int accepted) throws SQLException {
        long giveUp = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        long waiting = count("SELECT count(*) FROM outbox_event");
        while (waiting > 0 && System.nanoTime() < giveUp) {
            Applicant.sleepUntil(Instant.now().plusMillis(200));
            waiting = count("SELECT count(*) FROM outbox_event");
        }
        long submitted =
                count("SELECT count(*) FROM application WHERE status = 'SUBMITTED' AND call_id = '" + call + "'");
        check(
                "events",
                waiting == 0 && submitted == accepted,
                "waiting in the outbox: " + waiting + "; submitted: " + submitted + " of " + accepted
                        + " acknowledged");
    }

    private Map<String, Stored> stored(String call) throws SQLException {
        Map<String, Stored> stored = new HashMap<>();
        try (var statement = database.createStatement();
                var row = statement.executeQuery(
                        "SELECT a.id, a.status, coalesce(a.content->>'acronym', ''), coalesce(s.receipt, ''), a.submitted_at,"
                                + " (SELECT count(*) FROM submission_file f WHERE f.submission_id = s.id)"
                                + " FROM application a LEFT JOIN submission s ON s.application_id = a.id WHERE a.call_id = '"
                                + call + "'")) {
            while (row.next()) {
                var at = row.getObject(5, java.time.OffsetDateTime.class);
                stored.put(
                        row.getString(1),
                        new Stored(
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                at == null ? Instant.MIN : at.toInstant(),
                                row.getInt(6)));
            }
        }
        return stored;
    }

    private long count(String sql) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void check(String invariant, boolean holds, String what) {
        kept &= Invariant.print(invariant, holds, what);
    }
}
