package eu.mpf.events.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.value.LocalizedText;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("E1")
class EventDetailsTest {
    private static final LocalDateTime NINE = LocalDateTime.of(2030, 6, 30, 9, 0);

    private String title = "Exchange";
    private EventMode mode = EventMode.HYBRID;
    private @Nullable String place = "Brussels";
    private @Nullable String country = "BE";
    private String zone = "Europe/Brussels";
    private @Nullable Boolean dayConfirmed;
    private @Nullable List<Block> blocks;

    private EventDetails details() {
        return new EventDetails(
                "MPF-2030",
                null,
                LocalizedText.of("en", title),
                null,
                mode,
                place,
                country,
                zone,
                NINE,
                NINE.plusHours(8),
                dayConfirmed,
                null,
                blocks,
                null,
                null,
                null,
                null);
    }

    private List<String> faults() {
        ProblemException problem =
                catchThrowableOfType(ProblemException.class, () -> details().checked());
        return problem == null
                ? List.of()
                : problem.errors().stream()
                        .map(error -> error.pointer() + " " + error.code())
                        .toList();
    }

    private static Block block(String key) {
        return new Block(key, LocalizedText.of("en", key));
    }

    @Test
    void whatIsLeftOutIsUsual() {
        EventDetails details = details();
        assertThat(details.dayConfirmed()).isTrue();
        assertThat(details.audience()).isEmpty();
        assertThat(details.blocks()).isEmpty();
        assertThat(details.categoryLimits()).isEmpty();
        assertThat(details.registration()).isEqualTo(RegistrationPolicy.OPEN);
        dayConfirmed = false;
        assertThat(details().dayConfirmed()).isFalse();
    }

    @Test
    void aCountryHasOneCode() {
        country = "EL";
        assertThat(details().checked().country()).isEqualTo("GR");
        country = null;
        assertThat(details().checked().country()).isNull();
        country = "Atlantis";
        assertThat(faults()).containsExactly("/country unknown-country");
    }

    @Test
    void aBlockStandsOnceAndTimesAreOfAZoneThatThereIs() {
        blocks = List.of(block("morning"), block("evening"));
        assertThat(details().checked()).isEqualTo(details());
        blocks = List.of(block("morning"), block("morning"));
        zone = "Europe/Atlantis";
        assertThat(faults()).containsExactly("/timeZone unknown-time-zone", "/blocks/1/key duplicate");
    }

    @Test
    void nobodyChangesACalendarForWhatCalendarsDoNotShow() {
        EventDetails before = details();
        dayConfirmed = false;
        blocks = List.of(block("morning"));
        assertThat(details().looksLike(before)).isTrue();
    }

    @Test
    void aCalendarShowsTitleModePlaceAndCountry() {
        EventDetails before = details();
        title = "Another";
        assertThat(details().looksLike(before)).isFalse();
        title = "Exchange";
        mode = EventMode.ONLINE;
        assertThat(details().looksLike(before)).isFalse();
        mode = EventMode.HYBRID;
        place = null;
        assertThat(details().looksLike(before)).isFalse();
        place = "Brussels";
        country = "LU";
        assertThat(details().looksLike(before)).isFalse();
    }
}
