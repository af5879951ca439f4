package eu.mpf.system.bench;

import eu.mpf.system.bench.Deed.Click;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What must hold after deadline day, from what the applicants were told and from the database; names what does not. */
final class DeadlineChecks {

    /** From the moment before sending until the last byte has arrived; the client shares the machine. */
    private static final Duration TRANSIT = Duration.ofMillis(250);

    /** Times are kept in milliseconds; the clocks are one. */
    private static final Duration ROUNDING = Duration.ofMillis(5);

    /** Of a thousand reads of the public, one may fail. */
    private static final int READS_FOR_A_FAILURE = 1_000;

    /** Files that are read from the database and hashed again. */
    private static final int SAMPLE = 20;

    private final Connection database;
    private final String call;
    private final Instant deadline;
    private final List<Deed> deeds;
    private final Duration patience;
    private final List<String> broken = new ArrayList<>();

    /** What the database knows of an application, with its last submission. */
    private record Stored(
            String status,
            String acronym,
            @Nullable String receipt,
            @Nullable Instant submittedAt,
            @Nullable Instant committedAt) {}

    /** @param patience with what others are told of */
    DeadlineChecks(Connection database, String call, Instant deadline, List<Deed> deeds, Duration patience) {
        this.database = database;
        this.call = call;
        this.deadline = deadline;
        this.deeds = deeds;
        this.patience = patience;
    }

    /**
     * @param gaveUp how many applicants were left without an answer
     * @param reads of the public, meanwhile
     * @return what is broken; empty: everything holds
     */
    List<String> check(ReceiptDesk desk, int gaveUp, int reads, int failedReads) throws SQLException {
        long accepted = deeds.stream().filter(Deed::accepted).count();
        System.out.printf(
                Locale.ROOT,
                "   %,d of %,d accepted; answers to handing in by status: %s%n",
                accepted,
                deeds.size(),
                clicks().collect(Collectors.groupingBy(click -> click.answer().status(), Collectors.counting())));
        zero("answers: applicants who gave up", gaveUp);
        Map<String, Stored> stored = stored();
        nothingAcknowledgedIsLost(stored);
        filesAreThoseThatWereSent();
        nothingIsDoneTwice(stored.keySet());
        repetitionsAreAnsweredAsTheFirst();
        keptAnswersAreThoseGiven();
        nothingLateIsIn(stored);
        nothingInTimeIsOut();
        nothingComesAfterTheClosing();
        receipts(desk);
        told(accepted);
        zero("reads: none at all", reads == 0 ? 1 : 0);
        zero(
                "reads: failed, beyond one of %,d (of %,d, %d failed)"
                        .formatted(READS_FOR_A_FAILURE, reads, failedReads),
                (long) failedReads * READS_FOR_A_FAILURE > reads ? failedReads : 0);
        return List.copyOf(broken);
    }

    private Stream<Click> clicks() {
        return deeds.stream().flatMap(deed -> deed.clicks().stream());
    }

    private void nothingAcknowledgedIsLost(Map<String, Stored> stored) {
        zero(
                "I2: saves acknowledged and lost",
                deeds.stream()
                        .filter(deed -> !deed.id().isEmpty())
                        .filter(deed -> {
                            Stored row = stored.get(deed.id());
                            return row == null
                                    || !row.acronym().equals(deed.lastSave())
                                            && !row.acronym().equals(deed.lastTried());
                        })
                        .count());
        zero(
                "I2: submissions acknowledged and lost",
                deeds.stream()
                        .filter(Deed::accepted)
                        .filter(deed -> {
                            Stored row = stored.get(deed.id());
                            return row == null
                                    || !row.status().equals("SUBMITTED")
                                    || deed.clicks().stream()
                                            .filter(Click::accepted)
                                            .anyMatch(click -> !receipt(click).equals(row.receipt()));
                        })
                        .count());
    }

    private static String receipt(Click click) {
        return click.answer().json().path("receipt").path("receipt").asText();
    }

    /** By the checksums of what was handed in, and for some by the bytes themselves. */
    private void filesAreThoseThatWereSent() throws SQLException {
        Map<String, Map<String, String>> files = new HashMap<>();
        query(
                "SELECT s.application_id, f.name, encode(f.checksum, 'hex') FROM submission s"
                        + " JOIN application a ON a.id = s.application_id JOIN submission_file x ON x.submission_id = s.id"
                        + " JOIN stored_file f ON f.id = x.file_id WHERE a.call_id = ?::uuid",
                row -> files.computeIfAbsent(row.getString(1), id -> new HashMap<>())
                        .put(row.getString(2), row.getString(3)),
                call);
        zero(
                "I2: applications handed in with other files than were sent",
                deeds.stream()
                        .filter(Deed::accepted)
                        .filter(deed -> !deed.files().equals(files.getOrDefault(deed.id(), Map.of())))
                        .count());
        zero("I2: files whose bytes are not those of their checksum, among some", count("""
                SELECT count(*) FROM (
                  SELECT DISTINCT f.checksum FROM submission s JOIN application a ON a.id = s.application_id
                  JOIN submission_file x ON x.submission_id = s.id JOIN stored_file f ON f.id = x.file_id
                  WHERE a.call_id = ?::uuid ORDER BY 1 LIMIT %d) sampled
                WHERE sampled.checksum IS DISTINCT FROM (
                  SELECT sha256(string_agg(c.bytes, ''::bytea ORDER BY c.position)) FROM file_chunk c
                  WHERE c.checksum = sampled.checksum)""".formatted(SAMPLE), call));
    }

