package eu.mpf.events.session.api;

import eu.mpf.events.Access;
import eu.mpf.events.event.Publicity;
import eu.mpf.events.shared.api.Answers;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.Caller;
import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Reads one session or contribution in one statement; what belongs to a draft is there for staff only. */
@ApplicationScoped
public class SessionReader {
    private final Sql sql;
    private final Caller caller;

    public SessionReader(Sql sql, Caller caller) {
        this.sql = sql;
        this.caller = caller;
    }

    /** A condition on event {@code e}. */
    public String visible() {
        return Access.isStaff(caller) ? "true" : Publicity.PUBLIC;
    }

    /** @throws ProblemException 404 */
    public Response session(UUID id) {
        return sql.first(
                        session("s.id = ?"),
                        row -> Answers.ok(SessionView.of(row), row.getLong("version"), SessionView.shown(row)),
                        id)
                .orElseThrow(() -> ProblemException.notFound("session", id));
    }

    /** For the answer to its creation. */
    public Response created(UUID id) {
        return sql.first(
                        session("s.id = ?"),
                        row -> Answers.created(
                                "/v1/sessions/" + id,
                                SessionView.of(row),
                                row.getLong("version"),
                                SessionView.shown(row)),
                        id)
                .orElseThrow(() -> ProblemException.notFound("session", id));
    }

    /** @throws ProblemException 404 if there is no such session, or not for this caller */
    public void requireSession(UUID id) {
        String found = "SELECT 1 FROM session s JOIN event e ON e.id = s.event_id WHERE s.id = ? AND " + visible();
        if (sql.first(found, row -> row.getInt(1), id).isEmpty()) {
            throw ProblemException.notFound("session", id);
        }
    }

    Response contribution(UUID sessionId, UUID id) {
        return sql.first(
                        contribution(),
                        row -> Answers.ok(
                                ContributionView.of(row), row.getLong("version"), ContributionView.shown(row)),
                        sessionId,
                        id)
                .orElseThrow(() -> ProblemException.notFound("contribution", id));
    }

    Response contributionCreated(UUID sessionId, UUID id) {
        return sql.first(
                        contribution(),
                        row -> Answers.created(
                                "/v1/sessions/%s/contributions/%s".formatted(sessionId, id),
                                ContributionView.of(row),
                                row.getLong("version"),
                                ContributionView.shown(row)),
                        sessionId,
                        id)
                .orElseThrow(() -> ProblemException.notFound("contribution", id));
    }

    private String session(String condition) {
        return "SELECT %s FROM session s JOIN event e ON e.id = s.event_id WHERE %s AND %s"
                .formatted(SessionView.COLUMNS, condition, visible());
    }

    private String contribution() {
        return "SELECT %s FROM %s WHERE s.id = ? AND c.id = ? AND %s"
                .formatted(ContributionView.COLUMNS, ContributionView.FROM, visible());
    }
}
