package eu.mpf.events.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.events.event.WallTime;
import eu.mpf.web.value.LocalizedText;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("E10")
class CalendarFileTest {
    private static final Instant NOW = Instant.parse("2026-01-15T10:00:00Z");
    private static final CalendarFile FILE = new CalendarFile("https://events.example.org", "no-reply@mpf.example");

    private static Appointment at(String zone, String startsLocal, String endsLocal) {
        ZoneId place = WallTime.zone(zone);
        return new Appointment(
                UUID.nameUUIDFromBytes((zone + startsLocal).getBytes(StandardCharsets.UTF_8)),
                3,
                LocalizedText.of("en", "Borders, security; and \\ more — Wörter"),
                LocalizedText.of("en", "First line\nSecond line"),
                zone,
                WallTime.instant(LocalDateTime.parse(startsLocal), place),
                WallTime.instant(LocalDateTime.parse(endsLocal), place),
                "Brussels, BE",
                false,
                false,
                null);
    }

    /** Days before, on and after both changes of summer time, of two years and of zones on both halves of the globe. */
    static List<Appointment> aroundTheChanges() {
        return List.of(
                at("Europe/Brussels", "2026-03-28T09:00:00", "2026-03-29T17:00:00"),
                at("Europe/Brussels", "2026-03-29T00:30:00", "2026-03-29T04:00:00"),
                at("Europe/Brussels", "2026-10-24T22:00:00", "2026-10-25T06:00:00"),
                at("Europe/Brussels", "2023-09-21T09:00:00", "2023-09-21T17:00:00"),
                at("Europe/Brussels", "2023-10-30T10:00:00", "2023-10-30T12:00:00"),
                // Not into the first hour after the change: there biweekly itself is an hour off.
                at("Europe/Riga", "2027-03-28T02:59:59", "2027-03-28T05:00:00"),
                at("Europe/Lisbon", "2026-10-25T00:59:00", "2026-10-25T02:30:00"),
                at("Africa/Casablanca", "2026-06-01T09:00:00", "2026-06-01T10:00:00"),
                at("Asia/Tashkent", "2026-12-01T09:00:00", "2026-12-01T10:00:00"),
                at("America/Santiago", "2026-09-06T01:00:00", "2026-09-06T12:00:00"));
    }

    @Test
    @Tag("E9")
    void timesComeBackTheSameOnBothSidesOfBothChangesOfSummerTime() {
        for (Appointment appointment : aroundTheChanges()) {
            Calendars.Entry back = Calendars.biweekly(FILE.added(appointment, Locale.ENGLISH, NOW))
                    .withUid(appointment.uid().toString());
            assertThat(back.starts()).as(appointment.toString()).isEqualTo(appointment.startsAt());
            assertThat(back.ends()).as(appointment.toString()).isEqualTo(appointment.endsAt());
            assertThat(back.zone()).isEqualTo(appointment.timeZone());
        }
    }

    @Test
    @Tag("E9")
    void aSecondLibraryInAnotherLanguageReadsTheSame() throws Exception {
        assumeTrue(IcalJs.nodeIsThere(), "node and npm are not installed here");
        List<Appointment> all = aroundTheChanges();
        JsonNode read = IcalJs.read(FILE.published(all, "All", List.of(Locale.ENGLISH), NOW));
        assertThat(read.path("method").asText()).isEqualTo("PUBLISH");
        assertThat(read.path("events")).hasSize(all.size());
        for (int i = 0; i < all.size(); i++) {
            JsonNode event = read.path("events").get(i);
            Appointment appointment = all.get(i);
            assertThat(event.path("uid").asText()).isEqualTo(appointment.uid().toString());
            assertThat(event.path("sequence").asInt()).isEqualTo(3);
            assertThat(event.path("summary").asText()).isEqualTo("Borders, security; and \\ more — Wörter");
            assertThat(event.path("zone").asText()).isEqualTo(appointment.timeZone());
            assertThat(Instant.parse(event.path("starts").asText())).isEqualTo(appointment.startsAt());
            assertThat(Instant.parse(event.path("ends").asText())).isEqualTo(appointment.endsAt());
        }
    }

    @Test
    @Tag("E9")
    void everyFileIsValidByTheRulesOfItsMethod() throws Exception {
        List<Appointment> all = aroundTheChanges();
        for (byte[] file : List.of(
                FILE.published(all, "All", List.of(Locale.ENGLISH), NOW),
                FILE.added(all.getFirst(), Locale.FRENCH, NOW),
                FILE.cancelled(all.getFirst(), Locale.ENGLISH, NOW))) {
            var valid =
                    new CalendarBuilder().build(new ByteArrayInputStream(file)).validate();
            assertThat(valid.hasErrors()).as(valid.toString()).isFalse();
        }
    }

    @Test
    void aCancellationHasTheSameUidAndAHigherSequence() {
        Appointment appointment = aroundTheChanges().getFirst();
        Calendars.Read cancelled = Calendars.biweekly(FILE.cancelled(appointment.later(1), Locale.ENGLISH, NOW));
        assertThat(cancelled.method()).isEqualTo("CANCEL");
        assertThat(cancelled.events()).singleElement().satisfies(entry -> {
            assertThat(entry.uid()).isEqualTo(appointment.uid().toString());
            assertThat(entry.sequence()).isEqualTo(4);
            assertThat(entry.status()).isEqualTo("CANCELLED");
        });
    }

    @Test
    void linesAreFoldedAndEndAsTheStandardSays() {
        String file = new String(
                FILE.published(aroundTheChanges(), "A name", List.of(Locale.ENGLISH), NOW), StandardCharsets.UTF_8);
        assertThat(file).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
        assertThat(file.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(75));
        assertThat(file.replace("\r\n", "")).doesNotContain("\n", "\r");
    }

    @Test
    void theTitleIsInTheLanguageAskedForOrElseInEnglish() {
        Appointment both = new Appointment(
                new UUID(1, 2),
                0,
                new LocalizedText(Map.of("en", "Meeting", "fr", "Réunion")),
                null,
                "Europe/Paris",
                NOW,
                null,
                null,
                true,
                false,
                null);
        assertThat(Calendars.biweekly(FILE.added(both, Locale.FRENCH, NOW))
                        .events()
                        .getFirst()
                        .summary())
                .isEqualTo("Réunion");
        assertThat(Calendars.biweekly(FILE.added(both, Locale.GERMAN, NOW))
                        .events()
                        .getFirst())
                .satisfies(entry -> assertThat(entry.summary()).isEqualTo("Meeting"))
                .satisfies(entry -> assertThat(entry.status()).isEqualTo("TENTATIVE"));
    }
}
