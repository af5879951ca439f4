package eu.mpf.calls.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.calls.application.EligibilityCheck;
import eu.mpf.calls.call.CheckRules;
import eu.mpf.calls.call.ChecklistItem;
import eu.mpf.web.problem.FieldError;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.value.LocalizedText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C13")
class CheckClockTest {

    private static final Instant START = Instant.parse("2030-03-01T09:00:00Z");

    @Test
    void everyPairOfStatusAndCommandOfAQuestionIsDecided() {
        for (ClarificationStatus status : ClarificationStatus.values()) {
            for (ClarificationCommand command : ClarificationCommand.values()) {
                assertThat(status.after(command).isPresent())
                        .as(status + " " + command)
                        .isEqualTo(status == ClarificationStatus.OPEN);
            }
        }
        assertThat(ClarificationStatus.OPEN.after(ClarificationCommand.ANSWER)).contains(ClarificationStatus.ANSWERED);
        assertThat(ClarificationStatus.OPEN.after(ClarificationCommand.LAPSE)).contains(ClarificationStatus.LAPSED);
    }

    @Test
    void daysElapsedAreCountedWithoutThePauses() {
        ClarificationRequest first = asked(day(3), day(10));
        first.answer("Yes.", day(5));
        ClarificationRequest second = asked(day(8), day(12));
        second.answer(null, day(9));
        CheckClock clock = clock(List.of(first.pause(), second.pause()), null, day(20));
        assertThat(clock.elapsedDays()).isEqualTo(17);
        assertThat(clock.running()).isTrue();
        assertThat(clock.dueAt()).isEqualTo(day(33));
        assertThat(clock.overdue()).isFalse();
    }

    @Test
    void itStandsStillWhileAQuestionIsOpenAndRunsAgainOnceTheQuestionIsOverdue() {
        ClarificationRequest open = asked(day(3), day(10));
        CheckClock paused = clock(List.of(open.pause()), null, day(7));
        assertThat(paused.running()).isFalse();
        assertThat(paused.elapsedDays()).isEqualTo(3);
        CheckClock later = clock(List.of(open.pause()), null, day(12));
        assertThat(later.running()).isTrue();
        assertThat(later.elapsedDays()).isEqualTo(5);
    }

    @Test
    void aLateAnswerGainsNoTimeAndIsMarked() {
        ClarificationRequest late = asked(day(3), day(5));
        late.answer("Sorry.", day(9));
        assertThat(late.late()).isTrue();
        assertThat(clock(List.of(late.pause()), day(10), day(11)).elapsedDays()).isEqualTo(8);
    }

    @Test
    void theClockEndsWithTheResultAndTheLimitIsPassedOnlyBeyondIt() {
        assertThat(clock(List.of(), day(30), day(90)).overdue())
                .as("exactly thirty days")
                .isFalse();
        CheckClock over = clock(List.of(), day(30).plusSeconds(1), day(90));
        assertThat(over.overdue()).isTrue();
        assertThat(over.running()).isFalse();
        assertThat(clock(List.of(), null, START.minusSeconds(5)).elapsedSeconds())
                .as("still sealed")
                .isZero();
    }

    @Test
    void aQuestionLapsesOnlyOnceItWasDue() {
        ClarificationRequest open = asked(day(1), day(2));
        assertThatThrownBy(() -> open.lapse(day(2))).isInstanceOf(ProblemException.class);
        open.lapse(day(2).plusMillis(1));
        assertThat(open.status()).isEqualTo(ClarificationStatus.LAPSED);
        assertThatThrownBy(() -> open.answer("Too late.", day(3))).isInstanceOf(ProblemException.class);
    }

    @Test
    void everyPointOfTheChecklistIsAnsweredOnceAndNothingIsEligibleWithoutThoseThatCount() {
        CheckRules rules = new CheckRules(
                30,
                null,
                List.of(
                        new ChecklistItem("signed", LocalizedText.of("en", "Signed"), false),
                        new ChecklistItem("logo", LocalizedText.of("en", "Logo"), true)));
        Checklist.require(rules, List.of(answer("signed", true), answer("logo", false)), true);
        Checklist.require(rules, List.of(answer("signed", false), answer("logo", false)), false);
        assertThat(faults(rules, List.of(answer("signed", false), answer("logo", true)), true))
                .containsExactly("/checklist/0/met");
        assertThat(faults(rules, List.of(answer("signed", true), answer("signed", true), answer("x", true)), true))
                .containsExactly("/checklist/1/item", "/checklist/2/item", "/checklist");
    }

    private static List<String> faults(CheckRules rules, List<EligibilityCheck.Item> answers, boolean eligible) {
        try {
            Checklist.require(rules, answers, eligible);
            return List.of();
        } catch (ProblemException refused) {
            return refused.errors().stream().map(FieldError::pointer).toList();
        }
    }

    private static EligibilityCheck.Item answer(String code, boolean met) {
        return new EligibilityCheck.Item(code, met, null);
    }

    private static CheckClock clock(List<CheckClock.Pause> pauses, @Nullable Instant ended, Instant now) {
        return CheckClock.of(START, ended, pauses, 30, now);
    }

    private static ClarificationRequest asked(Instant at, Instant due) {
        return new ClarificationRequest(UUID.randomUUID(), UUID.randomUUID(), "?", List.of(), "officer", at, due);
    }

    private static Instant day(long days) {
        return START.plus(Duration.ofDays(days));
    }
}
