package eu.mpf.events.registration;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.events.calendar.Appointment;
import eu.mpf.events.event.EventStatus;
import eu.mpf.events.event.RegistrationPolicy;
import eu.mpf.events.session.SessionStatus;
import eu.mpf.web.value.LocalizedText;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("E7")
class SceneTest {
    private static final Instant STARTS = Instant.parse("2030-06-30T07:00:00Z");
    private static final Instant ENDS = STARTS.plus(Duration.ofHours(8));
    private static final RegistrationPolicy TWO_DAYS = RegistrationPolicy.OPEN;

    private static Scene scene(EventStatus event, @Nullable SessionStatus followUp, Instant now) {
        var appointment = new Appointment(
                UUID.randomUUID(),
                0,
                LocalizedText.of("en", "Exchange"),
                null,
                "Europe/Brussels",
                STARTS,
                ENDS,
                null,
                false,
                false,
                null);
        return new Scene(appointment, event, followUp, TWO_DAYS, now);
    }

    private static Scene published(Instant now) {
        return scene(EventStatus.PUBLISHED, null, now);
    }

    @Test
    void anEventIsToComeWhileItIsPublished() {
        assertThat(Arrays.stream(EventStatus.values())
                        .filter(status -> scene(status, null, STARTS).isToCome()))
                .containsExactly(EventStatus.PUBLISHED);
    }

    @Test
    void aFollowUpIsToComeWhileItIsPlannedAndItsEventIsNotCancelled() {
        for (EventStatus event : EventStatus.values()) {
            for (SessionStatus followUp : SessionStatus.values()) {
                assertThat(scene(event, followUp, STARTS).isToCome())
                        .as(event + " " + followUp)
                        .isEqualTo(event.isOn() && followUp == SessionStatus.PLANNED);
            }
        }
    }

    @Test
    void nobodyIsToldAnythingAfterTheEnd() {
        for (Occasion occasion : Occasion.values()) {
            assertThat(published(ENDS).tells(occasion))
                    .as("at the end: " + occasion)
                    .isFalse();
            assertThat(published(ENDS.minusMillis(1)).tells(occasion))
                    .as("before: " + occasion)
                    .isTrue();
        }
    }

    @Test
    void ofWhatIsCancelledOnlyThatAndAWithdrawalAreTold() {
        Scene cancelled = scene(EventStatus.CANCELLED, null, STARTS);
        assertThat(EnumSet.allOf(Occasion.class).stream().filter(cancelled::tells))
                .containsExactlyInAnyOrder(Occasion.CANCELLED, Occasion.WITHDRAWN);
    }

    @Test
    void anOfferStandsAsLongAsThePolicySaysAndNotLongerThanUntilItBegins() {
        Instant early = STARTS.minus(Duration.ofDays(3));
        assertThat(published(early).offerUntil()).isEqualTo(early.plus(Duration.ofHours(48)));
        Instant late = STARTS.minus(Duration.ofHours(1));
        assertThat(published(late).offerUntil()).isEqualTo(STARTS);
        assertThat(published(STARTS).offerUntil()).as("begun").isEqualTo(STARTS.plus(Duration.ofHours(48)));
    }

    @Test
    void aCalendarFollowsWhatOneGoesTo() {
        assertThat(EnumSet.allOf(Occasion.class).stream()
                        .filter(occasion -> occasion.forCalendar() == Occasion.ForCalendar.ADD))
                .containsExactlyInAnyOrder(Occasion.CONFIRMED, Occasion.PROMOTED, Occasion.SEATED, Occasion.MOVED);
        assertThat(EnumSet.allOf(Occasion.class).stream()
                        .filter(occasion -> occasion.forCalendar() == Occasion.ForCalendar.REMOVE))
                .containsExactlyInAnyOrder(Occasion.WITHDRAWN, Occasion.CANCELLED);
    }

    @Test
    void whoRegistersIsToldWhatCameOfIt() {
        assertThat(Arrays.stream(RegistrationStatus.values()).map(Occasion::of))
                .containsExactly(
                        Occasion.RECEIVED,
                        Occasion.CONFIRMED,
                        Occasion.WAITING,
                        Occasion.OFFERED,
                        Occasion.REJECTED,
                        Occasion.WITHDRAWN,
                        Occasion.CONFIRMED);
    }
}
