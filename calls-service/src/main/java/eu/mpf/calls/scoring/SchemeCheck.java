package eu.mpf.calls.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a scoring scheme must not say if anybody is to be scored by it. */
final class SchemeCheck {

    private final ScoringScheme scheme;
    private final List<ScoreFault> faults = new ArrayList<>();

    private SchemeCheck(ScoringScheme scheme) {
        this.scheme = scheme;
    }

    static List<ScoreFault> of(ScoringScheme scheme) {
        SchemeCheck check = new SchemeCheck(scheme);
        check.scale();
        check.criteria();
        check.totals();
        check.tieBreaks();
        check.consensus();
        return check.faults;
    }

    private void check(boolean ok, String pointer, String reason) {
        if (!ok) {
            faults.add(new ScoreFault(pointer, reason));
        }
    }

    private void scale() {
        check(scheme.minimum().compareTo(scheme.maximum()) < 0, "/maximum", "the scale is empty");
        BigDecimal step = scheme.step();
        if (step != null) {
            check(step.signum() > 0, "/step", "a step is more than zero");
            check(step.signum() <= 0 || reached(scheme.maximum()), "/step", "no step meets the maximum");
        }
    }

    private boolean reached(BigDecimal mark) {
        return scheme.grain().signum() > 0
                && mark.subtract(scheme.minimum()).remainder(scheme.grain()).signum() == 0;
    }

    private void criteria() {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < scheme.criteria().size(); i++) {
            Criterion criterion = scheme.criteria().get(i);
            String pointer = "/criteria/" + i;
            BigDecimal maximum = scheme.maximumOf(criterion);
            BigDecimal threshold = criterion.threshold();
            check(codes.add(criterion.code()), pointer + "/code", "used twice");
            check(
                    maximum.compareTo(scheme.minimum()) > 0 && reached(maximum),
                    pointer + "/maximum",
                    "no mark of the scale");
            check(
                    threshold == null || threshold.compareTo(maximum) <= 0,
                    pointer + "/threshold",
                    "above the criterion's maximum");
            // Totals are kept in hundredths: a finer one would make equals of what is not.
            check(
                    hundredths(scheme.grain().multiply(criterion.weightOrOne()))
                            && hundredths(scheme.consensusGrain().multiply(criterion.weightOrOne()))
                            && hundredths(scheme.minimum().multiply(criterion.weightOrOne())),
                    pointer + "/weight",
                    "gives totals finer than a hundredth");
        }
    }

    private static boolean hundredths(@Nullable BigDecimal value) {
        return value == null || value.stripTrailingZeros().scale() <= 2;
    }

    private void totals() {
        check(scheme.maximumTotal().signum() > 0, "/criteria", "no criterion has a weight");
        BigDecimal overall = scheme.overallThreshold();
        check(
                overall == null || overall.compareTo(scheme.maximumTotal()) <= 0,
                "/overallThreshold",
                "above the maximum total");
    }

    private void tieBreaks() {
        Set<String> codes = new HashSet<>();
        scheme.criteria().forEach(criterion -> codes.add(criterion.code()));
        Set<String> seen = new HashSet<>();
        List<String> ties = scheme.tieBreaks();
        for (int i = 0; i < ties.size(); i++) {
            check(codes.contains(ties.get(i)), "/tieBreaks/" + i, "not a criterion");
            check(seen.add(ties.get(i)), "/tieBreaks/" + i, "used twice");
        }
    }

    private void consensus() {
        ConsensusRules rules = scheme.consensus();
        if (rules == null) {
            return;
        }
        BigDecimal step = rules.step();
        check(
                step == null
                        || step.signum() > 0 && scheme.grain().remainder(step).signum() == 0,
                "/consensus/step",
                "does not divide the step of a review");
        check(
                !rules.withinReviews() || rules.method() == ConsensusRules.Method.AGREED,
                "/consensus/withinReviews",
                "only agreed marks can be anywhere else");
    }
}
