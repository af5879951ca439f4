package eu.mpf.calls.call;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The document applicants follow.
 *
 * @param language of the document at {@code url}; the call's binding language if absent
 * @param translations where the document is in other languages, by tag
 */
public record Guidelines(
        @NotBlank String label,
        @Nullable String url,

        @Nullable @Schema(description = "Of the document; the call's binding language if absent.", examples = "en")
        String language,

        @Size(max = 24)
        @Schema(
                description = "Where the document is in other official languages of the Union, by tag.",
                examples = "{\"fr\":\"https://www.example.eu/lignes-directrices.pdf\"}")
        Map<String, @NotNull @NotBlank String> translations) {

    public Guidelines {
        translations = translations == null ? Map.of() : Map.copyOf(translations);
    }
}
