package eu.mpf.projects.recovery;

import eu.mpf.web.value.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A recovery order as read. The public sees what came back, on which day and how much, and no more. */
@Schema(name = "Recovery")
public record RecoveryView(
        UUID id,
        UUID projectId,
        RecoveryStatus status,
        Money amount,

        @Nullable @Schema(description = "Why the money is asked back; for staff and the lead.")
        String reason,

        @Nullable UUID paymentId,
        @Nullable String reference,
        @Nullable LocalDate orderedOn,
        @Nullable LocalDate dueOn,

        @Nullable @Schema(description = "The day on which it was back.")
        LocalDate recoveredOn,

        @Nullable @Schema(description = "Why it was cancelled; for staff and the lead.")
        String note,

        long version) {

    RecoveryView forThePublic() {
        return new RecoveryView(
                id, projectId, status, amount, null, null, null, null, null, recoveredOn, null, version);
    }
}
