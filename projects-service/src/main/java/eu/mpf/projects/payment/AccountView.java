package eu.mpf.projects.payment;

import eu.mpf.web.value.Money;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a contract commits, and what has become of it. Without a contract, or while the EU share is unknown, all amounts
 * are absent: that is not the same as zero.
 */
@Schema(name = "ProjectAccount")
public record AccountView(
        UUID projectId,

        @Nullable @Schema(description = "The EU share as agreed.")
        Money committed,

        @Nullable @Schema(description = "Approved and not paid yet; for staff and the lead.")
        Money approved,

        @Nullable @Schema(description = "All that was ever paid, what came back included.")
        Money paid,

        @Nullable @Schema(description = "What came back of it.")
        Money recovered,

        @Nullable @Schema(description = "What is paid and did not come back.")
        Money netPaid,

        @Nullable @Schema(description = "Asked back, and not back yet; for staff and the lead.")
        Money toRecover,

        @Nullable
        @Schema(description = "Neither approved nor paid; what came back is free again. For staff and the lead.")
        Money free) {

    static AccountView unknown(UUID projectId) {
        return new AccountView(projectId, null, null, null, null, null, null, null);
    }

    AccountView forThePublic() {
        return new AccountView(projectId, committed, null, paid, recovered, netPaid, null, null);
    }
}
