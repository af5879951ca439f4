package eu.mpf.system.bench;

import eu.mpf.system.bench.CallRecords.Stored;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What must hold after deadline day, from what the applicants were told and from the database; names what does not. */
final class DeadlineChecks {

    /** Of a thousand reads of the public, one may fail. */
    private static final int READS_FOR_A_FAILURE = 1_000;

    private final CallRecords records;
    private final Instant deadline;
    private final List<Deed> deeds;
    private final Findings findings = new Findings();

    /** @param patience with what others are told of */
    DeadlineChecks(Connection database, String call, Instant deadline, List<Deed> deeds, Duration patience) {
        this.records = new CallRecords(database, call, patience);
        this.deadline = deadline;
        this.deeds = deeds;
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
                deeds.stream()
                        .flatMap(deed -> deed.clicks().stream())
                        .collect(Collectors.groupingBy(click -> click.answer().status(), Collectors.counting())));
        findings.none("answers: applicants who gave up", gaveUp);
        Map<String, Stored> stored = records.stored();
        new KeptPromises(records, deeds, findings).check(stored, desk);
        new DoneOnce(records, deeds, findings).check(stored.keySet());
        new InTime(records, deadline, deeds, findings).check(stored);
        told(accepted);
        findings.none("reads: none at all", reads == 0 ? 1 : 0);
        findings.none(
                "reads: failed, beyond one of %,d (of %,d, %d failed)"
                        .formatted(READS_FOR_A_FAILURE, reads, failedReads),
                (long) failedReads * READS_FOR_A_FAILURE > reads ? failedReads : 0);
        return findings.broken();
    }

    /** Every accepted application is told over Kafka: the outbox is empty again. */
    private void told(long accepted) throws SQLException {
        findings.none("events: waiting in the outbox", records.await("SELECT count(*) FROM outbox_event"));
        findings.none(
                "events: handed in and not acknowledged, or the other way round",
                Math.abs(records.count(
                                "SELECT count(*) FROM application WHERE status = 'SUBMITTED' AND call_id = ?::uuid",
                                records.call())
                        - accepted));
    }
}
