package eu.mpf.events.feedback;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often each score was given for one criterion.
 *
 * @param counts of the scores 1 to 5, in that order
 */
record Scores(List<Integer> counts) {
    static final int BEST = 5;
    static final Scores NONE = new Scores(Collections.nCopies(BEST, 0));

    Scores plus(int score) {
        List<Integer> more = new ArrayList<>(counts);
        more.set(score - 1, more.get(score - 1) + 1);
        return new Scores(List.copyOf(more));
    }

    int answers() {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }

    /** To two decimals; {@code null} without an answer. */
    @Nullable
    BigDecimal mean() {
        int answers = answers();
        if (answers == 0) {
            return null;
        }
        int sum = 0;
        for (int i = 0; i < counts.size(); i++) {
            sum += (i + 1) * counts.get(i);
        }
        return BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(answers), 2, RoundingMode.HALF_UP);
    }
}
