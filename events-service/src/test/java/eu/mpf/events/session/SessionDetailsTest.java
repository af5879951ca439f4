package eu.mpf.events.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.mpf.events.event.EventMode;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.value.LocalizedText;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("E2")
class SessionDetailsTest {
    private static final LocalDateTime NINE = LocalDateTime.of(2030, 6, 30, 9, 0);

    private @Nullable String block;
    private @Nullable Integer position;
    private String title = "Panel";
    private @Nullable EventMode mode;
    private @Nullable String zone = "Europe/Brussels";
    private @Nullable LocalDateTime starts = NINE;
    private @Nullable LocalDateTime ends = NINE.plusHours(1);
    private @Nullable FollowUpsPlanned followUps;
    private @Nullable List<String> languages;
    private @Nullable List<Interpretation> interpretation;

    private SessionDetails details() {
        return new SessionDetails(
                "m1",
                block,
                position,
                SessionKind.values()[0],
                LocalizedText.of("en", title),
                null,
                mode,
                zone,
                starts,
                ends,
                null,
                null,
                null,
                null,
                null,
                followUps,
                languages,
                interpretation);
    }

    private List<String> faults() {
        ProblemException problem =
                catchThrowableOfType(ProblemException.class, () -> details().check(List.of("morning")));
        return problem == null
                ? List.of()
                : problem.errors().stream()
                        .map(error -> error.pointer() + " " + error.code())
                        .toList();
    }

    @Test
    void aSessionStandsInABlockOfTheEventOrInNone() {
        assertThat(faults()).isEmpty();
        block = "morning";
        assertThat(faults()).isEmpty();
        block = "evening";
        assertThat(faults()).containsExactly("/block unknown-block");
    }

    @Test
    void anEndNeedsAStartThatDoesNotLieBehindIt() {
        ends = NINE;
        assertThat(faults()).isEmpty();
        ends = NINE.minusMinutes(1);
        assertThat(faults()).containsExactly("/endsLocal before-start");
        starts = null;
        assertThat(faults()).containsExactly("/startsLocal missing");
        ends = null;
        assertThat(faults()).isEmpty();
    }

    @Test
    void timesAreOfAZoneThatThereIs() {
        zone = "Europe/Atlantis";
        assertThat(faults()).containsExactly("/timeZone unknown-time-zone");
        zone = null;
        assertThat(faults()).as("the event's").isEmpty();
    }

    @Test
    void anHourThatTheClocksLeftOutIsNone() {
        starts = LocalDateTime.of(2030, 3, 31, 2, 30);
        ends = LocalDateTime.of(2030, 3, 31, 4, 0);
        assertThat(faults()).containsExactly("/startsLocal no-such-time");
    }

    @Test
    void atLeastSoManyFollowUpsAreNotMoreThanAtMost() {
        followUps = new FollowUpsPlanned(2, 2);
        assertThat(faults()).isEmpty();
        followUps = new FollowUpsPlanned(3, 2);
        assertThat(faults()).containsExactly("/followUpsPlanned/atMost below-least");
    }

    @Test
    void oneInterpretsOutOfALanguageThatIsSpokenIntoOthers() {
        languages = List.of("en");
        interpretation = List.of(new Interpretation("en", List.of("fr")));
        assertThat(faults()).isEmpty();
        interpretation =
                List.of(new Interpretation("en", List.of("fr", "en")), new Interpretation("de", List.of("fr")));
        assertThat(faults())
                .containsExactly("/interpretation/0/into same-language", "/interpretation/1/from not-spoken");
        languages = null;
        interpretation = null;
        assertThat(faults()).isEmpty();
    }

    @Test
    void whatIsLeftOutIsAsTheEventIs() {
        zone = null;
        SessionDetails usual = details().within(EventMode.ONLINE, "Europe/Riga", 7);
        assertThat(usual.mode()).isEqualTo(EventMode.ONLINE);
        assertThat(usual.timeZone()).isEqualTo("Europe/Riga");
        assertThat(usual.position()).isEqualTo(7);
        mode = EventMode.HYBRID;
        zone = "Europe/Lisbon";
        position = 0;
        assertThat(details().within(EventMode.ONLINE, "Europe/Riga", 7)).isEqualTo(details());
    }

    @Test
    void whoComesAlsoComesToAnotherOnlyOfTheSameTitleModeAndTime() {
        SessionDetails before = details();
        block = "morning";
        assertThat(details().looksLike(before)).isTrue();
        title = "Discussion";
        assertThat(details().looksLike(before)).isFalse();
        title = "Panel";
        mode = EventMode.ONLINE;
        assertThat(details().looksLike(before)).isFalse();
        mode = null;
        zone = "Europe/Riga";
        assertThat(details().looksLike(before)).isFalse();
        zone = "Europe/Brussels";
        starts = NINE.plusMinutes(1);
        assertThat(details().looksLike(before)).isFalse();
        starts = NINE;
        ends = null;
        assertThat(details().looksLike(before)).isFalse();
    }
}
