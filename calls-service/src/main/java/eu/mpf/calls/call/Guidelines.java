package eu.mpf.calls.call;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The document applicants follow: kept here as files, or a link to where it is.
 *
 * @param language of the document at {@code url}; the call's binding language if absent
 * @param translations where the document is in other languages, by tag
 * @param files the document itself, one file per language
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
        Map<String, @NotNull @NotBlank String> translations,

        @Size(max = 24) @Schema(description = "The document itself, at most one file per language.")
        List<@NotNull @Valid GuidelinesFile> files) {

    public Guidelines {
        translations = translations == null ? Map.of() : Map.copyOf(translations);
        files = files == null ? List.of() : List.copyOf(files);
    }

    /** The same with other files. */
    Guidelines with(List<GuidelinesFile> others) {
        return new Guidelines(label, url, language, translations, others);
    }
}
