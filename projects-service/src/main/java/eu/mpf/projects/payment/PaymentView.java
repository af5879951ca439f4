package eu.mpf.projects.payment;

import eu.mpf.web.value.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A payment as read. The public sees what was paid, to which day and amount, and no more. */
@Schema(name = "Payment")
public record PaymentView(
        UUID id,
        UUID projectId,
        PaymentKind kind,
        PaymentStatus status,
        Money amount,

        @Nullable @Schema(description = "Number in the accounts; for staff and the lead.")
        String reference,

        @Nullable UUID reportId,

        @Nullable LocalDate dueOn,
        @Nullable LocalDate requestedOn,
        @Nullable LocalDate approvedOn,
        @Nullable LocalDate paidOn,

        @Nullable @Schema(description = "Why it was rejected or cancelled; for staff and the lead.")
        String reason,

        long version) {

    PaymentView forThePublic() {
        return new PaymentView(
                id, projectId, kind, status, amount, null, null, null, null, null, paidOn, null, version);
    }
}
