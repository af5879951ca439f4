package eu.mpf.events.question;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.events.Refusals;
import eu.mpf.testkit.StateTable;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("E13")
class QuestionTest {
    private static final UUID SESSION = UUID.randomUUID();
    private static final UUID FOLLOW_UP = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2023-09-21T12:00:00Z");

    private static Question question() {
        return new Question(SESSION, "Who pays for visas?", NOW);
    }

    private final StateTable<Question, QuestionStatus> table = new StateTable<>(
                    QuestionTest::question, QuestionStatus.class, Question::status, Refusals.STEP_NOT_POSSIBLE)
            .on("approve", Question::approve)
            .on("reject", question -> question.reject("Off the subject."))
            .on("answer", question -> question.answer("The grant does.", NOW))
            .on("carry over", question -> question.carryOver(FOLLOW_UP));

    @Test
    void everyCommandInEveryState() {
        assertThat(table.outcomes())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "ASKED approve", "APPROVED",
                        "ASKED reject", "REJECTED",
                        "ASKED carry over", "CARRIED_OVER",
                        "APPROVED reject", "REJECTED",
                        "APPROVED answer", "ANSWERED",
                        "APPROVED carry over", "CARRIED_OVER",
                        "REJECTED approve", "APPROVED"));
    }

    @Test
    void aNewOneWasAskedInItsSession() {
        Question question = question();
        assertThat(question.id()).isNotNull();
        assertThat(question.sessionId()).isEqualTo(SESSION);
        assertThat(question.status()).isEqualTo(QuestionStatus.ASKED);
        assertThat(question.votes()).isZero();
        assertThat(question.carriedFrom()).isNull();
        assertThat(question.carriedTo()).isNull();
    }

    @Test
    void whatIsCarriedOverGoesOnAsItStoodAndEachKnowsTheOther() {
        Question question = question();
        question.approve();
        Question continued = question.carryOver(FOLLOW_UP);
        assertThat(continued.sessionId()).isEqualTo(FOLLOW_UP);
        assertThat(continued.status()).isEqualTo(QuestionStatus.APPROVED);
        assertThat(continued.carriedFrom()).isEqualTo(question.id());
        assertThat(question.carriedTo()).isEqualTo(continued.id());
        assertThat(continued.id()).isNotEqualTo(question.id());
    }
}
