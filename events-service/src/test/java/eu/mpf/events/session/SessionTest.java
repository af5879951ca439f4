package eu.mpf.events.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.events.Refusals;
import eu.mpf.events.event.EventMode;
import eu.mpf.testkit.StateTable;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.value.LocalizedText;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("E1")
class SessionTest {
    private static final UUID EVENT = UUID.randomUUID();
    private static final LocalDateTime TEN = LocalDateTime.of(2023, 9, 21, 10, 0);

    private static SessionDetails details(String key, String title, @Nullable LocalDateTime starts) {
        return new SessionDetails(
                key,
                "morning",
                3,
                SessionKind.PANEL,
                LocalizedText.of("en", title),
                LocalizedText.of("en", "What was learned."),
                EventMode.HYBRID,
                "Europe/Brussels",
                starts,
                starts == null ? null : starts.plusHours(1),
                40,
                "CALL-1",
                List.of("P-1"),
                List.of("Visas"),
                LocalizedText.of("en", "Well received."),
                starts == null ? null : new FollowUpsPlanned(1, 2),
                List.of("en"),
                List.of(new Interpretation("en", List.of("fr"))));
    }

    private final StateTable<Session, SessionStatus> table = new StateTable<>(
                    () -> new Session(EVENT, details("m4", "Lessons", TEN)),
                    SessionStatus.class,
                    Session::status,
                    Refusals.STEP_NOT_POSSIBLE)
            .on("hold", Session::hold)
            .on("cancel", Session::cancel);

    @Test
    void everyCommandInEveryState() {
        assertThat(table.outcomes())
                .containsExactlyInAnyOrderEntriesOf(Map.of("PLANNED hold", "HELD", "PLANNED cancel", "CANCELLED"));
    }

    @Test
    void aNewOneIsPlannedAsWasSaid() {
        SessionDetails details = details("m4", "Lessons", TEN);
        Session session = new Session(EVENT, details);
        assertThat(session.status()).isEqualTo(SessionStatus.PLANNED);
        assertThat(session.details()).isEqualTo(details);
        assertThat(session.id()).isNotNull();
        assertThat(session.eventId()).isEqualTo(EVENT);
        assertThat(session.title()).isEqualTo(details.title());
        assertThat(session.mode()).isEqualTo(EventMode.HYBRID);
        assertThat(session.timeZone()).isEqualTo("Europe/Brussels");
        assertThat(session.capacity()).isEqualTo(40);
        assertThat(session.startsLocal()).isEqualTo(TEN);
        assertThat(session.startsAt()).isEqualTo(Instant.parse("2023-09-21T08:00:00Z"));
        assertThat(session.endsAt()).isEqualTo(Instant.parse("2023-09-21T09:00:00Z"));
        assertThat(session.parentId()).isNull();
        assertThat(session.carriesConsent()).isFalse();
    }

    @Test
    void aRevisionTakesEverythingButTheKey() {
        Session session = new Session(EVENT, details("m4", "Lessons", TEN));
        SessionDetails without = details("m4", "Lessons learned", null);
        session.revise(without);
        assertThat(session.details()).isEqualTo(without);
        assertThat(session.startsAt()).isNull();
        assertThat(session.endsAt()).isNull();
        assertThatThrownBy(() -> session.revise(details("m5", "Lessons", TEN))).isInstanceOf(ProblemException.class);
        assertThat(session.details()).isEqualTo(without);
    }

    @Test
    @Tag("E6")
    void aFollowUpKnowsWhereItComesFromAndWhatItCarries() {
        Session parent = new Session(EVENT, details("m4", "Lessons", TEN));
        Instant until = Instant.parse("2023-10-01T00:00:00Z");
        Session followUp = new Session(parent, details("m4-2", "Lessons, continued", TEN.plusDays(30)), until, true);
        assertThat(followUp.details().kind()).isEqualTo(SessionKind.FOLLOW_UP);
        assertThat(followUp.parentId()).isEqualTo(parent.id());
        assertThat(followUp.eventId()).isEqualTo(EVENT);
        assertThat(followUp.invitedUntil()).isEqualTo(until);
        assertThat(followUp.carriesConsent()).isTrue();
        assertThat(followUp.id()).isNotEqualTo(parent.id());
    }
}
