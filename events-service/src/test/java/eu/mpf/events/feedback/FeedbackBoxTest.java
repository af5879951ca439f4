package eu.mpf.events.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("E14")
class FeedbackBoxTest {

    @Test
    void nothingIsShownBeforeSeveralHaveAnswered() {
        FeedbackBox box = FeedbackBox.empty();
        for (int i = 1; i < FeedbackBox.STEP; i++) {
            box.add(answer(5, "text " + i), new Random(1));
            assertThat(box.shownAnswers()).isZero();
            assertThat(box.shownComments()).isEmpty();
        }
        box.add(answer(1, "the last"), new Random(1));
        assertThat(box.shownAnswers()).isEqualTo(FeedbackBox.STEP);
        assertThat(box.shownComments()).hasSize(FeedbackBox.STEP);
    }

    @Test
    void twoLooksNeverDifferByFewerThanAStep() {
        FeedbackBox box = FeedbackBox.empty();
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < 23; i++) {
            box.add(answer(1 + i % 5, null), new Random(i));
            seen.add(box.shownAnswers());
        }
        assertThat(seen).containsExactlyInAnyOrder(0, 5, 10, 15, 20);
        assertThat(box.answers()).isEqualTo(23);
    }

    @Test
    void theOrderOfTextsSaysNothingAboutTheOrderOfAnswers() {
        Set<List<String>> orders = new HashSet<>();
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            FeedbackBox box = FeedbackBox.empty();
            for (String text : List.of("a", "b", "c")) {
                box.add(answer(3, text), random);
            }
            orders.add(box.comments());
        }
        assertThat(orders).hasSize(6);
    }

    @Test
    void figuresAreCountedPerCriterion() {
        FeedbackBox box = FeedbackBox.empty();
        for (int score : new int[] {1, 2, 4, 5, 5}) {
            box.add(answer(score, null), new Random(1));
        }
        FeedbackResults results = FeedbackResults.of(UUID.randomUUID(), box);
        FeedbackResults.Score overall = results.scores().getFirst();
        assertThat(overall.criterion()).isEqualTo(Criterion.OVERALL);
        assertThat(overall.mean()).isEqualByComparingTo("3.40");
        assertThat(overall.distribution()).containsExactly(1, 1, 0, 1, 2);
        assertThat(results.scores().get(1).mean()).isNull();
    }

    private static FeedbackAnswer answer(int score, @Nullable String text) {
        return new FeedbackAnswer(Map.of(Criterion.OVERALL, score), text);
    }
}
