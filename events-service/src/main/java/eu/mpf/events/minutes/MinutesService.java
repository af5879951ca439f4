package eu.mpf.events.minutes;

import eu.mpf.events.sql.Json;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.problem.CommonProblem;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Minutes of a session. Two rapporteurs who write at once never lose each other's words: the second learns of the first. */
@ApplicationScoped
@Transactional
public class MinutesService {
    private static final MinutesDetails NONE = new MinutesDetails(null, null);

    private final Sql sql;
    private final AuditTrail audit;

    public MinutesService(Sql sql, AuditTrail audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /** @param version 0 while nothing was written yet */
    public record Written(MinutesDetails details, long version) {}

    /** @throws ProblemException 404 if there is no such session */
    public Written read(UUID sessionId) {
        return sql.first(
                        """
                        SELECT m.points, m.text, m.version FROM session s LEFT JOIN minutes m ON m.session_id = s.id
                        WHERE s.id = ?
                        """,
                        row -> row.getString("points") == null
                                ? new Written(NONE, 0)
                                : new Written(
                                        new MinutesDetails(Json.texts(row.getString("points")), row.getString("text")),
                                        row.getLong("version")),
                        sessionId)
                .orElseThrow(() -> ProblemException.notFound("session", sessionId));
    }

    /** @throws ProblemException 412 if somebody else wrote in between, even if both began with nothing */
    public Written write(UUID sessionId, long expectedVersion, UnaryOperator<MinutesDetails> change) {
        Written before = read(sessionId);
        if (before.version() != expectedVersion) {
            throw overtaken();
        }
        MinutesDetails after = change.apply(before.details());
        int stored = expectedVersion == 0
                ? sql.update(
                        """
                        INSERT INTO minutes (session_id, points, text, version, updated_at)
                        VALUES (?, ?::jsonb, ?, 1, platform_clock()) ON CONFLICT DO NOTHING
                        """, sessionId, Json.write(after.points() == null ? List.of() : after.points()), after.text())
                : sql.update(
                        """
                        UPDATE minutes SET points = ?::jsonb, text = ?, version = version + 1,
                                           updated_at = platform_clock()
                        WHERE session_id = ? AND version = ?
                        """,
                        Json.write(after.points() == null ? List.of() : after.points()),
                        after.text(),
                        sessionId,
                        expectedVersion);
        if (stored == 0) {
            throw overtaken();
        }
        audit.record(
                "minutes.write", "session", sessionId, MinutesTrace.of(before.details()), MinutesTrace.of(after), null);
        return new Written(after, expectedVersion + 1);
    }

    private static ProblemException overtaken() {
        return new ProblemException(
                CommonProblem.VERSION_CONFLICT, "Somebody wrote these minutes in the meantime: read them again.");
    }
}
