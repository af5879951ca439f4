package eu.mpf.events.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calendar files read back by libraries that had no part in writing them. */
public final class Calendars {
    private Calendars() {}

    /** What a reader understood. */
    public record Read(String method, List<Entry> events) {
        public Entry withUid(String uid) {
            return events.stream()
                    .filter(entry -> entry.uid().equals(uid))
                    .findFirst()
                    .orElseThrow();
        }
    }

    public record Entry(
            String uid,
            int sequence,
            String summary,
            @Nullable String status,
            String zone,
            Instant starts,
            @Nullable Instant ends) {}

    /** By biweekly. */
    public static Read biweekly(byte[] file) {
        ICalendar calendar =
                Biweekly.parse(new String(file, StandardCharsets.UTF_8)).first();
        assertThat(calendar.validate(ICalVersion.V2_0).getWarnings()).isEmpty();
        return new Read(
                calendar.getMethod().getValue(),
                calendar.getEvents().stream()
                        .map(event -> new Entry(
                                event.getUid().getValue(),
                                event.getSequence().getValue(),
                                event.getSummary().getValue(),
                                event.getStatus().getValue(),
                                zone(calendar, event),
                                event.getDateStart().getValue().toInstant(),
                                event.getDateEnd() == null
                                        ? null
                                        : event.getDateEnd().getValue().toInstant()))
                        .toList());
    }

    private static String zone(ICalendar calendar, VEvent event) {
        TimezoneAssignment zone = calendar.getTimezoneInfo().getTimezone(event.getDateStart());
        return zone == null || zone.getComponent() == null
                ? "UTC"
                : zone.getComponent().getTimezoneId().getValue();
    }

    public static Read biweekly(Response answer) {
        return biweekly(answer.asByteArray());
    }
}
