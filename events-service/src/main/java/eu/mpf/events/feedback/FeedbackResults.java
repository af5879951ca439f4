package eu.mpf.events.feedback;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the audience made of a session.
 *
 * @param answers how many have answered
 * @param shown how many of them the figures are of; the rest comes to light with later answers, several at once
 * @param comments in no order
 */
@Schema(name = "FeedbackResults")
public record FeedbackResults(UUID sessionId, int answers, int shown, List<Score> scores, List<String> comments) {

    /**
     * Figures of one criterion.
     *
     * @param mean of the scores 1 to 5, to two decimals; absent without an answer
     * @param distribution how often 1, 2, 3, 4 and 5 were given
     */
    @Schema(name = "FeedbackScore")
    public record Score(
            Criterion criterion, int answers, @Nullable BigDecimal mean, List<Integer> distribution) {}

    static FeedbackResults of(UUID sessionId, FeedbackBox box) {
        List<Score> figures = new ArrayList<>();
        for (Criterion criterion : Criterion.values()) {
            Scores scores = box.shownScores().getOrDefault(criterion, Scores.NONE);
            figures.add(new Score(criterion, scores.answers(), scores.mean(), scores.counts()));
        }
        return new FeedbackResults(sessionId, box.answers(), box.shownAnswers(), figures, box.shownComments());
    }

    /** The figures of a session nobody has said anything about. */
    static FeedbackResults none(UUID sessionId) {
        return of(sessionId, FeedbackBox.empty());
    }
}
