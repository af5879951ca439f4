package eu.mpf.events.calendar.api;

import eu.mpf.events.calendar.Appointment;
import eu.mpf.events.calendar.CalendarFile;
import eu.mpf.events.sql.Json;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Answers that are calendar files; their ETag says what is in them, not when they were written. */
public final class CalendarAnswers {
    private CalendarAnswers() {}

    public static Response of(List<Appointment> appointments, byte[] file, String name) {
        return Response.ok(file)
                .type(CalendarFile.MEDIA_TYPE + ";charset=UTF-8")
                .tag(new EntityTag(tag(appointments)))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".ics\"")
                .header(HttpHeaders.VARY, "Accept, Accept-Language")
                .build();
    }

    /** The language to write titles in. */
    public static Locale language(HttpHeaders headers) {
        Locale first = headers.getAcceptableLanguages().getFirst();
        return first.getLanguage().isEmpty() || "*".equals(first.getLanguage()) ? Locale.ENGLISH : first;
    }

    private static String tag(List<Appointment> appointments) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(Json.write(appointments).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
