package eu.mpf.calls.review.api;

import eu.mpf.calls.review.ReviewCommand;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the examination came to. */
public record ReviewDecision(
        @NotNull Outcome outcome,
        @NotBlank @Size(max = 10_000) String reasons) {

    /** UPHELD: the refusal stands. OVERTURNED: it is gone. INADMISSIBLE: not examined. */
    @Schema(name = "ReviewOutcome")
    public enum Outcome {
        UPHELD(ReviewCommand.UPHOLD),
        OVERTURNED(ReviewCommand.OVERTURN),
        INADMISSIBLE(ReviewCommand.DISMISS);

        private final ReviewCommand command;

        Outcome(ReviewCommand command) {
            this.command = command;
        }

        ReviewCommand command() {
            return command;
        }
    }
}
