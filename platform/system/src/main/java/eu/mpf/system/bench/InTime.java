package eu.mpf.system.bench;

import eu.mpf.system.bench.CallRecords.Stored;
import eu.mpf.system.bench.Deed.Click;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** I4: what came before the deadline is in, what came after it is not, and nothing comes once the closing was told. */
final class InTime {

    /** From the moment before sending until the last byte has arrived; the client shares the machine. */
    private static final Duration TRANSIT = Duration.ofMillis(250);

    /** Times are kept in milliseconds; the clocks are one. */
    private static final Duration ROUNDING = Duration.ofMillis(5);

    private final CallRecords records;
    private final Instant deadline;
    private final List<Deed> deeds;
    private final Findings findings;

    InTime(CallRecords records, Instant deadline, List<Deed> deeds, Findings findings) {
        this.records = records;
        this.deadline = deadline;
        this.deeds = deeds;
        this.findings = findings;
    }

    void check(Map<String, Stored> stored) throws SQLException {
        nothingLateIsIn(stored);
        nothingInTimeIsOut();
        nobodyIsTurnedAwayWhileTheCallIsOpen();
        nothingComesAfterTheClosing();
    }

    /** By the client's clock, by what the service wrote down, and by both together: neither is believed alone. */
    private void nothingLateIsIn(Map<String, Stored> stored) {
        findings.none(
                "I4: sent after the deadline and accepted",
                deeds.stream()
                        .flatMap(deed -> deed.byKey().stream())
                        .filter(same -> same.stream().anyMatch(Click::accepted))
                        .filter(same ->
                                same.stream().allMatch(click -> click.sentAt().isAfter(deadline)))
                        .count());
        findings.none(
                "I4: written down as after the deadline",
                stored.values().stream()
                        .filter(row ->
                                row.submittedAt() != null && row.submittedAt().isAfter(deadline))
                        .count());
        findings.none(
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
            if (deed.accepted() || deed.turnedAway() != null) {
                continue;
            }
            Instant first = deed.clicks().stream()
                    .map(Click::sentAt)
                    .min(Instant::compareTo)
                    .orElse(Instant.MAX);
            boolean refusedAsLate =
                    deed.clicks().stream().anyMatch(click -> click.problem().equals("deadline-passed"));
            neverDecided += refusedAsLate ? 0 : 1;
            refusedInTime += first.isBefore(deadline.minus(TRANSIT)) ? 1 : 0;
            onTheirWay += first.isBefore(deadline) && !first.isBefore(deadline.minus(TRANSIT)) ? 1 : 0;
        }
        findings.none("I4: sent before the deadline and refused", refusedInTime);
        findings.none("I4: neither accepted nor late", neverDecided);
        System.out.println("         sent in the last " + TRANSIT.toMillis()
                + " ms and refused, on their way at the deadline: " + onTheirWay);
    }

    /**
     * A draft can be begun until the deadline, and what arrived just before it is not promised a place as handing in is
     * (ADR 13): who was turned away after the deadline came too late, who was before it was wronged.
     */
    private void nobodyIsTurnedAwayWhileTheCallIsOpen() {
        List<Click> turnedAway =
                deeds.stream().map(Deed::turnedAway).filter(Objects::nonNull).toList();
        findings.none(
                "I4: turned away before the deadline",
                turnedAway.stream()
                        .filter(asked -> asked.answeredAt().isBefore(deadline.minus(ROUNDING)))
                        .count());
        System.out.printf(
                Locale.ROOT,
                "         had not begun by the deadline, and were told so: %,d, of whom %,d had asked before it%n",
                turnedAway.size(),
                turnedAway.stream()
                        .filter(asked -> asked.sentAt().isBefore(deadline))
                        .count());
    }

    /** In the order in which the database committed; the audit entry is written in the transaction that closes the call. */
    private void nothingComesAfterTheClosing() throws SQLException {
        String closing = "(SELECT min(pg_xact_commit_timestamp(e.xmin)) FROM audit_entry e WHERE e.object_id = ?"
                + " AND e.action = 'eu.mpf.calls.call.closed.v1')";
        findings.none(
                "I4: the closing is told to nobody",
                records.await("SELECT (" + closing + " IS NULL)::int", records.call()));
        findings.none(
                "I4: committed after others were told that the call is closed",
                records.count(
                        "SELECT count(*) FROM submission s JOIN application a ON a.id = s.application_id"
                                + " WHERE a.call_id = ?::uuid AND pg_xact_commit_timestamp(s.xmin) > " + closing,
                        records.call(),
                        records.call()));
    }
}
