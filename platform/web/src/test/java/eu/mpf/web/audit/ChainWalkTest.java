package eu.mpf.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import eu.mpf.web.audit.AuditVerification.Finding;
import eu.mpf.web.audit.AuditVerification.Kind;
import eu.mpf.web.audit.AuditVerifier.Checkpoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("X11")
class ChainWalkTest {
    private static final String ZEROS = "00".repeat(32);

    private final AuditSignature signature = new AuditSignature("the service's key");
    private final List<SignedEntry> entries = new ArrayList<>();
    private final List<ChainLink> chain = new ArrayList<>();

    ChainWalkTest() {
        var last = ChainLink.GENESIS;
        for (int i = 1; i <= 4; i++) {
            var entry = signed(entry("project.amended", "p-" + i));
            last = last.next(entry);
            entries.add(entry);
            chain.add(last);
        }
    }

    private static AuditEntry entry(String action, String object) {
        return new AuditEntry(
                UUID.randomUUID(),
                Instant.parse("2026-03-31T12:00:00.123Z"),
                "ana",
                List.of("programme-officer"),
                null,
                action,
                "project",
                object,
                null,
                JsonNodeFactory.instance.objectNode().put("title", "Border"),
                null,
                "r-1");
    }

    private SignedEntry signed(AuditEntry entry) {
        return new SignedEntry(entry, signature.sign(entry));
    }

    private ChainWalk walk(@Nullable Checkpoint noted) {
        var walk = new ChainWalk(signature, noted);
        for (int i = 0; i < chain.size(); i++) {
            walk.sealed(chain.get(i), entries.get(i).entry().id(), entries.get(i));
        }
        return walk;
    }

    private UUID id(int place) {
        return entries.get(place).entry().id();
    }

    @Test
    void whatNobodyTouchedIsIntactAndNamesItsLastLink() {
        var found = walk(null).result();
        assertThat(found.intact()).isTrue();
        assertThat(found.findings()).isEmpty();
        assertThat(found.checked()).isEqualTo(4);
        assertThat(found.unsealed()).isZero();
        assertThat(found.position()).isEqualTo(4);
        assertThat(found.hash()).isEqualTo(chain.getLast().hex()).hasSize(64).isNotEqualTo(ZEROS);
    }

    @Test
    void aTrailWithoutEntriesIsIntact() {
        var found = new ChainWalk(signature, null).result();
        assertThat(found).isEqualTo(new AuditVerification(true, 0, 0, 0, ZEROS, List.of()));
    }

    @Test
    void aChangedEntryIsFoundWhereItStandsAndThoseBehindItAreAsTheyWere() {
        entries.set(
                1,
                new SignedEntry(
                        entry("project.amended", "another"), entries.get(1).signature()));
        var found = walk(null).result();
        assertThat(found.intact()).isFalse();
        assertThat(found.findings()).containsExactly(new Finding(Kind.CHANGED, 2L, id(1), "the entry was changed"));
        assertThat(found.checked()).isEqualTo(4);
    }

    @Test
    void aChangedSignatureOfAnEntryIsAChangeOfIt() {
        entries.set(1, new SignedEntry(entries.get(1).entry(), new byte[32]));
        assertThat(walk(null).result().findings())
                .containsExactly(new Finding(Kind.CHANGED, 2L, id(1), "the entry was changed"));
    }

    @Test
    void aChangedLinkIsToldFromAChangedEntry() {
        chain.set(3, new ChainLink(4, new byte[32]));
        assertThat(walk(null).result().findings())
                .containsExactly(new Finding(Kind.CHANGED, 4L, id(3), "the chain's link was changed"));
    }

    @Test
    void aRemovedEntryLeavesItsLink() {
        var walk = new ChainWalk(signature, null);
        walk.sealed(chain.getFirst(), id(0), null);
        walk.sealed(chain.get(1), id(1), entries.get(1));
        assertThat(walk.result().findings()).containsExactly(new Finding(Kind.REMOVED, 1L, id(0), "the entry is gone"));
    }

    @Test
    void aGapInTheChainIsOneFindingAndTheNextLinkStartsAnew() {
        var walk = new ChainWalk(signature, null);
        walk.sealed(chain.getFirst(), id(0), entries.getFirst());
        walk.sealed(chain.get(3), id(3), entries.get(3));
        var found = walk.result();
        assertThat(found.findings())
                .containsExactly(new Finding(Kind.REMOVED, 2L, null, "the chain's links up to position 3 are gone"));
        assertThat(found.position()).isEqualTo(4);
        assertThat(found.checked()).isEqualTo(2);
    }

