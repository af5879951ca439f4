package eu.mpf.calls.call.api;

import eu.mpf.calls.call.CallEdition;
import eu.mpf.calls.call.Correction;
import eu.mpf.calls.call.Guidelines;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A corrigendum as published: the edition it made, and line by line what was and what is. */
public record CorrigendumView(
        int edition,
        Instant publishedAt,
        @Nullable String reason,

        @Schema(
                description = "The language of the guidelines that counts, and of each correction that names none.",
                examples = "en")
        String bindingLanguage,

        List<Correction> corrections,

        @Nullable
        @Schema(
                description =
                        "The guidelines as this corrigendum leaves them: the version that its corrections lead to.")
        Guidelines guidelines) {

    static CorrigendumView of(CallEdition edition) {
        return new CorrigendumView(
                edition.edition(),
                edition.inForceFrom(),
                edition.reason(),
                edition.terms().binding(),
                edition.corrections(),
                edition.terms().guidelines());
    }
}
