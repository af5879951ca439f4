package eu.mpf.calls.scoring;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a stage of a call is scored, as data of the call.
 *
 * @param minimum the lowest mark of the scale
 * @param maximum the highest mark of the scale, unless a criterion has its own
 * @param step the distance between two marks; any mark with at most two decimals when absent
 * @param overallThreshold the least weighted total with which an application passes
 * @param consensus how reviews become one score; free agreement when absent
 * @param tieBreaks criteria in the order in which they separate equal totals; equal to the end needs a decision
 */
public record ScoringScheme(
        @NotNull BigDecimal minimum,
        @NotNull BigDecimal maximum,
        @Nullable BigDecimal step,
        @NotEmpty List<@Valid Criterion> criteria,
        @Nullable BigDecimal overallThreshold,
        List<String> tieBreaks,
        @Nullable @Valid ConsensusRules consensus) {

    private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");

    public ScoringScheme {
        criteria = criteria == null ? List.of() : List.copyOf(criteria);
        tieBreaks = tieBreaks == null ? List.of() : List.copyOf(tieBreaks);
    }

    /** The highest weighted total. */
    public BigDecimal maximumTotal() {
        return criteria.stream()
                .map(criterion -> maximumOf(criterion).multiply(criterion.weightOrOne()))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .stripTrailingZeros();
    }

    public BigDecimal maximumOf(Criterion criterion) {
        BigDecimal own = criterion.maximum();
        return own == null ? maximum : own;
    }

    public ConsensusRules consensusOrFree() {
        return consensus == null ? ConsensusRules.FREE : consensus;
    }

    /** What is wrong with the scheme itself: pointer within the scheme and reason. */
    public List<ScoreFault> faults() {
        return SchemeCheck.of(this);
    }

    /** The distance between two marks of a consensus. */
    BigDecimal consensusGrain() {
        BigDecimal own = consensusOrFree().step();
        return own == null ? grain() : own;
    }

    /** The distance between two marks of a review. */
    BigDecimal grain() {
        return step == null ? HUNDREDTH : step;
    }

    /** What is wrong with marks the evaluators agreed on, in the light of their reviews. */
    public List<ScoreFault> consensusFaults(Map<String, BigDecimal> marks, List<Map<String, BigDecimal>> reviews) {
        ScoringScheme finer =
                new ScoringScheme(minimum, maximum, consensusGrain(), criteria, overallThreshold, tieBreaks, consensus);
        List<ScoreFault> faults = finer.faults(marks);
        return faults.isEmpty() ? consensusOrFree().faults(marks, reviews) : faults;
    }

    /** The marks that follow from the reviews, where nobody has to agree on them. */
    public Map<String, BigDecimal> computed(List<Map<String, BigDecimal>> reviews) {
        return consensusOrFree().computed(criteria, reviews, minimum, consensusGrain());
    }

    /** What is wrong with these marks: a missing or unknown criterion, or a mark outside the scale or between two steps. */
    public List<ScoreFault> faults(Map<String, BigDecimal> marks) {
        List<ScoreFault> faults = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (Criterion criterion : criteria) {
            known.add(criterion.code());
            BigDecimal mark = marks.get(criterion.code());
            String pointer = "/" + criterion.code();
            if (mark == null) {
                faults.add(new ScoreFault(pointer, "no mark"));
            } else if (mark.compareTo(minimum) < 0 || mark.compareTo(maximumOf(criterion)) > 0) {
                faults.add(new ScoreFault(pointer, "outside " + minimum + " to " + maximumOf(criterion)));
            } else if (offStep(mark)) {
                faults.add(new ScoreFault(pointer, step == null ? "more than two decimals" : "not a step of " + step));
            }
        }
        marks.keySet().stream()
                .filter(code -> !known.contains(code))
                .forEach(code -> faults.add(new ScoreFault("/" + code, "not a criterion")));
        return faults;
    }

    private boolean offStep(BigDecimal mark) {
        return mark.subtract(minimum).remainder(grain()).signum() != 0;
    }

    /** The weighted total of complete marks, and whether every threshold is reached. */
    public Score score(Map<String, BigDecimal> marks) {
        BigDecimal total = BigDecimal.ZERO;
        List<String> missed = new ArrayList<>();
        for (Criterion criterion : criteria) {
            BigDecimal mark = marks.getOrDefault(criterion.code(), BigDecimal.ZERO);
            total = total.add(mark.multiply(criterion.weightOrOne()));
            BigDecimal threshold = criterion.threshold();
            if (threshold != null && mark.compareTo(threshold) < 0) {
                missed.add(criterion.code());
            }
        }
        boolean overall = overallThreshold == null || total.compareTo(overallThreshold) >= 0;
        return new Score(total, missed.isEmpty() && overall, missed, overall);
    }
}
