package eu.mpf.events.person.api;

import eu.mpf.events.sql.Json;
import eu.mpf.web.value.LocalizedText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something a person contributed: name, post and body as printed that day. */
@Schema(name = "PersonContribution")
public record PersonContribution(
        UUID id,
        UUID eventId,
        String eventKey,
        LocalizedText eventTitle,
        Instant startsAt,
        UUID sessionId,
        LocalizedText sessionTitle,
        String role,
        @Nullable String honorific,
        String name,
        @Nullable String post,
        @Nullable String unit,
        @Nullable String organisation,
        @Nullable String organisationName,
        @Nullable String project) {

    static final String COLUMNS = """
            c.*, s.title AS session_title, e.id AS event_id, e.key AS event_key, e.title AS event_title, e.starts_at""";
    static final String FROM = "contribution c JOIN session s ON s.id = c.session_id JOIN event e ON e.id = s.event_id";

    static PersonContribution of(ResultSet row) throws SQLException {
        return new PersonContribution(
                row.getObject("id", UUID.class),
                row.getObject("event_id", UUID.class),
                row.getString("event_key"),
                Json.text(row.getString("event_title")),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                row.getObject("session_id", UUID.class),
                Json.text(row.getString("session_title")),
                row.getString("role"),
                row.getString("honorific"),
                row.getString("name"),
                row.getString("post"),
                row.getString("unit"),
                row.getString("organisation_code"),
                row.getString("organisation_name"),
                row.getString("project_code"));
    }
}
