package eu.mpf.calls.clarification.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A question about a call. */
public record QuestionRequest(
        @Schema(examples = "May a co-applicant come from outside the Union?") @NotBlank @Size(max = 4000)
        String question) {}
