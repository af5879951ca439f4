package eu.mpf.calls.application;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whom to write to about an application. Personal data: seen by the consortium and staff, never part of what is handed in.
 *
 * @param language of letters and mails: one of those there are templates for
 */
public record Contact(
        @Schema(examples = "Ilze Ozola") @Nullable @Size(max = 200)
        String name,

        @Schema(examples = "projects@example.org") @NotBlank @Email @Size(max = 254)
        String email,

        @Schema(examples = "en") @Nullable @Pattern(regexp = "en|fr|de")
        String language) {

    /** The language of letters and mails, as templates ask for it. */
    @JsonIgnore
    public Locale locale() {
        return language == null ? Locale.ENGLISH : Locale.of(language);
    }
}
