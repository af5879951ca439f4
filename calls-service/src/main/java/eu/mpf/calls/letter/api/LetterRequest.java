package eu.mpf.calls.letter.api;

import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A letter to be sent, in the contact's language unless said otherwise. */
public record LetterRequest(
        @Schema(examples = "fr") @Nullable @Pattern(regexp = "en|fr|de")
        String language) {}
