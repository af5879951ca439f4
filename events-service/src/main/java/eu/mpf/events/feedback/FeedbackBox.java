package eu.mpf.events.feedback;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * All feedback on one session: sums of scores, and texts in an order that means nothing.
 *
 * <p>What readers see is renewed only when at least {@value #STEP} more have answered, so that nobody who looks twice can
 * tell what the last one wrote.
 */
final class FeedbackBox {
    /** So many answers come to light together. */
    static final int STEP = 5;

    private int answers;
    private Map<Criterion, Scores> scores;
    private List<String> comments;
    private int shownAnswers;
    private Map<Criterion, Scores> shownScores;
    private List<String> shownComments;

    FeedbackBox(
            int answers,
            Map<Criterion, Scores> scores,
            List<String> comments,
            int shownAnswers,
            Map<Criterion, Scores> shownScores,
            List<String> shownComments) {
        this.answers = answers;
        this.scores = scores;
        this.comments = comments;
        this.shownAnswers = shownAnswers;
        this.shownScores = shownScores;
        this.shownComments = shownComments;
    }

    static FeedbackBox empty() {
        return new FeedbackBox(0, Map.of(), List.of(), 0, Map.of(), List.of());
    }

    /** @param random decides where among the others a text comes to stand */
    void add(FeedbackAnswer answer, RandomGenerator random) {
        answers++;
        Map<Criterion, Scores> sums = new EnumMap<>(Criterion.class);
        sums.putAll(scores);
        answer.scores()
                .forEach((criterion, score) ->
                        sums.merge(criterion, Scores.NONE.plus(score), (have, one) -> have.plus(score)));
        scores = sums;
        String text = answer.text();
        if (text != null) {
            List<String> more = new ArrayList<>(comments);
            more.add(random.nextInt(more.size() + 1), text);
            comments = more;
        }
        if (answers - shownAnswers >= STEP) {
            shownAnswers = answers;
            shownScores = scores;
            shownComments = comments;
        }
    }

    int answers() {
        return answers;
    }

    Map<Criterion, Scores> scores() {
        return scores;
    }

    List<String> comments() {
        return comments;
    }

    int shownAnswers() {
        return shownAnswers;
    }

    Map<Criterion, Scores> shownScores() {
        return shownScores;
    }

    List<String> shownComments() {
        return shownComments;
    }
}
