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

        @Nullable Money paid,

        @Nullable @Schema(description = "Neither approved nor paid; for staff and the lead.")
        Money free) {

    static AccountView unknown(UUID projectId) {
        return new AccountView(projectId, null, null, null, null);
    }

    AccountView forThePublic() {
        return new AccountView(projectId, committed, null, paid, null);
    }
}
