package eu.mpf.calls.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.calls.CallsProblem;
import eu.mpf.calls.Refusals;
import eu.mpf.testkit.StateTable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C12")
class ClarificationRequestTest {

    private static final UUID ID = UUID.randomUUID();
    private static final UUID APPLICATION = UUID.randomUUID();
    private static final Instant ASKED = Instant.parse("2030-07-01T09:00:00Z");
    private static final Instant DUE = ASKED.plusSeconds(100);
    private static final Instant AFTER = DUE.plusNanos(1);

    private final StateTable<ClarificationRequest, ClarificationStatus> table = StateTable.derived(
                    ClarificationRequestTest::in,
                    ClarificationStatus.class,
                    ClarificationRequest::status,
                    Refusals.of(CallsProblem.CLARIFICATION_STATE))
            .on("answer", request -> request.answer("Here it is.", DUE))
            .on("lapse", request -> request.lapse(AFTER));

    private static ClarificationRequest asked() {
        return new ClarificationRequest(
                ID, APPLICATION, "Where is the letter?", List.of("letter"), "officer", ASKED, DUE);
    }

    private static ClarificationRequest in(ClarificationStatus status) {
        ClarificationRequest request = asked();
        switch (status) {
            case OPEN -> {
                // as it was asked
            }
            case ANSWERED -> request.answer("Here it is.", DUE);
            case LAPSED -> request.lapse(AFTER);
        }
        return request;
    }

    @Test
    void everyCommandInEveryState() {
        assertThat(table.outcomes())
                .containsExactlyInAnyOrderEntriesOf(Map.of("OPEN answer", "ANSWERED", "OPEN lapse", "LAPSED"));
    }

    @Test
    void aNewOneIsOpenUntilItIsDue() {
        ClarificationRequest request = asked();
        assertThat(request.id()).isEqualTo(ID);
        assertThat(request.applicationId()).isEqualTo(APPLICATION);
        assertThat(request.question()).isEqualTo("Where is the letter?");
        assertThat(request.items()).containsExactly("letter");
        assertThat(request.askedAt()).isEqualTo(ASKED);
        assertThat(request.dueAt()).isEqualTo(DUE);
        assertThat(request.answer()).isNull();
        assertThat(request.answeredAt()).isNull();
        assertThat(request.late()).isFalse();
    }

    @Test
    void nobodyGoesOnWithoutAnAnswerBeforeItIsDue() {
        ClarificationRequest request = asked();
        assertThatThrownBy(() -> request.lapse(DUE))
                .satisfies(Refusals.of(CallsProblem.CLARIFICATION_STATE))
                .hasMessageContaining(DUE.toString());
        assertThat(request.status()).isEqualTo(ClarificationStatus.OPEN);
        request.lapse(AFTER);
        assertThat(request.status()).isEqualTo(ClarificationStatus.LAPSED);
    }

    @Test
    void anAnswerAfterTheDueDateCountsAndIsLate() {
        ClarificationRequest request = asked();
        request.answer("Here it is.", AFTER);
        assertThat(request.answer()).isEqualTo("Here it is.");
        assertThat(request.answeredAt()).isEqualTo(AFTER);
        assertThat(request.late()).isTrue();
        ClarificationRequest inTime = asked();
        inTime.answer("Here it is.", DUE);
        assertThat(inTime.late()).isFalse();
    }

    @Test
    void theClockStandsStillFromTheQuestionToTheAnswer() {
        ClarificationRequest request = asked();
        request.answer("Here it is.", DUE.minusSeconds(1));
        assertThat(request.pause()).isEqualTo(new CheckClock.Pause(ID, ASKED, DUE.minusSeconds(1)));
    }

    @Test
    void nobodyGainsTimeByNotAnswering() {
        CheckClock.Pause untilDue = new CheckClock.Pause(ID, ASKED, DUE);
        ClarificationRequest request = asked();
        assertThat(request.pause()).as("open").isEqualTo(untilDue);
        request.answer("Here it is.", AFTER);
        assertThat(request.pause()).as("late").isEqualTo(untilDue);
        assertThat(table.in(ClarificationStatus.LAPSED).pause()).as("lapsed").isEqualTo(untilDue);
    }
}