    private void nothingIsDoneTwice(Set<String> stored) throws SQLException {
        zero("I3: applications handed in twice", count("""
                SELECT count(*) FROM (SELECT 1 FROM submission s JOIN application a ON a.id = s.application_id
                  WHERE a.call_id = ?::uuid GROUP BY a.id HAVING count(*) > 1) twice""", call));
        Set<String> known =
                deeds.stream().map(Deed::id).filter(id -> !id.isEmpty()).collect(Collectors.toSet());
        long untold = deeds.stream().filter(deed -> deed.id().isEmpty()).count();
        long unknown = stored.stream().filter(id -> !known.contains(id)).count();
        // Whoever has no answer may have a draft, but no more than one.
        zero("I3: drafts that nobody began, or somebody twice", Math.max(0, unknown - untold));
        zero("I3: drafts given to two", deeds.size() - untold - known.size());
        zero(
                "I3: applicants two of whose clicks were both accepted",
                deeds.stream()
                        .filter(deed -> deed.clicks().stream()
                                        .filter(Click::accepted)
                                        .map(Click::key)
                                        .distinct()
                                        .count()
                                > 1)
                        .count());
    }

    /** Whoever was accepted is told so again, in the same words, however often the same request comes. */
    private void repetitionsAreAnsweredAsTheFirst() {
        zero(
                "I3: keys answered in two ways",
                deeds.stream()
                        .flatMap(deed -> byKey(deed).stream())
                        .filter(same -> same.stream().anyMatch(Click::accepted))
                        .filter(same -> same.stream()
                                .anyMatch(click -> !click.accepted()
                                        || !Arrays.equals(
                                                click.answer().body(),
                                                same.getFirst().answer().body())))
                        .count());
    }

    private static Collection<List<Click>> byKey(Deed deed) {
        return deed.clicks().stream().collect(Collectors.groupingBy(Click::key)).values();
    }

    /** The kept answer of every key is the answer that was given, byte for byte. */
    private void keptAnswersAreThoseGiven() throws SQLException {
        long missing = 0;
        long different = 0;
        try (var kept = database.prepareStatement("SELECT body FROM idempotent_answer WHERE scope = ?")) {
            for (Deed deed : deeds) {
                for (Click click : deed.clicks()) {
                    if (click.accepted()) {
                        kept.setBytes(1, KeptAnswer.scope(deed.subject(), deed.id(), click.key()));
                        try (var row = kept.executeQuery()) {
                            boolean there = row.next();
                            missing += there ? 0 : 1;
                            different += there
                                            && !Arrays.equals(
                                                    row.getBytes(1),
                                                    click.answer().body())
                                    ? 1
                                    : 0;
                        }
                    }
                }
            }
        }
        zero("I3: accepted without a kept answer", missing);
        zero("I3: answers kept otherwise than given", different);
    }

    /** By the client's clock, by what the service wrote down, and by both together: neither is believed alone. */
    private void nothingLateIsIn(Map<String, Stored> stored) {
        zero(
                "I4: sent after the deadline and accepted",
                deeds.stream()
                        .flatMap(deed -> byKey(deed).stream())
                        .filter(same -> same.stream().anyMatch(Click::accepted))
                        .filter(same ->
                                same.stream().allMatch(click -> click.sentAt().isAfter(deadline)))
                        .count());
        zero(
                "I4: written down as after the deadline",
                stored.values().stream()
                        .filter(row ->
                                row.submittedAt() != null && row.submittedAt().isAfter(deadline))
                        .count());
        zero(
                "I4: written down with a time at which it was not under way",
                deeds.stream()
                        .filter(Deed::accepted)
                        .filter(deed -> stored.containsKey(deed.id()))
                        .filter(deed -> !underWay(deed, Objects.requireNonNull(stored.get(deed.id()))))
                        .count());
    }

    private static boolean underWay(Deed deed, Stored row) {
        Instant at = row.submittedAt();
        Instant committed = row.committedAt();
        if (at == null || committed == null) {
            return false;
        }
        var sent = deed.clicks().stream()
                .filter(Click::accepted)
                .map(Click::sentAt)
                .min(Instant::compareTo);
        var answered = deed.clicks().stream()
                .filter(Click::accepted)
                .map(Click::answeredAt)
                .min(Instant::compareTo);
        return !at.isBefore(sent.orElseThrow().minus(ROUNDING))
                && !committed.isAfter(answered.orElseThrow().plus(ROUNDING))
                && !at.isAfter(committed.plus(ROUNDING));
    }

