package eu.mpf.events.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.events.EventsProblem;
import eu.mpf.events.Refusals;
import eu.mpf.testkit.StateTable;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.value.LocalizedText;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("E1")
class EventTest {

    private static EventDetails details(String key, String series, String title, int day) {
        return new EventDetails(
                key,
                series,
                LocalizedText.of("en", title),
                LocalizedText.of("en", "Two sessions."),
                EventMode.HYBRID,
                "Brussels",
                "BE",
                "Europe/Brussels",
                LocalDateTime.of(2023, 9, day, 9, 0),
                LocalDateTime.of(2023, 9, day, 17, 0),
                false,
                List.of(AudienceCategory.EXPERT),
                List.of(new Block("morning", LocalizedText.of("en", "Morning"))),
                60,
                Map.of(AudienceCategory.EXPERT, 10),
                RegistrationPolicy.OPEN,
                null);
    }

    private static final EventDetails DETAILS = details("MPF-2023", "MPF-EXCHANGE", "Exchange", 21);
    private static final EventTimes LATER =
            EventTimes.of("Europe/Lisbon", LocalDateTime.of(2023, 10, 5, 10, 0), LocalDateTime.of(2023, 10, 5, 16, 0));

    @Test
    void aDraftIsHiddenAndStaysSoIfItIsCancelledWhileWhatWasPublishedStaysPublic() {
        Event event = new Event(DETAILS);
        assertThat(event.isPublic()).isFalse();
        event.cancel();
        assertThat(event.isPublic()).isFalse();

        Event published = new Event(DETAILS);
        published.publish();
        assertThat(published.isPublic()).isTrue();
        published.cancel();
        assertThat(published.isPublic()).isTrue();
    }

    private final StateTable<Event, EventStatus> table = new StateTable<>(
                    () -> new Event(DETAILS), EventStatus.class, Event::status, Refusals.STEP_NOT_POSSIBLE)
            .on("publish", Event::publish)
            .on("reschedule", event -> event.reschedule(LATER, true))
            .on("cancel", Event::cancel)
            .on("hold", Event::hold)
            .on("report", Event::report);

    @Test
    void everyCommandInEveryState() {
        assertThat(table.outcomes())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "DRAFT publish", "PUBLISHED",
                        "DRAFT cancel", "CANCELLED",
                        "PUBLISHED reschedule", "PUBLISHED",
                        "PUBLISHED cancel", "CANCELLED",
                        "PUBLISHED hold", "HELD",
                        "HELD report", "REPORTED",
                        "REPORTED report", "REPORTED"));
    }

    @Test
    void aNewOneIsADraftOfWhatWasSaid() {
        Event event = new Event(DETAILS);
        assertThat(event.status()).isEqualTo(EventStatus.DRAFT);
        assertThat(event.details()).isEqualTo(DETAILS);
        assertThat(event.times()).isEqualTo(DETAILS.times());
        assertThat(event.id()).isNotNull();
        assertThat(event.key()).isEqualTo("MPF-2023");
        assertThat(event.seriesKey()).isEqualTo("MPF-EXCHANGE");
        assertThat(event.policy()).isEqualTo(RegistrationPolicy.OPEN);
        assertThat(new Event(DETAILS).id()).isNotEqualTo(event.id());
    }

    @Test
    void aDraftIsRevisedTimesIncludedButNeverItsKeyOrItsSeries() {
        Event event = new Event(DETAILS);
        EventDetails moved = details("MPF-2023", "MPF-EXCHANGE", "Exchange event", 28);
        event.revise(moved);
        assertThat(event.details()).isEqualTo(moved);
        assertThat(event.times()).isEqualTo(moved.times());
        for (var other : Map.of(
                        "/key", details("MPF-2024", "MPF-EXCHANGE", "Exchange", 21),
                        "/series", details("MPF-2023", "OTHERS", "Exchange", 21))
                .entrySet()) {
            assertThatThrownBy(() -> event.revise(other.getValue()))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.errors())
                                    .singleElement()
                                    .satisfies(
                                            error -> assertThat(error.pointer()).isEqualTo(other.getKey())));
        }
        assertThat(event.details()).as("nothing of what was refused").isEqualTo(moved);
    }

    @Test
    void whatPeopleKnowOfMovesByReschedulingOnly() {
        Event event = new Event(DETAILS);
        event.publish();
        EventDetails sameDay = details("MPF-2023", "MPF-EXCHANGE", "Exchange event", 21);
        event.revise(sameDay);
        assertThat(event.details()).isEqualTo(sameDay);
        assertThatThrownBy(() -> event.revise(details("MPF-2023", "MPF-EXCHANGE", "Exchange", 28)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(EventsProblem.USE_RESCHEDULE));
        event.reschedule(LATER, true);
        assertThat(event.times()).isEqualTo(LATER);
        assertThat(event.details().dayConfirmed()).isTrue();
    }
}
