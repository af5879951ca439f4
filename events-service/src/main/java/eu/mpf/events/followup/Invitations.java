package eu.mpf.events.followup;

import eu.mpf.events.session.Session;
import eu.mpf.web.mail.Mail;
import eu.mpf.web.mail.Mailer;
import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Invites the audience of a session to its follow-up: those who agreed to be asked, each once. */
@ApplicationScoped
public class Invitations {
    private final Sql sql;
    private final Mailer mailer;
    private final String publicUrl;

    public Invitations(
            Sql sql,
            Mailer mailer,
            @ConfigProperty(name = "mpf.public-url", defaultValue = "http://127.0.0.1:8080") String publicUrl) {
        this.sql = sql;
        this.mailer = mailer;
        this.publicUrl = publicUrl;
    }

    private record Invitee(UUID registrationId, String address, String name) {}

    /** @return how many were invited */
    int send(UUID parentId, Session followUp) {
        List<Invitee> audience = sql.list(
                """
                SELECT registration_id, address, name FROM session_audience
                WHERE session_id = ? AND (consent ->> 'followUps')::boolean ORDER BY registration_id
                """, row -> new Invitee(row.getObject(1, UUID.class), row.getString(2), row.getString(3)), parentId);
        String title = followUp.title().get(List.of(Locale.ENGLISH)).replaceAll("\\p{Cntrl}+", " ");
        for (Invitee invitee : audience) {
            mailer.queue(
                    new Mail(invitee.address(), "Invitation: " + title, """
                            Dear %s,

                            the discussion you attended goes on: %s
                            %s (%s)

                            As one of its audience you may register before others:
                            %s/v1/events/%s/registrations
                            with this address, and followUpId %s.

                            Migration Partnership Facility
                            """.formatted(
                                    invitee.name(),
                                    title,
                                    followUp.startsLocal(),
                                    followUp.timeZone(),
                                    publicUrl,
                                    followUp.eventId(),
                                    followUp.id())),
                    "follow-up/%s/invitation/%s".formatted(followUp.id(), invitee.registrationId()));
        }
        return audience.size();
    }
}
