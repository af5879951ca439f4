package eu.mpf.system.bench;

import eu.mpf.system.bench.Deed.Click;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** I3: whatever was clicked twice or repeated was done once, and answered in the same words. */
final class DoneOnce {

    private final CallRecords records;
    private final List<Deed> deeds;
    private final Findings findings;

    DoneOnce(CallRecords records, List<Deed> deeds, Findings findings) {
        this.records = records;
        this.deeds = deeds;
        this.findings = findings;
    }

    void check(Set<String> stored) throws SQLException {
        nothingIsDoneTwice(stored);
        repetitionsAreAnsweredAsTheFirst();
        keptAnswersAreThoseGiven();
    }

    private void nothingIsDoneTwice(Set<String> stored) throws SQLException {
        findings.none("I3: applications handed in twice", records.count("""
                SELECT count(*) FROM (SELECT 1 FROM submission s JOIN application a ON a.id = s.application_id
                  WHERE a.call_id = ?::uuid GROUP BY a.id HAVING count(*) > 1) twice""", records.call()));
        Set<String> known =
                deeds.stream().map(Deed::id).filter(id -> !id.isEmpty()).collect(Collectors.toSet());
        long draftless = deeds.stream().filter(deed -> deed.id().isEmpty()).count();
        long untold = deeds.stream().filter(Deed::isUntold).count();
        long unknown = stored.stream().filter(id -> !known.contains(id)).count();
        // Whoever has no answer may have a draft, but no more than one.
        findings.none("I3: drafts that nobody began, or somebody twice", Math.max(0, unknown - untold));
        findings.none("I3: drafts given to two", deeds.size() - draftless - known.size());
        findings.none(
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
        findings.none(
                "I3: keys answered in two ways",
                deeds.stream()
                        .flatMap(deed -> deed.byKey().stream())
                        .filter(same -> same.stream().anyMatch(Click::accepted))
                        .filter(same -> same.stream()
                                .anyMatch(click -> !click.accepted()
                                        || !Arrays.equals(
                                                click.answer().body(),
                                                same.getFirst().answer().body())))
                        .count());
    }

    /** The kept answer of every key is the answer that was given, byte for byte. */
    private void keptAnswersAreThoseGiven() throws SQLException {
        long missing = 0;
        long different = 0;
        try (var kept = records.prepare("SELECT body FROM idempotent_answer WHERE scope = ?")) {
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
        findings.none("I3: accepted without a kept answer", missing);
        findings.none("I3: answers kept otherwise than given", different);
    }
}
