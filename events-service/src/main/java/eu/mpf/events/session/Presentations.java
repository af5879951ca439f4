package eu.mpf.events.session;

import eu.mpf.events.event.Event;
import eu.mpf.events.event.EventFact;
import eu.mpf.events.event.EventHeld;
import eu.mpf.events.sql.Json;
import eu.mpf.messaging.Outbox;
import eu.mpf.messaging.OutgoingEvent;
import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells which projects were presented, once they have been: in the sessions of the day when the event is held, in a
 * follow-up when that is; in what was cancelled, never.
 */
@ApplicationScoped
public class Presentations {
    private static final String PRESENTED = """
            SELECT s.id, s.title, coalesce(s.starts_local, e.starts_local)::date AS on_day,
                   c.project_code, min(c.type_code) AS type_code, p.project_id
            FROM contribution c
            JOIN session s ON s.id = c.session_id
            JOIN event e ON e.id = s.event_id
            LEFT JOIN known_project p ON p.code = c.project_code
            WHERE s.event_id = ? AND c.project_code IS NOT NULL AND s.status = 'HELD'
              AND CASE WHEN ?::uuid IS NULL THEN s.parent_session_id IS NULL ELSE s.id = ? END AND (?::text IS NULL OR c.project_code = ?)
            GROUP BY s.id, s.title, on_day, c.project_code, p.project_id, s.position
            ORDER BY s.position, min(c.position)
            """;

    private final Sql sql;
    private final Outbox outbox;

    public Presentations(Sql sql, Outbox outbox) {
        this.sql = sql;
        this.outbox = outbox;
    }

    void onHeld(@Observes EventHeld held) {
        sql.update("""
                UPDATE session SET status = 'HELD', version = version + 1
                WHERE event_id = ? AND parent_session_id IS NULL AND status = 'PLANNED'
                """, held.event().id());
        outbox.publishAll(presented(held.event(), null, null));
    }

    /** A late entry of something that was presented already. */
    void tell(Event event, UUID sessionId, String projectCode) {
        outbox.publishAll(presented(event, sessionId, projectCode));
    }

    /** A session was held on its own. */
    void tell(Event event, UUID sessionId) {
        outbox.publishAll(presented(event, sessionId, null));
    }

    boolean isAnyIn(UUID sessionId) {
        return sql.first(
                        "SELECT 1 FROM contribution WHERE session_id = ? AND project_code IS NOT NULL LIMIT 1",
                        row -> row.getInt(1),
                        sessionId)
                .isPresent();
    }

    private List<OutgoingEvent> presented(Event event, @Nullable UUID sessionId, @Nullable String projectCode) {
        return sql
                .list(PRESENTED, row -> read(event, row), event.id(), sessionId, sessionId, projectCode, projectCode)
                .stream()
                .map(fact -> EventFact.outgoing(event, "project.presented", fact))
                .toList();
    }

    private static ProjectPresented read(Event event, ResultSet row) throws SQLException {
        return new ProjectPresented(
                event.id(),
                event.key(),
                event.details().title(),
                row.getObject("id", UUID.class),
                Json.text(row.getString("title")),
                row.getString("project_id"),
                row.getString("project_code"),
                row.getObject("on_day", LocalDate.class),
                row.getString("type_code"));
    }
}
