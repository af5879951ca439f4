package eu.mpf.calls.evaluation;

import eu.mpf.calls.scoring.ConsensusRules;
import eu.mpf.calls.scoring.ScoringScheme;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.problem.Violations;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The marks of a consensus: agreed on within the rules of the scheme, or computed by them. */
final class ConsensusMarks {

    private ConsensusMarks() {}

    /** @throws ProblemException 400 with a pointer for each mark that cannot stand */
    static Map<String, BigDecimal> of(
            ScoringScheme scheme, @Nullable Map<String, BigDecimal> agreed, List<Evaluation> reviews) {
        List<Map<String, BigDecimal>> given =
                reviews.stream().map(Evaluation::marks).toList();
        boolean byAgreement = scheme.consensusOrFree().method() == ConsensusRules.Method.AGREED;
        Violations faults = new Violations();
        faults.check(byAgreement || agreed == null, "/marks", "computed", "the scheme computes them from the reviews");
        faults.check(!byAgreement || agreed != null, "/marks", "missing", "the marks the evaluators agreed on");
        faults.throwIfAny();
        if (agreed == null) {
            return scheme.computed(given);
        }
        scheme.consensusFaults(agreed, given)
                .forEach(fault -> faults.add("/marks" + fault.pointer(), "bad-mark", fault.reason()));
        faults.throwIfAny();
        return agreed;
    }
}
