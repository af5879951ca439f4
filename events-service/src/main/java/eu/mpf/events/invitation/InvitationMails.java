package eu.mpf.events.invitation;

import eu.mpf.events.sql.Json;
import eu.mpf.web.mail.Mail;
import eu.mpf.web.mail.MailTemplates;
import eu.mpf.web.mail.Mailer;
import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Letters to the invited, one each, none once the event is over. */
@ApplicationScoped
class InvitationMails {
    private static final String INVITED = """
            SELECT i.id, i.address, i.name, e.id AS event_id, e.title, e.starts_at, e.ends_at, e.time_zone, concat_ws(', ', e.place, e.country) AS place, i.language
            FROM invitation i JOIN event e ON e.id = i.event_id
            WHERE i.event_id = ? AND i.address IS NOT NULL AND (?::uuid IS NULL OR i.id = ?)
              AND e.status = 'PUBLISHED' AND e.ends_at > platform_clock()
            ORDER BY i.id
            """;

    private final Sql sql;
    private final Mailer mailer;
    private final MailTemplates templates;
    private final String publicUrl;

    InvitationMails(
            Sql sql,
            Mailer mailer,
            MailTemplates templates,
            @ConfigProperty(name = "mpf.public-url", defaultValue = "http://127.0.0.1:8080") String publicUrl) {
        this.sql = sql;
        this.mailer = mailer;
        this.templates = templates;
        this.publicUrl = publicUrl;
    }

    private record Letter(UUID id, Mail mail, Instant notAfter) {}

    void send(UUID eventId, UUID invitationId) {
        queue(eventId, invitationId);
    }

    void sendAll(UUID eventId) {
        queue(eventId, null);
    }

    private void queue(UUID eventId, @Nullable UUID only) {
        sql.list(INVITED, this::letter, eventId, only, only)
                .forEach(letter -> mailer.queue(letter.mail(), "invitation/" + letter.id(), letter.notAfter()));
    }

    private Letter letter(ResultSet row) throws SQLException {
        String name = row.getString("name");
        String place = row.getString("place");
        ZoneId zone = ZoneId.of(row.getString("time_zone"));
        Map<String, Object> values = Map.of(
                "name", name == null ? "" : name,
                "event", Json.text(row.getString("title")),
                "starts", Objects.requireNonNull(Sql.instant(row, "starts_at")).atZone(zone),
                "where", place.isEmpty() ? "" : ", " + place,
                "link", "%s/v1/events/%s/registrations".formatted(publicUrl, row.getString("event_id")));
        return new Letter(
                row.getObject("id", UUID.class),
                templates
                        .fill("invitation", List.of(Locale.forLanguageTag(row.getString("language"))), values)
                        .to(row.getString("address")),
                Objects.requireNonNull(Sql.instant(row, "ends_at")));
    }
}
