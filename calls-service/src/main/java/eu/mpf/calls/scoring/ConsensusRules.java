package eu.mpf.calls.scoring;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the reviews of an application become one score, as data of the call.
 *
 * @param minimumReviews how many reviews it needs; one when absent
 * @param maximumSpread if the totals of two reviews lie further apart, one more review is needed first
 * @param withinReviews whether an agreed mark lies between the lowest and the highest of the reviews
 * @param step the distance between two marks of the consensus, where it is finer than that of a review
 */
public record ConsensusRules(
        @NotNull Method method,
        @Nullable @Positive Integer minimumReviews,
        @Nullable @PositiveOrZero BigDecimal maximumSpread,
        boolean withinReviews,
        @Nullable @Positive BigDecimal step) {

    /** Where a scheme says nothing: evaluators agree freely, once one review is in. */
    static final ConsensusRules FREE = new ConsensusRules(Method.AGREED, null, null, false, null);

    /** Where the marks come from. */
    public enum Method {
        /** The evaluators agree on them. */
        AGREED,
        /** The mean of the reviews, rounded half up to a step. */
        MEAN,
        /** The median of the reviews, rounded half up to a step. */
        MEDIAN
    }

    int minimumReviewsOrOne() {
        return minimumReviews == null ? 1 : minimumReviews;
    }

    /** @return how many reviews are missing for a consensus, given the totals of those that are in */
    public int missingReviews(List<BigDecimal> totals) {
        int missing = Math.max(0, minimumReviewsOrOne() - totals.size());
        BigDecimal most = maximumSpread;
        boolean apart = most != null
                && totals.size() == minimumReviewsOrOne()
                && spread(totals).compareTo(most) > 0;
        return missing == 0 && apart ? 1 : missing;
    }

    private static BigDecimal spread(List<BigDecimal> totals) {
        BigDecimal highest = totals.stream().max(Comparator.naturalOrder()).orElse(BigDecimal.ZERO);
        BigDecimal lowest = totals.stream().min(Comparator.naturalOrder()).orElse(BigDecimal.ZERO);
        return highest.subtract(lowest);
    }

    /** What is wrong with agreed marks in the light of the reviews. */
    List<ScoreFault> faults(Map<String, BigDecimal> marks, List<Map<String, BigDecimal>> reviews) {
        List<ScoreFault> faults = new ArrayList<>();
        if (!withinReviews) {
            return faults;
        }
        marks.forEach((code, mark) -> {
            List<BigDecimal> given = given(code, reviews);
            boolean within =
                    !given.isEmpty() && mark.compareTo(given.getFirst()) >= 0 && mark.compareTo(given.getLast()) <= 0;
            if (!within) {
                faults.add(new ScoreFault("/" + code, "outside the reviews: " + given));
            }
        });
        return faults;
    }

    /** The marks that follow from the reviews, on the given step of a scale that begins at {@code minimum}. */
    Map<String, BigDecimal> computed(
            List<Criterion> criteria, List<Map<String, BigDecimal>> reviews, BigDecimal minimum, BigDecimal grain) {
        Map<String, BigDecimal> marks = new HashMap<>();
        for (Criterion criterion : criteria) {
            List<BigDecimal> given = given(criterion.code(), reviews);
            BigDecimal exact = method == Method.MEDIAN ? median(given) : mean(given);
            BigDecimal steps = exact.subtract(minimum).divide(grain, 0, RoundingMode.HALF_UP);
            marks.put(criterion.code(), minimum.add(steps.multiply(grain)));
        }
        return marks;
    }

    private static BigDecimal mean(List<BigDecimal> given) {
        return given.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(new BigDecimal(given.size()), 10, RoundingMode.HALF_UP);
    }

    private static BigDecimal median(List<BigDecimal> given) {
        int middle = given.size() / 2;
        return given.size() % 2 == 1 ? given.get(middle) : mean(given.subList(middle - 1, middle + 1));
    }

    private static List<BigDecimal> given(String code, List<Map<String, BigDecimal>> reviews) {
        return reviews.stream()
                .map(review -> review.getOrDefault(code, BigDecimal.ZERO))
                .sorted()
                .toList();
    }
}
