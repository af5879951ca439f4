package eu.mpf.calls.review.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which refusal is to be reviewed, and why. */
public record NewReviewRequest(
        @NotNull UUID applicationId,

        @Schema(examples = "The letter of support was attached to the concept note.") @NotBlank @Size(max = 20_000)
        String grounds) {}
