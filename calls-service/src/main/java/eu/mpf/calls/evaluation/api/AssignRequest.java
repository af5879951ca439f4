package eu.mpf.calls.evaluation.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who reviews, by the subject of the account. */
public record AssignRequest(
        @Schema(examples = "evaluator-1") @NotBlank @Size(max = 200)
        String evaluator) {}
