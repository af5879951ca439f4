package eu.mpf.web.audit;

import eu.mpf.web.audit.AuditVerification.Finding;
import eu.mpf.web.audit.AuditVerification.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Judges the chain link by link beside the entries, and then the entries that are in no chain. */
final class ChainWalk {
    private final AuditSignature signature;
    private final AuditVerifier.@Nullable Checkpoint noted;
    private final List<Finding> findings = new ArrayList<>();
    private ChainLink last = ChainLink.GENESIS;
    private long checked;
    private long unsealed;
    private boolean met;

    /** @param noted a place that must still be as it was; null if nobody has noted one */
    ChainWalk(AuditSignature signature, AuditVerifier.@Nullable Checkpoint noted) {
        this.signature = signature;
        this.noted = noted;
        // Whoever looked before the first entry was sealed has noted the beginning.
        this.met = isNoted(ChainLink.GENESIS);
    }

    /**
     * The next link, in the order of positions.
     *
     * @param entry what it seals; null if that is gone
     */
    void sealed(ChainLink link, UUID entryId, @Nullable SignedEntry entry) {
        var first = last.position() + 1;
        if (link.position() > first) {
            // One finding, however wide the gap: a link planted far ahead is not to keep us counting.
            find(
                    Kind.REMOVED,
                    first,
                    null,
                    link.position() == first + 1
                            ? "the chain's link is gone"
                            : "the chain's links up to position %d are gone".formatted(link.position() - 1));
        }
        if (entry == null) {
            find(Kind.REMOVED, link.position(), entryId, "the entry is gone");
        } else {
            check(link, entryId, entry);
        }
        met = met || isNoted(link);
        last = link;
        checked++;
    }

    private void check(ChainLink link, UUID entryId, SignedEntry entry) {
        var canonical = AuditJson.canonical(entry.entry());
        var signed = Arrays.equals(signature.sign(canonical), entry.signature());
        var follows = link.position() == last.position() + 1;
        if (follows && !link.isAs(last.next(canonical, entry.signature()))) {
            find(
                    Kind.CHANGED,
                    link.position(),
                    entryId,
                    signed ? "the chain's link was changed" : "the entry was changed");
        } else if (!signed) {
            find(Kind.INSERTED, link.position(), entryId, "the service did not write this entry as it stands");
        }
    }

    /**
     * An entry in no chain, or what announces one.
     *
     * @param waiting the entry the sealer was told of; null if it was told of none
     * @param entry null if there is none
     */
    void loose(@Nullable UUID waiting, @Nullable SignedEntry entry) {
        if (entry == null) {
            find(Kind.REMOVED, null, waiting, "the entry is gone before it was sealed");
        } else if (waiting == null) {
            find(Kind.INSERTED, null, entry.entry().id(), "the service did not announce this entry for sealing");
        } else if (!Arrays.equals(signature.sign(entry.entry()), entry.signature())) {
            find(Kind.INSERTED, null, entry.entry().id(), "the service did not write this entry as it stands");
        } else {
            unsealed++;
        }
    }

    AuditVerification result() {
        if (noted != null && !met) {
            find(Kind.REWRITTEN, noted.position(), null, "the chain does not hold the hash noted earlier");
        }
        return new AuditVerification(findings.isEmpty(), checked, unsealed, last.position(), last.hex(), findings);
    }

    private boolean isNoted(ChainLink link) {
        return noted != null
                && noted.position() == link.position()
                && link.hex().equalsIgnoreCase(noted.hash());
    }

    private void find(Kind kind, @Nullable Long where, @Nullable UUID entry, String detail) {
        if (findings.size() < AuditVerification.MAXIMUM) {
            findings.add(new Finding(kind, where, entry, detail));
        }
    }
}
