package eu.mpf.calls.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.calls.CallsProblem;
import eu.mpf.calls.Refusals;
import eu.mpf.calls.Rows;
import eu.mpf.calls.eligibility.Stage;
import eu.mpf.calls.scoring.Criterion;
import eu.mpf.calls.scoring.ScoringScheme;
import eu.mpf.testkit.StateTable;
import eu.mpf.web.problem.FieldError;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.value.LocalizedText;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C15")
class EvaluationTest {

    private static final UUID ID = UUID.randomUUID();
    private static final UUID APPLICATION = UUID.randomUUID();
    private static final UUID CALL = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2030-07-01T12:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final Map<String, BigDecimal> MARKS =
            Map.of("relevance", new BigDecimal("4"), "quality", new BigDecimal("3.5"));
    private static final Map<String, String> COMMENTS = Map.of("quality", "Sound.");
    private static final ScoringScheme SCHEME = new ScoringScheme(
            BigDecimal.ZERO,
            new BigDecimal(5),
            new BigDecimal("0.5"),
            List.of(criterion("relevance"), criterion("quality")),
            new BigDecimal(7),
            List.of(),
            null);

    private final StateTable<Evaluation, EvaluationStatus> table = new StateTable<>(
                    EvaluationTest::written,
                    EvaluationStatus.class,
                    Evaluation::status,
                    Refusals.of(CallsProblem.EVALUATION_STATE))
            .on("write", evaluation -> evaluation.write(MARKS, COMMENTS))
            .on("declare a conflict", evaluation -> evaluation.declareConflict("A cousin."))
            .on("release", Evaluation::release)
            .on("submit", evaluation -> evaluation.submit(SCHEME, NOW));

    private static Criterion criterion(String code) {
        return new Criterion(code, LocalizedText.of("en", code), null, null, null);
    }

    private static Evaluation assigned() {
        return new Evaluation(ID, APPLICATION, CALL, Stage.FULL_APPLICATION, "evaluator-1", NOW);
    }

    private static Evaluation written() {
        Evaluation evaluation = assigned();
        evaluation.write(MARKS, COMMENTS);
        return evaluation;
    }

    @Test
    void everyCommandInEveryState() {
        assertThat(table.outcomes())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "ASSIGNED write", "ASSIGNED",
                        "ASSIGNED declare a conflict", "CONFLICTED",
                        "ASSIGNED release", "ASSIGNED",
                        "ASSIGNED submit", "SUBMITTED",
                        "SUBMITTED declare a conflict", "CONFLICTED"));
    }

    @Test
    void aNewOneIsAssignedAndEmpty() {
        Evaluation evaluation = assigned();
        assertThat(evaluation.status()).isEqualTo(EvaluationStatus.ASSIGNED);
        assertThat(evaluation.id()).isEqualTo(ID);
        assertThat(evaluation.applicationId()).isEqualTo(APPLICATION);
        assertThat(evaluation.callId()).isEqualTo(CALL);
        assertThat(evaluation.stage()).isEqualTo(Stage.FULL_APPLICATION);
        assertThat(evaluation.evaluator()).isEqualTo("evaluator-1");
        assertThat(evaluation.assignedAt()).isEqualTo(NOW);
        assertThat(evaluation.marks()).isEmpty();
        assertThat(evaluation.comments()).isEmpty();
        assertThat(evaluation.total()).isNull();
        assertThat(evaluation.passes()).isNull();
        assertThat(evaluation.conflict()).isNull();
        assertThat(evaluation.submittedAt()).isNull();
        assertThat(Rows.read(evaluation, "version", 7L).version()).isEqualTo(7);
    }

    @Test
    void whatIsWrittenIsNotYetAScore() {
        Evaluation evaluation = written();
        assertThat(evaluation.marks()).isEqualTo(MARKS);
        assertThat(evaluation.comments()).isEqualTo(COMMENTS);
        assertThat(evaluation.total()).isNull();
        assertThat(evaluation.submittedAt()).isNull();
    }

    @Test
    @Tag("C16")
    void submittingScoresWhatWasWrittenByTheScheme() {
        Evaluation evaluation = written();
        evaluation.submit(SCHEME, LATER);
        assertThat(evaluation.total()).isEqualByComparingTo("7.5");
        assertThat(evaluation.passes()).isTrue();
        assertThat(evaluation.submittedAt()).isEqualTo(LATER);
        Evaluation poor = assigned();
        poor.write(Map.of("relevance", new BigDecimal(3), "quality", new BigDecimal("3.5")), Map.of());
        poor.submit(SCHEME, LATER);
        assertThat(poor.total()).isEqualByComparingTo("6.5");
        assertThat(poor.passes()).isFalse();
    }

    @Test
    @Tag("C16")
    void eachMarkThatCannotStandIsPointedAtAndNothingIsScored() {
        Evaluation evaluation = assigned();
        evaluation.write(Map.of("relevance", new BigDecimal("4.3"), "style", BigDecimal.ONE), Map.of());
        assertThatThrownBy(() -> evaluation.submit(SCHEME, LATER))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.errors())
                                .containsExactly(
                                        new FieldError("/marks/relevance", "bad-mark", "not a step of 0.5"),
                                        new FieldError("/marks/quality", "bad-mark", "no mark"),
                                        new FieldError("/marks/style", "bad-mark", "not a criterion")));
        assertThat(evaluation.status()).isEqualTo(EvaluationStatus.ASSIGNED);
        assertThat(evaluation.total()).isNull();
        assertThat(evaluation.passes()).isNull();
        assertThat(evaluation.submittedAt()).isNull();
    }

    @Test
    void aConflictTakesTheWholeReviewOutEvenAfterItWasSubmitted() {
        Evaluation evaluation = written();
        evaluation.submit(SCHEME, LATER);
        evaluation.declareConflict("A cousin.");
        assertThat(evaluation.conflict()).isEqualTo("A cousin.");
        assertThat(evaluation.marks()).isEmpty();
        assertThat(evaluation.comments()).isEmpty();
        assertThat(evaluation.total()).isNull();
        assertThat(evaluation.passes()).isNull();
    }

    @Test
    void whatIsSubmittedIsNotWrittenAnew() {
        Evaluation evaluation = written();
        evaluation.submit(SCHEME, LATER);
        assertThatThrownBy(() -> evaluation.write(Map.of(), Map.of()))
                .satisfies(Refusals.of(CallsProblem.EVALUATION_STATE));
        assertThat(evaluation.marks()).isEqualTo(MARKS);
        assertThat(evaluation.comments()).isEqualTo(COMMENTS);
    }
}
