package eu.mpf.events.positioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.events.EventsProblem;
import eu.mpf.events.Refusals;
import eu.mpf.testkit.StateTable;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.value.LocalizedText;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("E25")
class ExerciseTest {
    private static final UUID EVENT = UUID.randomUUID();
    private static final UUID SESSION = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2023-09-21T12:00:00Z");
    private static final LocalizedText OUTCOME = LocalizedText.of("en", "Most projects are of type B.");

    private static Exercise exercise() {
        return new Exercise(EVENT, SESSION, 3);
    }

    private final StateTable<Exercise, ExerciseStatus> table = new StateTable<>(
                    ExerciseTest::exercise, ExerciseStatus.class, Exercise::status, Refusals.STEP_NOT_POSSIBLE)
            .on("open", exercise -> exercise.open(NOW))
            .on("close", exercise -> exercise.close(NOW))
            .on("agree", exercise -> exercise.agree(OUTCOME));

    @Test
    void everyCommandInEveryState() {
        assertThat(table.outcomes())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("DRAFT open", "OPEN", "OPEN close", "CLOSED", "CLOSED agree", "AGREED"));
    }

    @Test
    void itIsOfOneSessionAndOneVersionOfTheTypology() {
        Exercise exercise = exercise();
        assertThat(exercise.id()).isNotNull();
        assertThat(exercise.eventId()).isEqualTo(EVENT);
        assertThat(exercise.sessionId()).isEqualTo(SESSION);
        assertThat(exercise.typologyVersion()).isEqualTo(3);
        assertThat(exercise.status()).isEqualTo(ExerciseStatus.DRAFT);
    }

    @Test
    void whenItOpenedAndClosedAndWhatCameOfItIsKept() {
        Exercise exercise = exercise();
        exercise.open(NOW);
        exercise.close(NOW.plusSeconds(60));
        exercise.agree(OUTCOME);
        assertThat(exercise.openedAt()).isEqualTo(NOW);
        assertThat(exercise.closedAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(exercise.outcome()).isEqualTo(OUTCOME);
    }

    @Test
    void positionsAreTakenWhileItIsOpenOnly() {
        for (ExerciseStatus status : ExerciseStatus.values()) {
            Exercise exercise = table.in(status);
            if (status == ExerciseStatus.OPEN) {
                exercise.requireOpen();
            } else {
                assertThatThrownBy(exercise::requireOpen)
                        .isInstanceOfSatisfying(
                                ProblemException.class,
                                problem -> assertThat(problem.type()).isEqualTo(EventsProblem.EXERCISE_NOT_OPEN));
            }
        }
    }
}
