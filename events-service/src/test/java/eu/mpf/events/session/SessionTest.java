package eu.mpf.events.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.events.Refusals;
import eu.mpf.events.event.EventMode;
import eu.mpf.events.event.Shift;
import eu.mpf.testkit.StateTable;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.value.LocalizedText;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
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
        return details(key, title, starts, Duration.ofHours(1));
    }

    private static SessionDetails details(String key, String title, @Nullable LocalDateTime starts, Duration length) {
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
                starts == null ? null : starts.plus(length),
                40,
                "CALL-1",
                List.of("P-1"),
                List.of("Visas"),
                LocalizedText.of("en", "Well received."),
                starts == null ? null : new FollowUpsPlanned(1, 2),
                List.of("en"),
                List.of(new Interpretation("en", List.of("fr"))));
    }

    private static final Shift A_DAY_AND_AN_HOUR = new Shift(
            ZoneId.of("Europe/Brussels"),
            ZoneId.of("Europe/Brussels"),
            Duration.ofDays(1).plusHours(1));

    @Test
    @Tag("E22")
    void itMovesWithItsEvent() {
        Session session = new Session(EVENT, details("m4", "Lessons", TEN));
        assertThat(session.moveBy(A_DAY_AND_AN_HOUR)).isTrue();
        assertThat(session.startsLocal()).isEqualTo(TEN.plusDays(1).plusHours(1));
        assertThat(session.startsAt()).isEqualTo(Instant.parse("2023-09-22T09:00:00Z"));
        assertThat(session.endsAt()).isEqualTo(Instant.parse("2023-09-22T10:00:00Z"));
    }

    @Test
    @Tag("E22")
    void aFollowUpAndWhatHasTakenPlaceAndWhatHasNoTimesStayWhereTheyAre() {
        Session session = new Session(EVENT, details("m4", "Lessons", TEN));
        Session followUp = new Session(session, details("f1", "More lessons", TEN.plusDays(40)), null, true);
        assertThat(followUp.moveBy(A_DAY_AND_AN_HOUR)).isFalse();
        assertThat(followUp.startsLocal()).isEqualTo(TEN.plusDays(40));
        session.hold();
        assertThat(session.moveBy(A_DAY_AND_AN_HOUR)).isFalse();
        assertThat(session.startsLocal()).isEqualTo(TEN);
        assertThat(new Session(EVENT, details("m5", "Lunch", null)).moveBy(A_DAY_AND_AN_HOUR))
                .isFalse();
    }

    @Test
    @Tag("E9")
    @Tag("E22")
    void anEndIsNeverBeforeTheStartThatSkippedAnHour() {
        Session night = new Session(
                EVENT, details("m4", "Lessons", LocalDateTime.of(2023, 3, 25, 2, 30), Duration.ofMinutes(45)));
        Shift intoSpring = new Shift(ZoneId.of("Europe/Brussels"), ZoneId.of("Europe/Brussels"), Duration.ofDays(1));
        assertThat(night.moveBy(intoSpring)).isTrue();
        assertThat(night.startsAt()).isEqualTo(Instant.parse("2023-03-26T01:30:00Z"));
        assertThat(night.endsAt()).isEqualTo(night.startsAt());
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

    @Test
    @Tag("E6")
    void aFollowUpAlwaysHasADayOfItsOwn() {
        Session parent = new Session(EVENT, details("m4", "Lessons", TEN));
        SessionDetails planned = details("m4-2", "Lessons, continued", TEN.plusDays(30));
        Session followUp = new Session(parent, planned, null, false);
        assertThatThrownBy(() -> followUp.revise(details("m4-2", "Lessons, continued", null)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.errors())
                                .extracting(error -> error.pointer())
                                .containsExactly("/startsLocal"));
        assertThat(followUp.startsLocal()).isEqualTo(TEN.plusDays(30));
        followUp.revise(details("m4-2", "Lessons, concluded", TEN.plusDays(31)));
        assertThat(followUp.startsLocal()).isEqualTo(TEN.plusDays(31));
    }
}
