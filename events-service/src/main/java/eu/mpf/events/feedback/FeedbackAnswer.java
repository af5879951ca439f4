package eu.mpf.events.feedback;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What one attendee thinks of a session: a score, a text, or both.
 *
 * @param scores 1 to 5; criteria may be left out
 */
@Schema(name = "FeedbackAnswer")
public record FeedbackAnswer(
        Map<Criterion, @NotNull @Min(1) @Max(Scores.BEST) Integer> scores,

        @Nullable @Size(max = 4000) @Schema(examples = "Too little time for questions.")
        String text) {

    /** Scores may be absent in a request, never afterwards; a blank text says nothing. */
    public FeedbackAnswer {
        scores = scores == null ? Map.of() : Map.copyOf(scores);
        text = text == null || text.isBlank() ? null : text.strip();
    }

    boolean saysNothing() {
        return scores.isEmpty() && text == null;
    }
}
