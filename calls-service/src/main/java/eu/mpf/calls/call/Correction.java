package eu.mpf.calls.call;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One line of a corrigendum: where in the guidelines, what stood there, what stands there now.
 *
 * @param language of the version of the guidelines it corrects; the call's binding language if absent
 */
public record Correction(
        @NotBlank String section,
        @Nullable Integer page,
        @NotNull String was,
        @NotNull String is,

        @Nullable
        @Schema(
                description =
                        "Of the version of the guidelines that it corrects; the call's binding language if absent.",
                examples = "en")
        String language) {

    Correction in(@Nullable String tag) {
        return new Correction(section, page, was, is, tag);
    }
}
