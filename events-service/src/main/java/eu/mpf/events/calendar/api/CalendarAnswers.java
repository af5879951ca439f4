package eu.mpf.events.calendar.api;

import eu.mpf.events.calendar.Appointment;
import eu.mpf.events.calendar.CalendarFile;
import eu.mpf.events.sql.Json;
import eu.mpf.web.language.Languages;
import eu.mpf.web.time.PlatformTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Answers that are calendar files, in the languages the request prefers; their ETag says what is in them, not when they
 * were written.
 */
@ApplicationScoped
public class CalendarAnswers {
    private final CalendarFile file;
    private final Languages languages;

    CalendarAnswers(CalendarFile file, Languages languages) {
        this.file = file;
        this.languages = languages;
    }

    /**
     * A file of appointments.
     *
     * @param name that calendars show
     * @param filename without its ending
     */
    public Response of(List<Appointment> appointments, String name, String filename) {
        List<Locale> preferred = languages.preferred();
        return Response.ok(file.published(appointments, name, preferred, PlatformTime.now()))
                .type(CalendarFile.MEDIA_TYPE + ";charset=UTF-8")
                .tag(new EntityTag(tag(appointments, preferred)))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + filename + ".ics\"")
                .header(HttpHeaders.CONTENT_LANGUAGE, told(appointments, preferred))
                .header(HttpHeaders.VARY, "Accept, Accept-Language")
                .build();
    }

    /** An event's title, for the name of its calendar. */
    String title(Appointment event) {
        return event.title(languages.preferred());
    }

    /** A calendar without an appointment holds its name alone, which is English. */
    private static String told(List<Appointment> appointments, List<Locale> preferred) {
        return appointments.isEmpty()
                ? "en"
                : appointments.stream()
                        .flatMap(appointment -> appointment.languages(preferred).stream())
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    private static String tag(List<Appointment> appointments, List<Locale> preferred) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Json.write(appointments).getBytes(StandardCharsets.UTF_8));
            // Another language is another file.
            digest.update(preferred.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
