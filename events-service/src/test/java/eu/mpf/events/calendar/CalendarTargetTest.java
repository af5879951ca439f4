package eu.mpf.events.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.testkit.fuzz.Seeds;
import eu.mpf.web.value.LocalizedText;
import eu.mpf.web.value.Texts;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever stands in a title, a place and a text comes back from the calendar file as one appointment. Sought by {@code ./mpf fuzz CalendarTargetTest}; here the known inputs only. */
@Tag("E27")
public class CalendarTargetTest {

    private static final Instant START = Instant.parse("2026-03-28T09:00:00Z");
    private static final CalendarFile FILE = new CalendarFile("https://events.example.org", "no-reply@mpf.example");

    /** What Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        String text = new String(input, StandardCharsets.UTF_8);
        if (Texts.isBlank(text)) {
            return; // no title is refused before it comes here
        }
        var appointment = new Appointment(
                new UUID(0, 1),
                0,
                LocalizedText.of("en", text),
                LocalizedText.of("en", text),
                "Europe/Brussels",
                START,
                START.plusSeconds(3600),
                text,
                false,
                false,
                null);
        var file = new ByteArrayInputStream(FILE.added(appointment, Locale.ENGLISH, START));
        var events = new CalendarBuilder().build(file).getComponents(Component.VEVENT);
        if (events.size() != 1) {
            throw new IllegalStateException("one appointment comes back as " + events.size());
        }
    }

    @Test
    void theKnownInputsAreReadOrRefused() throws Exception {
        assertThat(Seeds.each(CalendarTargetTest.class, CalendarTargetTest::fuzzerTestOneInput))
                .isPositive();
    }
}