    private void nothingInTimeIsOut() {
        long refusedInTime = 0;
        long onTheirWay = 0;
        long neverDecided = 0;
        for (Deed deed : deeds) {
            if (deed.accepted()) {
                continue;
            }
            Instant first = deed.clicks().stream()
                    .map(Click::sentAt)
                    .min(Instant::compareTo)
                    .orElse(Instant.MAX);
            boolean refusedAsLate = deed.clicks().stream()
                    .anyMatch(
                            click -> click.answer().json().path("code").asText().equals("deadline-passed"));
            neverDecided += refusedAsLate ? 0 : 1;
            refusedInTime += first.isBefore(deadline.minus(TRANSIT)) ? 1 : 0;
            onTheirWay += first.isBefore(deadline) && !first.isBefore(deadline.minus(TRANSIT)) ? 1 : 0;
        }
        zero("I4: sent before the deadline and refused", refusedInTime);
        zero("I4: neither accepted nor late", neverDecided);
        System.out.println("         sent in the last " + TRANSIT.toMillis()
                + " ms and refused, on their way at the deadline: " + onTheirWay);
    }

    /** In the order in which the database committed; the audit entry is written in the transaction that closes the call. */
    private void nothingComesAfterTheClosing() throws SQLException {
        String closing = "(SELECT min(pg_xact_commit_timestamp(e.xmin)) FROM audit_entry e WHERE e.object_id = ?"
                + " AND e.action = 'eu.mpf.calls.call.closed.v1')";
        zero("I4: the closing is told to nobody", await("SELECT (" + closing + " IS NULL)::int", call));
        zero(
                "I4: committed after others were told that the call is closed",
                count(
                        "SELECT count(*) FROM submission s JOIN application a ON a.id = s.application_id"
                                + " WHERE a.call_id = ?::uuid AND pg_xact_commit_timestamp(s.xmin) > " + closing,
                        call,
                        call));
    }

    private void receipts(ReceiptDesk desk) {
        zero(
                "receipts: not good, checked offline with the published key",
                deeds.stream()
                        .filter(deed -> deed.clicks().stream()
                                .filter(Click::accepted)
                                .anyMatch(click -> !desk.vouchesFor(
                                        click.answer().json().path("receipt"), deed.lastSave(), deed.files())))
                        .count());
        Set<String> ids = new HashSet<>();
        zero(
                "receipts: given to two",
                deeds.stream()
                        .filter(Deed::accepted)
                        .filter(deed -> !ids.add(deed.clicks().stream()
                                .filter(Click::accepted)
                                .findFirst()
                                .map(click -> click.answer()
                                        .json()
                                        .at("/receipt/receiptId")
                                        .asText())
                                .orElseThrow()))
                        .count());
    }

    /** Every accepted application is told over Kafka: the outbox is empty again. */
    private void told(long accepted) throws SQLException {
        zero("events: waiting in the outbox", await("SELECT count(*) FROM outbox_event"));
        zero(
                "events: handed in and not acknowledged, or the other way round",
                Math.abs(
                        count("SELECT count(*) FROM application WHERE status = 'SUBMITTED' AND call_id = ?::uuid", call)
                                - accepted));
    }

    private long await(String sql, String... arguments) throws SQLException {
        long giveUp = System.nanoTime() + patience.toNanos();
        long waiting = count(sql, arguments);
        while (waiting > 0 && System.nanoTime() < giveUp) {
            Applicant.sleepUntil(Instant.now().plusMillis(200));
            waiting = count(sql, arguments);
        }
        return waiting;
    }

    private Map<String, Stored> stored() throws SQLException {
        Map<String, Stored> stored = new HashMap<>();
        query(
                "SELECT a.id, a.status, coalesce(a.content->>'acronym', ''), s.receipt, a.submitted_at,"
                        + " pg_xact_commit_timestamp(s.xmin) FROM application a"
                        + " LEFT JOIN submission s ON s.application_id = a.id WHERE a.call_id = ?::uuid ORDER BY s.id",
                row -> stored.put(
                        row.getString(1),
                        new Stored(
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                instant(row, 5),
                                instant(row, 6))),
                call);
        return stored;
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private void query(String sql, Row reader, String... arguments) throws SQLException {
        try (var statement = database.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setString(i + 1, arguments[i]);
            }
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }

    private long count(String sql, String... arguments) throws SQLException {
        long[] found = new long[1];
        query(sql, row -> found[0] = row.getLong(1), arguments);
        return found[0];
    }

    private void zero(String what, long found) {
        System.out.printf(Locale.ROOT, "   %-6s %-78s %,9d%n", found == 0 ? "holds" : "BROKEN", what, found);
        if (found != 0) {
            broken.add(what);
        }
    }
}
