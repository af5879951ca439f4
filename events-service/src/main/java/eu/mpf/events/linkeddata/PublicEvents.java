package eu.mpf.events.linkeddata;

import com.fasterxml.jackson.core.type.TypeReference;
import eu.mpf.events.event.Publicity;
import eu.mpf.events.linkeddata.PublicEvent.Part;
import eu.mpf.events.linkeddata.PublicEvent.Series;
import eu.mpf.events.sql.Json;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.value.BindingLanguage;
import eu.mpf.web.value.LocalizedText;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads an event with its programme in one statement. Drafts are no public events. */
@ApplicationScoped
class PublicEvents {
    private static final String EVENT = """
            SELECT e.*, y.id AS report_id,
              (SELECT jsonb_build_object('id', x.id, 'key', x.key, 'name', x.name)
               FROM event_series x WHERE x.key = e.series_key) AS series,
              (SELECT (v.programme ->> 'startsLocal')::timestamp FROM programme_version v
               WHERE v.event_id = e.id AND (v.programme ->> 'startsLocal')::timestamp <> e.starts_local
               ORDER BY v.number DESC LIMIT 1) AS former_start,
              (SELECT coalesce(jsonb_agg(jsonb_build_object(
                 'id', s.id, 'title', s.title, 'summary', s.summary, 'cancelled', s.status = 'CANCELLED',
                 'mode', s.mode, 'timeZone', s.time_zone, 'startsLocal', s.starts_local, 'endsLocal', s.ends_local,
                 'languages', s.languages, 'speakers', (
                   SELECT coalesce(jsonb_agg(jsonb_build_object(
                     'personId', c.person_id, 'role', c.role, 'honorific', c.honorific, 'name', c.name,
                     'post', c.post, 'organisation', coalesce(c.organisation_name, o.name, c.organisation_code))
                     ORDER BY c.position, c.id), '[]')
                   FROM contribution c LEFT JOIN known_organisation o ON o.code = c.organisation_code
                   WHERE c.session_id = s.id)) ORDER BY s.position, s.id), '[]')
               FROM session s WHERE s.event_id = e.id AND s.kind <> 'BREAK') AS sessions
            FROM event e
            LEFT JOIN synopsis y ON y.event_id = e.id AND y.status = 'PUBLISHED'
            WHERE e.id = ? AND %s
            """.formatted(Publicity.PUBLIC);

    private final Sql sql;

    PublicEvents(Sql sql) {
        this.sql = sql;
    }

    /** @param rest all that is read beyond the event's own row, which has the version */
    record Found(PublicEvent event, long version, String rest) {}

    Optional<Found> find(UUID id) {
        return sql.first(EVENT, row -> new Found(event(row), row.getLong("version"), rest(row)), id);
    }

    private static String rest(ResultSet row) throws SQLException {
        return String.join(
                "|",
                String.valueOf(row.getString("series")),
                String.valueOf(row.getString("former_start")),
                String.valueOf(row.getString("report_id")),
                row.getString("sessions"));
    }

    private static PublicEvent event(ResultSet row) throws SQLException {
        @Nullable String series = row.getString("series");
        LocalizedText title = Json.text(row.getString("title"));
        return new PublicEvent(
                row.getObject("id", UUID.class),
                row.getString("key"),
                BindingLanguage.of(row.getString("binding_language"), title),
                title,
                Json.optionalText(row.getString("summary")),
                row.getString("status"),
                row.getString("mode"),
                row.getString("place"),
                row.getString("country"),
                row.getString("time_zone"),
                row.getObject("starts_local", LocalDateTime.class),
                row.getObject("ends_local", LocalDateTime.class),
                row.getBoolean("day_confirmed"),
                Json.texts(row.getString("audience")),
                row.getObject("capacity", Integer.class),
                row.getObject("former_start", LocalDateTime.class),
                row.getObject("report_id", UUID.class),
                series == null ? null : Json.read(series, Series.class),
                Json.read(row.getString("sessions"), new TypeReference<List<Part>>() {}));
    }
}
