package eu.mpf.projects.published;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** That an entry was wrong, and was taken back. It says nothing about the source, but about what was entered here. */
@Schema(name = "PublishedValueWithdrawal")
public record Withdrawal(
        Instant at,
        @Nullable @Schema(description = "For staff only.") String by,
        String reason,

        @Nullable @Schema(description = "The value recorded in its place, where it was corrected.")
        UUID replacedBy) {

    Withdrawal withoutWho() {
        return new Withdrawal(at, null, reason, replacedBy);
    }
}
