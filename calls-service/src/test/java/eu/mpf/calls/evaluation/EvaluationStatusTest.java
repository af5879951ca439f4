package eu.mpf.calls.evaluation;

import static eu.mpf.calls.evaluation.EvaluationCommand.DECLARE_CONFLICT;
import static eu.mpf.calls.evaluation.EvaluationCommand.RELEASE;
import static eu.mpf.calls.evaluation.EvaluationCommand.SCORE;
import static eu.mpf.calls.evaluation.EvaluationCommand.SUBMIT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C15")
class EvaluationStatusTest {

    private static final Map<EvaluationStatus, Map<EvaluationCommand, EvaluationStatus>> MOVES = Map.of(
            EvaluationStatus.ASSIGNED,
            Map.of(
                    SCORE, EvaluationStatus.ASSIGNED,
                    RELEASE, EvaluationStatus.ASSIGNED,
                    SUBMIT, EvaluationStatus.SUBMITTED,
                    DECLARE_CONFLICT, EvaluationStatus.CONFLICTED),
            EvaluationStatus.SUBMITTED,
            Map.of(DECLARE_CONFLICT, EvaluationStatus.CONFLICTED),
            EvaluationStatus.CONFLICTED,
            Map.of());

    @Test
    void everyPairOfStatusAndCommandIsDecided() {
        for (EvaluationStatus status : EvaluationStatus.values()) {
            for (EvaluationCommand command : EvaluationCommand.values()) {
                assertThat(status.after(command).orElse(null))
                        .as(status + " " + command)
                        .isEqualTo(MOVES.getOrDefault(status, Map.of()).get(command));
            }
        }
    }
}
