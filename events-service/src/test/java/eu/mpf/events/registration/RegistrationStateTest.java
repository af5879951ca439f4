package eu.mpf.events.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.events.EventsProblem;
import eu.mpf.events.Refusals;
import eu.mpf.testkit.StateTable;
import eu.mpf.web.problem.ProblemException;
import java.lang.reflect.Field;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every command in every state: the table decides, and nothing goes round it. */
@Tag("E4")
class RegistrationStateTest {
    private static final Instant NOW = Instant.parse("2023-09-01T12:00:00Z");

    private final StateTable<Registration, RegistrationStatus> table = new StateTable<>(
                    Registration::new, RegistrationStatus.class, Registration::status, Refusals.STEP_NOT_POSSIBLE)
            .on("APPROVE_WITH_ROOM", registration -> registration.approve(true))
            .on("APPROVE_WITHOUT_ROOM", registration -> registration.approve(false))
            .on("PROMOTE", Registration::promote)
            .on("OFFER", registration -> registration.offer(NOW))
            .on("ACCEPT", registration -> registration.acceptOffer(NOW))
            .on("REJECT", registration -> registration.reject("Not of the audience."))
            .on("WITHDRAW", registration -> registration.withdraw(null))
            .on("CHECK_IN", registration -> registration.checkIn(NOW))
            .on("UNDO", Registration::undoCheckIn);

    private Registration in(RegistrationStatus status) {
        return table.in(status);
    }

    @Test
    void everyCommandInEveryState() {
        assertThat(table.outcomes())
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("PENDING APPROVE_WITH_ROOM", "CONFIRMED"),
                        Map.entry("PENDING APPROVE_WITHOUT_ROOM", "WAITLISTED"),
                        Map.entry("PENDING REJECT", "REJECTED"),
                        Map.entry("PENDING WITHDRAW", "WITHDRAWN"),
                        Map.entry("WAITLISTED PROMOTE", "CONFIRMED"),
                        Map.entry("WAITLISTED OFFER", "OFFERED"),
                        Map.entry("WAITLISTED REJECT", "REJECTED"),
                        Map.entry("WAITLISTED WITHDRAW", "WITHDRAWN"),
                        Map.entry("OFFERED ACCEPT", "CONFIRMED"),
                        Map.entry("OFFERED REJECT", "REJECTED"),
                        Map.entry("OFFERED WITHDRAW", "WITHDRAWN"),
                        Map.entry("CONFIRMED WITHDRAW", "WITHDRAWN"),
                        Map.entry("CONFIRMED CHECK_IN", "CHECKED_IN"),
                        Map.entry("CHECKED_IN CHECK_IN", "CHECKED_IN"),
                        Map.entry("CHECKED_IN UNDO", "CONFIRMED")));
    }

    @Test
    void anOfferStandsUntilItsLastInstantAndNoLonger() {
        Registration inTime = in(RegistrationStatus.WAITLISTED);
        inTime.offer(NOW);
        inTime.acceptOffer(NOW);
        assertThat(inTime.status()).isEqualTo(RegistrationStatus.CONFIRMED);
        Registration late = in(RegistrationStatus.WAITLISTED);
        late.offer(NOW);
        assertThatThrownBy(() -> late.acceptOffer(NOW.plusNanos(1)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(EventsProblem.OFFER_LAPSED));
    }

    @Test
    @Tag("E11")
    void theFirstScanIsTheArrivalAndUndoForgetsIt() {
        Registration registration = in(RegistrationStatus.CONFIRMED);
        assertThat(registration.checkIn(NOW)).isTrue();
        assertThat(registration.checkIn(NOW.plusSeconds(60))).isFalse();
        assertThat(registration.arrivedAt()).isEqualTo(NOW);
        registration.undoCheckIn();
        assertThat(registration.arrivedAt()).isNull();
    }

    @Test
    void anOfferIsForgottenOnceItIsTakenUpOrGivenUp() {
        Registration taken = in(RegistrationStatus.WAITLISTED);
        taken.offer(NOW);
        assertThat(taken.offerExpiresAt()).isEqualTo(NOW);
        taken.acceptOffer(NOW);
        assertThat(taken.offerExpiresAt()).isNull();
        Registration given = in(RegistrationStatus.WAITLISTED);
        given.offer(NOW);
        given.withdraw("Cannot come.");
        assertThat(given.offerExpiresAt()).isNull();
    }

    @Test
    void whatWasWrittenIsCorrectedButNotTheWordingThatWasAgreedTo() {
        Consent agreed = new Consent("2", true, false, null);
        var before = new RegistrationCorrection("Ana Exmaple", null, "en", agreed, null, null);
        var after = new RegistrationCorrection(
                "Ana Example", "AIMA", "pt", new Consent("2", false, true, null), Map.of(), 1);
        for (RegistrationStatus status : RegistrationStatus.values()) {
            Registration registration = written(status, agreed);
            if (status == RegistrationStatus.WITHDRAWN || status == RegistrationStatus.REJECTED) {
                assertThatThrownBy(() -> registration.correct(after)).isInstanceOf(ProblemException.class);
                assertThat(registration.correctable()).isEqualTo(before);
                continue;
            }
            registration.correct(after);
            assertThat(registration.correctable()).isEqualTo(after);
            assertThat(registration.name()).isEqualTo("Ana Example");
            assertThat(registration.language()).isEqualTo("pt");
        }
        for (Consent other : List.of(new Consent("3", true, false, null), agreed.carriedFrom(UUID.randomUUID()))) {
            Registration registration = written(RegistrationStatus.CONFIRMED, agreed);
            var refused = new RegistrationCorrection("Ana Example", null, "en", other, null, null);
            assertThatThrownBy(() -> registration.correct(refused)).isInstanceOf(ProblemException.class);
            assertThat(registration.correctable()).isEqualTo(before);
        }
    }

    private Registration written(RegistrationStatus status, Consent agreed) {
        Registration registration = in(status);
        set(registration, "name", "Ana Exmaple");
        set(registration, "language", "en");
        set(registration, "consent", agreed);
        return registration;
    }

    private static void set(Registration registration, String name, Object value) {
        try {
            Field field = Registration.class.getDeclaredField(name);
            field.setAccessible(true);
            field.set(registration, value);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @Tag("E13")
    void theCalendarIsToldWheneverItChangesWhetherOneComes() {
        Registration registration = in(RegistrationStatus.PENDING);
        assertThat(registration.calendarStep()).isZero();
        registration.approve(true);
        assertThat(registration.calendarStep()).as("comes").isEqualTo(1);
        registration.checkIn(NOW);
        registration.undoCheckIn();
        assertThat(registration.calendarStep()).as("came all the time").isEqualTo(1);
        registration.seatInSession();
        assertThat(registration.calendarStep()).as("one session more").isEqualTo(2);
        registration.withdraw(null);
        assertThat(registration.calendarStep()).as("does not come").isEqualTo(3);
        Registration waiting = in(RegistrationStatus.PENDING);
        waiting.approve(false);
        waiting.reject("Not of the audience.");
        assertThat(waiting.calendarStep()).as("never came").isZero();
    }
}
