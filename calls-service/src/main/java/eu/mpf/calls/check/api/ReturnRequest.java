package eu.mpf.calls.check.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A question to the applicant.
 *
 * @param reason the question, as the applicant reads it
 * @param items the points of the check-list it is about
 * @param dueAt until when it stops the clock; the call's usual time when absent
 */
@Schema(name = "ReturnRequest")
public record ReturnRequest(
        @Schema(examples = "Which institution signed the second letter of support?") @NotBlank @Size(max = 4000)
        String reason,

        @Nullable @Size(max = 100) List<@NotBlank String> items,
        @Nullable Instant dueAt) {

    List<String> itemsOrNone() {
        return items == null ? List.of() : items;
    }
}
