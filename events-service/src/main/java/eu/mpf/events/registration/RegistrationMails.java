package eu.mpf.events.registration;

import eu.mpf.events.calendar.Appointment;
import eu.mpf.events.calendar.CalendarFile;
import eu.mpf.web.mail.Mail;
import eu.mpf.web.mail.MailTemplates;
import eu.mpf.web.mail.Mailer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells registrants where they stand, once for each occasion, and never after the end. */
@ApplicationScoped
class RegistrationMails {
    private final Mailer mailer;
    private final ManageToken tokens;
    private final MailTemplates templates;
    private final CalendarFile calendars;
    private final String publicUrl;

    RegistrationMails(
            Mailer mailer,
            ManageToken tokens,
            MailTemplates templates,
            CalendarFile calendars,
            @ConfigProperty(name = "mpf.public-url", defaultValue = "http://127.0.0.1:8080") String publicUrl) {
        this.mailer = mailer;
        this.tokens = tokens;
        this.templates = templates;
        this.calendars = calendars;
        this.publicUrl = publicUrl;
    }

    void tell(Recipient to, News news, Scene scene) {
        tell(to, news, scene, "", true);
    }

    /**
     * @param which tells repetitions of one occasion apart: an event may be moved twice
     * @param seated whether it stands in the registrant's calendar
     */
    void tell(Recipient to, News news, Scene scene, String which, boolean seated) {
        Occasion occasion = news.occasion();
        if (!scene.tells(occasion)) {
            return;
        }
        mailer.queueAtEnd(
                templates
                        .fill(
                                "registration-" + occasion.name().toLowerCase(Locale.ROOT),
                                List.of(to.language()),
                                values(to, news, scene.appointment()))
                        .to(to.address(), seated ? attachments(to, occasion, scene) : List.of()),
                "registration/%s/%s%s"
                        .formatted(to.registrationId(), occasion.name().toLowerCase(Locale.ROOT), which),
                scene.appointment().end());
    }

    private Map<String, Object> values(Recipient to, News news, Appointment appointment) {
        Map<String, Object> values = new HashMap<>();
        values.put("name", to.name());
        values.put("event", appointment.title());
        values.put(
                "link",
                "%s/registrations/%s#%s".formatted(publicUrl, to.registrationId(), tokens.of(to.registrationId())));
        ZoneId zone = ZoneId.of(appointment.timeZone());
        switch (news.occasion()) {
            case RECEIVED, LAPSED, WITHDRAWN -> {
                // Nothing more is to be said.
            }
            case CONFIRMED, PROMOTED, SEATED -> whenAndWhere(appointment, zone, values);
            case WAITING -> values.put("position", Objects.requireNonNull(news.position()));
            case OFFERED ->
                values.put("until", Objects.requireNonNull(news.until()).atZone(zone));
            case MOVED -> {
                whenAndWhere(appointment, zone, values);
                values.put("reason", reason(news));
            }
            case REJECTED, CANCELLED -> values.put("reason", reason(news));
        }
        return values;
    }

    private static void whenAndWhere(Appointment appointment, ZoneId zone, Map<String, Object> values) {
        values.put("starts", appointment.startsAt().atZone(zone));
        values.put("where", appointment.place() == null ? "" : ", " + appointment.place());
    }

    private static String reason(News news) {
        return Objects.requireNonNullElse(news.reason(), "");
    }

    private List<Mail.Attachment> attachments(Recipient to, Occasion occasion, Scene scene) {
        Appointment appointment = scene.appointment().later(to.calendarStep());
        return switch (occasion.forCalendar()) {
            case ADD ->
                List.of(new Mail.Attachment(
                        "event.ics",
                        "text/calendar; charset=UTF-8; method=PUBLISH",
                        calendars.added(appointment, to.language(), scene.now())));
            case REMOVE ->
                List.of(new Mail.Attachment(
                        "event.ics",
                        "text/calendar; charset=UTF-8; method=CANCEL",
                        calendars.cancelled(appointment, to.language(), scene.now())));
            case NOTHING -> List.of();
        };
    }
}
