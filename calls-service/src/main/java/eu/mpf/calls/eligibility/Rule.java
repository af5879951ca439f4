package eu.mpf.calls.eligibility;

import eu.mpf.web.value.LocalizedText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One rule of a call. It holds when its expression is true.
 *
 * @param id stable within the call, for example {@code max-rate}
 * @param stages when it is asked; absent or empty means always
 * @param words the words of the guidelines, shown when the rule fails
 * @param section where the guidelines say so
 * @param expression CEL over {@link Facts}: {@code application}, {@code fund} and {@code call}
 * @param pointer the field of the application an applicant has to look at, as a JSON pointer
 */
public record Rule(
        @Schema(examples = "max-rate") @NotBlank @Pattern(regexp = "[a-z0-9][a-z0-9.-]*") @Size(max = 80)
        String id,

        @Nullable Set<Stage> stages,
        @NotNull LocalizedText words,
        @Nullable String section,

        @Schema(examples = "application.euShare <= share(application.total, fund.maximumRate)")
        @NotBlank
        @Size(max = 4000)
        String expression,

        @Schema(examples = "/content/euShare") @NotNull @Pattern(regexp = "(/.*)?")
        String pointer) {

    boolean appliesTo(Stage stage) {
        return stages == null || stages.isEmpty() || stages.contains(stage);
    }
}
