package eu.mpf.events.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import eu.mpf.events.EventsProblem;
import eu.mpf.web.problem.ProblemException;
import java.lang.reflect.Field;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every command in every state: the table decides, and nothing goes round it. */
@Tag("E4")
class RegistrationStateTest {
    private static final Instant NOW = Instant.parse("2023-09-01T12:00:00Z");

    private enum Command {
        APPROVE_WITH_ROOM(registration -> registration.approve(true)),
        APPROVE_WITHOUT_ROOM(registration -> registration.approve(false)),
        PROMOTE(Registration::promote),
        OFFER(registration -> registration.offer(NOW)),
        ACCEPT(registration -> registration.acceptOffer(NOW)),
        REJECT(registration -> registration.reject("Not of the audience.")),
        WITHDRAW(registration -> registration.withdraw(null)),
        CHECK_IN(registration -> registration.checkIn(NOW)),
        UNDO(Registration::undoCheckIn);

        private final Consumer<Registration> run;

        Command(Consumer<Registration> run) {
            this.run = run;
        }
    }

    private static Registration in(RegistrationStatus status) {
        Registration registration = new Registration();
        try {
            Field field = Registration.class.getDeclaredField("status");
            field.setAccessible(true);
            field.set(registration, status);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
        return registration;
    }

    private static @Nullable RegistrationStatus after(RegistrationStatus from, Command command) {
        Registration registration = in(from);
        Throwable refused = catchThrowable(() -> command.run.accept(registration));
        if (refused == null) {
            return registration.status();
        }
        assertThat(refused)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(EventsProblem.STEP_NOT_POSSIBLE));
        assertThat(registration.status())
                .as("nothing changes when it is refused")
                .isEqualTo(from);
        return null;
    }

    @Test
    void everyCommandInEveryState() {
        Map<String, String> outcomes = new TreeMap<>();
        for (RegistrationStatus from : RegistrationStatus.values()) {
            for (Command command : Command.values()) {
                RegistrationStatus to = after(from, command);
                if (to != null) {
                    outcomes.put(from + " " + command, to.name());
                }
            }
        }
        assertThat(outcomes)
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
}
