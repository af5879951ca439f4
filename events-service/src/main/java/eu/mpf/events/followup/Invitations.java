package eu.mpf.events.followup;

import eu.mpf.events.session.Session;
import eu.mpf.web.mail.MailTemplates;
import eu.mpf.web.mail.Mailer;
import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Invites the audience of a session to its follow-up: those who agreed to be asked, each once. */
@ApplicationScoped
public class Invitations {
    private final Sql sql;
    private final Mailer mailer;
    private final MailTemplates templates;
    private final String publicUrl;

    public Invitations(
            Sql sql,
            Mailer mailer,
            MailTemplates templates,
            @ConfigProperty(name = "mpf.public-url", defaultValue = "http://127.0.0.1:8080") String publicUrl) {
        this.sql = sql;
        this.mailer = mailer;
        this.templates = templates;
        this.publicUrl = publicUrl;
    }

    private record Invitee(UUID registrationId, String address, String name, Locale language) {}

    /** @return how many were invited */
    int send(UUID parentId, Session followUp) {
        List<Invitee> audience = sql.list(
                """
                SELECT a.registration_id, a.address, a.name, r.language
                FROM session_audience a JOIN registration r ON r.id = a.registration_id
                WHERE a.session_id = ? AND (a.consent ->> 'followUps')::boolean ORDER BY a.registration_id
                """,
                row -> new Invitee(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        Locale.forLanguageTag(row.getString(4))),
                parentId);
        ZonedDateTime starts = Objects.requireNonNull(followUp.startsAt()).atZone(ZoneId.of(followUp.timeZone()));
        for (Invitee invitee : audience) {
            Map<String, Object> values = Map.of(
                    "name", invitee.name(),
                    "event", followUp.title(),
                    "starts", starts,
                    "link", "%s/v1/events/%s/registrations".formatted(publicUrl, followUp.eventId()),
                    "followUp", followUp.id().toString());
            mailer.queue(
                    templates
                            .fill("follow-up-invitation", List.of(invitee.language()), values)
                            .to(invitee.address()),
                    "follow-up/%s/invitation/%s".formatted(followUp.id(), invitee.registrationId()),
                    Objects.requireNonNullElse(followUp.endsAt(), starts.toInstant()));
        }
        return audience.size();
    }
}
