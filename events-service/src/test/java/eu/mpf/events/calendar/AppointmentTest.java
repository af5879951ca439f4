package eu.mpf.events.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.web.value.LocalizedText;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("E13")
class AppointmentTest {
    private static final Instant STARTS = Instant.parse("2030-06-30T07:00:00Z");
    private static final Instant ENDS = Instant.parse("2030-06-30T15:00:00Z");

    private static Appointment appointment(@Nullable Instant ends, @Nullable LocalizedText summary) {
        return new Appointment(
                new UUID(0, 1),
                3,
                new LocalizedText(Map.of("en", "Exchange\r\nevent", "fr", "Échange")),
                summary,
                "Europe/Brussels",
                STARTS,
                ends,
                null,
                false,
                false,
                null);
    }

    @Test
    void whatHasAnEndIsOverThen() {
        assertThat(appointment(ENDS, null).end()).isEqualTo(ENDS);
        assertThat(appointment(ENDS, null).isOver(ENDS.minusMillis(1))).isFalse();
        assertThat(appointment(ENDS, null).isOver(ENDS)).isTrue();
    }

    @Test
    void whatNobodyKnowsTheEndOfIsOverAtMidnightThere() {
        assertThat(appointment(null, null).end()).isEqualTo(Instant.parse("2030-06-30T22:00:00Z"));
    }

    @Test
    void aTitleIsOneLineInTheLanguagePreferred() {
        assertThat(appointment(ENDS, null).title(List.of(Locale.GERMAN))).isEqualTo("Exchange event");
        assertThat(appointment(ENDS, null).title(List.of(Locale.FRENCH))).isEqualTo("Échange");
    }

    @Test
    void titleAndSummaryMayComeInTwoLanguages() {
        assertThat(appointment(ENDS, null).languages(List.of(Locale.FRENCH))).containsExactly("fr");
        assertThat(appointment(ENDS, LocalizedText.of("en", "All of us.")).languages(List.of(Locale.FRENCH)))
                .containsExactly("en", "fr");
    }

    @Test
    void whoDoesNotGoHasItTakenFromTheCalendar() {
        assertThat(appointment(ENDS, null).gone().cancelled()).isTrue();
        assertThat(appointment(ENDS, null).later(2).sequence()).isEqualTo(5);
        assertThat(appointment(ENDS, null).later(2).cancelled()).isFalse();
    }
}
