package eu.mpf.web.audit;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a check of the trail found.
 *
 * @param position the last seal's place in the chain; note it with {@code hash} and give both to a later check, which
 *     then also notices a chain that was cut or written anew
 * @param hash the last seal, hexadecimal
 * @param unsealed entries committed a moment ago and not yet chained
 * @param findings at most {@value #MAXIMUM}
 */
@Schema(name = "AuditVerification", description = "What a check of the audit trail found.")
record AuditVerification(
        @Schema(required = true) boolean intact,
        @Schema(required = true) long checked,
        @Schema(required = true) long unsealed,
        @Schema(required = true) long position,
        @Schema(required = true) String hash,
        @Schema(required = true) List<Finding> findings) {

    static final int MAXIMUM = 100;

    /** What is wrong with an entry. */
    @Schema(name = "AuditFindingKind")
    enum Kind {
        /** The entry, or its seal, is not what it was. */
        CHANGED,
        /** A sealed entry, or a link of the chain, is gone. */
        REMOVED,
        /** The service did not write this entry. */
        INSERTED,
        /** The chain is not the one noted before. */
        REWRITTEN
    }

    /** One thing wrong, and where. */
    @Schema(name = "AuditFinding")
    record Finding(
            @Schema(required = true) Kind kind,
            @Nullable Long position,
            @Nullable UUID entryId,
            String detail) {}
}