    @Test
    void aChainWithoutItsBeginningIsNotIntact() {
        var walk = new ChainWalk(signature, null);
        walk.sealed(chain.get(1), id(1), entries.get(1));
        assertThat(walk.result().findings())
                .containsExactly(new Finding(Kind.REMOVED, 1L, null, "the chain's link is gone"));
    }

    @Test
    void anEntrySealedByWhoeverHasTheDatabaseAloneIsNotTheServices() {
        var forged = new SignedEntry(entry("project.approved", "p-9"), new byte[32]);
        entries.add(forged);
        chain.add(chain.getLast().next(forged));
        assertThat(walk(null).result().findings())
                .containsExactly(new Finding(
                        Kind.INSERTED, 5L, forged.entry().id(), "the service did not write this entry as it stands"));
    }

    @Test
    void behindAGapTheSignatureStillTells() {
        var walk = new ChainWalk(signature, null);
        var forged = new SignedEntry(entry("project.approved", "p-9"), new byte[32]);
        walk.sealed(chain.get(1).next(forged), forged.entry().id(), forged);
        assertThat(walk.result().findings()).extracting(Finding::kind).containsExactly(Kind.REMOVED, Kind.INSERTED);
    }

    @Test
    void anEntryThatWaitsForItsSealIsCountedAndOthersAreFound() {
        var walk = walk(null);
        var waiting = signed(entry("project.amended", "p-5"));
        var unannounced = signed(entry("project.amended", "p-6"));
        var forged = new SignedEntry(entry("project.amended", "p-7"), new byte[32]);
        var gone = UUID.randomUUID();
        walk.loose(waiting.entry().id(), waiting);
        walk.loose(null, unannounced);
        walk.loose(forged.entry().id(), forged);
        walk.loose(gone, null);
        var found = walk.result();
        assertThat(found.unsealed()).isEqualTo(1);
        assertThat(found.findings())
                .containsExactly(
                        new Finding(
                                Kind.INSERTED,
                                null,
                                unannounced.entry().id(),
                                "the service did not announce this entry for sealing"),
                        new Finding(
                                Kind.INSERTED,
                                null,
                                forged.entry().id(),
                                "the service did not write this entry as it stands"),
                        new Finding(Kind.REMOVED, null, gone, "the entry is gone before it was sealed"));
    }

    @Test
    void aPlaceNotedEarlierIsStillThereInWhateverCaseItsHashWasWritten() {
        var noted = chain.get(1);
        assertThat(walk(new Checkpoint(2, noted.hex())).result().intact()).isTrue();
        assertThat(walk(new Checkpoint(2, noted.hex().toUpperCase(java.util.Locale.ROOT)))
                        .result()
                        .intact())
                .isTrue();
    }

    @Test
    void aChainWrittenAnewOrCutShowsByThePlaceNoted() {
        var rewritten = new Finding(Kind.REWRITTEN, 2L, null, "the chain does not hold the hash noted earlier");
        assertThat(walk(new Checkpoint(2, chain.get(2).hex())).result().findings())
                .containsExactly(rewritten);
        assertThat(walk(new Checkpoint(9, chain.get(2).hex())).result().findings())
                .extracting(Finding::kind, Finding::position)
                .containsExactly(org.assertj.core.api.Assertions.tuple(Kind.REWRITTEN, 9L));
    }

    @Test
    void whoeverLookedBeforeTheFirstEntryHasNotedTheBeginning() {
        assertThat(walk(new Checkpoint(0, ZEROS)).result().intact()).isTrue();
        assertThat(walk(new Checkpoint(0, chain.getFirst().hex())).result().findings())
                .extracting(Finding::kind)
                .containsExactly(Kind.REWRITTEN);
    }

    @Test
    @Timeout(10)
    void aForgedPositionIsNotCountedUpTo() {
        var walk = walk(null);
        walk.sealed(new ChainLink(Long.MAX_VALUE, new byte[32]), id(0), entries.getFirst());
        assertThat(walk.result().findings())
                .containsExactly(new Finding(
                        Kind.REMOVED,
                        5L,
                        null,
                        "the chain's links up to position %d are gone".formatted(Long.MAX_VALUE - 1)));
    }

    @Test
    void noMoreIsToldThanOneCanRead() {
        var walk = new ChainWalk(signature, null);
        for (int i = 0; i <= AuditVerification.MAXIMUM; i++) {
            walk.loose(UUID.randomUUID(), null);
        }
        assertThat(walk.result().findings()).hasSize(AuditVerification.MAXIMUM);
    }
}
