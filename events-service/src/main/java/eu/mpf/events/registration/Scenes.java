package eu.mpf.events.registration;

import eu.mpf.events.calendar.Appointments;
import eu.mpf.events.event.EventStatus;
import eu.mpf.events.event.RegistrationPolicy;
import eu.mpf.events.session.SessionStatus;
import eu.mpf.events.sql.Json;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;

/** Reads what one registers for. */
@ApplicationScoped
class Scenes {
    private static final String EVENT = """
            SELECT %s, e.status AS event_status, NULL AS follow_up_status, e.policy, platform_clock() AS now
            FROM event e WHERE e.id = ?
            """.formatted(Appointments.EVENT);
    private static final String EITHER = EVENT + """
            UNION ALL
            SELECT %s, e.status, s.status, NULL, platform_clock()
            FROM session s JOIN event e ON e.id = s.event_id WHERE s.id = ? AND s.parent_session_id IS NOT NULL
            """.formatted(Appointments.SESSION);

    // A session of the day is no more to come than its event; a follow-up goes by its own state.
    private static final String SESSION = """
            SELECT %s, e.status AS event_status, CASE WHEN s.parent_session_id IS NOT NULL THEN s.status END AS follow_up_status,
                   CASE WHEN s.parent_session_id IS NULL THEN e.policy END AS policy, platform_clock() AS now
            FROM session s JOIN event e ON e.id = s.event_id WHERE s.id = ?
            """.formatted(Appointments.SESSION);

    private final Sql sql;

    Scenes(Sql sql) {
        this.sql = sql;
    }

    /** @param scopeId of the event or of the follow-up session */
    Scene of(UUID scopeId) {
        return sql.first(EITHER, Scenes::read, scopeId, scopeId)
                .orElseThrow(() -> ProblemException.notFound("event", scopeId));
    }

    /** Of a session alone, whether or not one registers for it alone. */
    Scene ofSession(UUID sessionId) {
        return sql.first(SESSION, Scenes::read, sessionId)
                .orElseThrow(() -> ProblemException.notFound("session", sessionId));
    }

    private static Scene read(ResultSet row) throws SQLException {
        String followUp = row.getString("follow_up_status");
        String policy = row.getString("policy");
        return new Scene(
                Appointments.of(row),
                EventStatus.valueOf(row.getString("event_status")),
                followUp == null ? null : SessionStatus.valueOf(followUp),
                // A follow-up's audience was decided on with its parent.
                policy == null ? RegistrationPolicy.OPEN : Json.read(policy, RegistrationPolicy.class),
                Objects.requireNonNull(Sql.instant(row, "now")));
    }
}
