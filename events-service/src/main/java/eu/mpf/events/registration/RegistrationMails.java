package eu.mpf.events.registration;

import eu.mpf.events.sql.Json;
import eu.mpf.web.mail.Mail;
import eu.mpf.web.mail.Mailer;
import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Tells registrants where they stand, once for each occasion. */
@ApplicationScoped
public class RegistrationMails {
    private final Mailer mailer;
    private final ManageToken tokens;
    private final Sql sql;
    private final String publicUrl;

    public RegistrationMails(
            Mailer mailer,
            ManageToken tokens,
            Sql sql,
            @ConfigProperty(name = "mpf.public-url", defaultValue = "http://127.0.0.1:8080") String publicUrl) {
        this.mailer = mailer;
        this.tokens = tokens;
        this.sql = sql;
        this.publicUrl = publicUrl;
    }

    /** @param position place in line, while waiting */
    void registered(
            UUID id, RegistrationStatus status, String to, String name, String title, @Nullable Integer position) {
        switch (status) {
            case CONFIRMED ->
                send(
                        id,
                        "confirmed",
                        to,
                        name,
                        "Confirmed: " + title,
                        "Your seat at %s is confirmed.".formatted(title));
            case WAITLISTED ->
                send(id, "waiting", to, name, "Waiting list: " + title, """
                    All seats at %s are taken. You stand in line%s.
                    As soon as a seat falls free for you, we write again.""".formatted(
                                title, position == null ? "" : " at position " + position));
            case PENDING -> send(id, "pending", to, name, "Received: " + title, """
                    We have received your registration for %s. An organiser will decide on it.""".formatted(title));
            case OFFERED, REJECTED, WITHDRAWN, CHECKED_IN -> {
                // Told by the methods below, or known to whoever did it.
            }
        }
    }

    /** A seat fell free: it is the registrant's, or offered until then. */
    void promoted(Registration registration, @Nullable Instant offeredUntil) {
        String title = title(registration);
        String text = offeredUntil == null
                ? "A seat at %s fell free and is yours.".formatted(title)
                : "A seat at %s fell free. It is kept for you until %s; accept it before then."
                        .formatted(title, offeredUntil);
        send(
                registration.id(),
                "promoted",
                registration.address(),
                registration.name(),
                "A seat for you: " + title,
                text);
    }

    void confirmedLater(Registration registration) {
        registered(
                registration.id(),
                registration.status(),
                registration.address(),
                registration.name(),
                title(registration),
                null);
    }

    void rejected(Registration registration, String reason) {
        String title = title(registration);
        send(
                registration.id(),
                "rejected",
                registration.address(),
                registration.name(),
                "Not accepted: " + title,
                "Your registration for %s could not be accepted: %s".formatted(title, reason));
    }

    private String title(Registration registration) {
        return sql.first(
                        """
                        SELECT coalesce(s.title, e.title) FROM event e
                        LEFT JOIN session s ON s.id = ? WHERE e.id = ?
                        """,
                        row -> Json.text(row.getString(1)).get(List.of(Locale.ENGLISH)),
                        registration.followUpId(),
                        registration.eventId())
                .orElse("the event");
    }

    private void send(UUID id, String occasion, String to, String name, String subject, String text) {
        String body = """
                Dear %s,

                %s

                To read or withdraw your registration, open:
                %s/registrations/%s#%s

                Migration Partnership Facility
                """.formatted(name, text, publicUrl, id, tokens.of(id));
        mailer.queue(new Mail(to, oneLine(subject), body), "registration/%s/%s".formatted(id, occasion));
    }

    /** A title may hold anything; a header may not. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }
}
