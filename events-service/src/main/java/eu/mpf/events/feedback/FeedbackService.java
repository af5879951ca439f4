package eu.mpf.events.feedback;

import com.fasterxml.jackson.core.type.TypeReference;
import eu.mpf.events.EventsProblem;
import eu.mpf.events.event.Publicity;
import eu.mpf.events.registration.ManageToken;
import eu.mpf.events.sql.Json;
import eu.mpf.web.problem.CommonProblem;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.subject.PersonHash;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes feedback: one answer per attendee, and no way back from an answer to an attendee.
 *
 * <p>Who has answered is one table, keyed hashes without a time; what was answered is another, sums and shuffled texts in
 * one row per session. Neither an audit entry nor an idempotency record is written: either would name the caller beside
 * the moment, and the latter a digest of the answer as well.
 */
@ApplicationScoped
@Transactional
public class FeedbackService {
    private static final String ATTENDEE = """
        SELECT a.address_hash FROM session_audience a JOIN registration r ON r.id = a.registration_id
        WHERE a.session_id = ? AND (r.id = ? OR r.subject = ?) ORDER BY r.id LIMIT 1
        """;
    private static final String OPEN = """
        SELECT e.status <> 'CANCELLED' AND s.status <> 'CANCELLED'
               AND coalesce(s.starts_at, e.starts_at) <= platform_clock()
               AND (e.status IN ('PUBLISHED', 'HELD') OR s.parent_session_id IS NOT NULL)
        FROM session s JOIN event e ON e.id = s.event_id WHERE s.id = ? AND %s
        """.formatted(Publicity.PUBLIC);

    private final Sql sql;
    private final ManageToken tokens;
    private final PersonHash hashes;
    private final SecureRandom random = new SecureRandom();

    public FeedbackService(Sql sql, ManageToken tokens, PersonHash hashes) {
        this.sql = sql;
        this.tokens = tokens;
        this.hashes = hashes;
    }

    /**
     * @param subject of the caller's token, if there is one
     * @param registrationToken that of a registration, if there is one
     * @throws ProblemException 401 for who does not attend, 409 for a second answer, or before the session and after its
     *     report
     */
    public void give(
            UUID sessionId, FeedbackAnswer answer, @Nullable String subject, @Nullable String registrationToken) {
        if (answer.saysNothing()) {
            throw ProblemException.invalid("/text", "empty", "an answer holds a score or a text");
        }
        boolean open = sql.first(OPEN, row -> row.getBoolean(1), sessionId)
                .orElseThrow(() -> ProblemException.notFound("session", sessionId));
        if (!open) {
            throw new ProblemException(
                    EventsProblem.FEEDBACK_NOT_OPEN,
                    "Feedback is taken from the start of a session until the report on its event is published.");
        }
        String person = attendee(sessionId, subject, registrationToken);
        // The session's row is locked before the giver is noted, so two clicks at once are one after the other.
        sql.update("INSERT INTO session_feedback (session_id) VALUES (?) ON CONFLICT DO NOTHING", sessionId);
        FeedbackBox box = sql.first(
                        "SELECT * FROM session_feedback WHERE session_id = ? FOR UPDATE",
                        FeedbackService::box,
                        sessionId)
                .orElseThrow();
        int noted = sql.update(
                "INSERT INTO feedback_giver (session_id, giver) VALUES (?, ?) ON CONFLICT DO NOTHING",
                sessionId,
                giver(hashes, sessionId, person));
        if (noted == 0) {
            throw new ProblemException(
                    EventsProblem.FEEDBACK_GIVEN,
                    "You have said what you think of this session; it cannot be changed.");
        }
        box.add(answer, random);
        sql.update(
                """
                UPDATE session_feedback SET answers = ?, scores = ?::jsonb, comments = ?::jsonb,
                  shown_answers = ?, shown_scores = ?::jsonb, shown_comments = ?::jsonb
                WHERE session_id = ?
                """,
                box.answers(),
                Json.write(box.scores()),
                Json.write(box.comments()),
                box.shownAnswers(),
                Json.write(box.shownScores()),
                Json.write(box.shownComments()),
                sessionId);
    }

    /** What stands for a person among those who answered on one session; another on every session. */
    static String giver(PersonHash hashes, UUID sessionId, String person) {
        return hashes.within("session:" + sessionId, person);
    }

    /** @throws ProblemException 404 if there is no such session */
    public FeedbackResults results(UUID sessionId) {
        return sql.first(
                        "SELECT s.id, f.* FROM session s LEFT JOIN session_feedback f ON f.session_id = s.id WHERE"
                                + " s.id = ?",
                        row -> row.getString("scores") == null
                                ? FeedbackResults.none(sessionId)
                                : FeedbackResults.of(sessionId, box(row)),
                        sessionId)
                .orElseThrow(() -> ProblemException.notFound("session", sessionId));
    }

    /** Of all sessions of an event that somebody has answered on. */
    public List<FeedbackResults> resultsOf(UUID eventId) {
        return sql.list(
                "SELECT f.* FROM session_feedback f JOIN session s ON s.id = f.session_id WHERE s.event_id = ?",
                row -> FeedbackResults.of(row.getObject("session_id", UUID.class), box(row)),
                eventId);
    }

    private String attendee(UUID sessionId, @Nullable String subject, @Nullable String registrationToken) {
        UUID registration = tokens.idIn(registrationToken).orElse(null);
        return sql.first(ATTENDEE, row -> row.getString(1), sessionId, registration, subject)
                .orElseThrow(() -> new ProblemException(
                        CommonProblem.UNAUTHENTICATED,
                        "Feedback is for those who attend: send the token of a confirmed registration."));
    }

    private static FeedbackBox box(ResultSet row) throws SQLException {
        TypeReference<Map<Criterion, Scores>> scores = new TypeReference<>() {};
        TypeReference<List<String>> texts = new TypeReference<>() {};
        return new FeedbackBox(
                row.getInt("answers"),
                Json.read(row.getString("scores"), scores),
                Json.read(row.getString("comments"), texts),
                row.getInt("shown_answers"),
                Json.read(row.getString("shown_scores"), scores),
                Json.read(row.getString("shown_comments"), texts));
    }
}
