package eu.mpf.calls.clarification.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A question about a call. */
public record QuestionRequest(
        @Schema(examples = "May a co-applicant come from outside the Union?") @NotBlank @Size(max = 4000)
        String question,

        @Nullable
        @Size(max = 300)
        @Schema(
                description =
                        "In which it is asked; a code of the list `languages`. The call's binding language if absent.",
                examples = "en")
        String language) {}
