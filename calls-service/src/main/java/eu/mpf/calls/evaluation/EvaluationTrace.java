package eu.mpf.calls.evaluation;

import eu.mpf.web.value.Sha256;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the audit trail tells of a review: state and marks, and of the comments a fingerprint to hold against what they say
 * now. Not their words: they are about people, and nothing ever goes from the trail.
 *
 * @param comments SHA-256 of the comments by criterion, in hexadecimal; null if there is none
 */
record EvaluationTrace(
        EvaluationStatus status,
        Map<String, BigDecimal> marks,
        @Nullable String comments) {

    static EvaluationTrace of(Evaluation evaluation) {
        return new EvaluationTrace(
                evaluation.status(), Map.copyOf(evaluation.marks()), fingerprint(evaluation.comments()));
    }

    private static @Nullable String fingerprint(Map<String, String> comments) {
        return comments.isEmpty() ? null : Sha256.hex(new TreeMap<>(comments).toString());
    }
}
