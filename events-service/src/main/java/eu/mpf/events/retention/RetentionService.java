package eu.mpf.events.retention;

import eu.mpf.events.event.DataPurpose;
import eu.mpf.events.event.RegistrationPolicy;
import eu.mpf.events.registration.Anonymity;
import eu.mpf.events.sql.Json;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Deletes personal data when the last purpose they are kept for is over. What stays is a row without a person: its
 * category, state and place in the order of arrival, so that figures are what they were. Every statement finds nothing to
 * do the second time, so it does not matter how often, or in how many replicas, it runs.
 */
@ApplicationScoped
@Transactional
public class RetentionService {
    // One that nobody knows the end of is over with its day.
    private static final String END_OF_FOLLOW_UP = "coalesce(s.ends_at, s.starts_at + interval '1 day')";

    // Follow-ups belong to the event: its end is the end of the last of them.
    private static final String EVENTS = """
            SELECT e.id, e.policy, platform_clock() AS now, greatest(e.ends_at, f.ends_at) AS ended_at
            FROM event e
            LEFT JOIN LATERAL (SELECT max(%s) AS ends_at FROM session s
                               WHERE s.event_id = e.id AND s.parent_session_id IS NOT NULL
                                 AND s.status <> 'CANCELLED') f ON true
            WHERE %%s ORDER BY e.id
            """.formatted(END_OF_FOLLOW_UP);
    // A visitor's gate is that of the day, or of the follow-up, registered for; whatever else is still to come.
    private static final String GATE_IS_CLOSED = """
            r.status IN ('WITHDRAWN', 'REJECTED') OR e.status = 'CANCELLED' OR s.status = 'CANCELLED'
            OR platform_clock() > coalesce(%s, e.ends_at) + make_interval(hours => ?)""".formatted(END_OF_FOLLOW_UP);
    private static final String TO_LOOK_THROUGH = EVENTS.formatted("""
            EXISTS (SELECT FROM registration r WHERE r.event_id = e.id AND r.erased_at IS NULL)
            OR EXISTS (SELECT FROM invitation i WHERE i.event_id = e.id)
            OR EXISTS (SELECT FROM session s JOIN question q ON q.session_id = s.id
                       JOIN question_vote v ON v.question_id = q.id WHERE s.event_id = e.id)
            OR EXISTS (SELECT FROM session s JOIN feedback_giver g ON g.session_id = s.id WHERE s.event_id = e.id)""");

    private final Sql sql;
    private final AuditTrail audit;

    public RetentionService(Sql sql, AuditTrail audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /** Events that still hold personal data, with their terms. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<RetentionPlan> plans() {
        return sql.list(TO_LOOK_THROUGH, RetentionService::plan);
    }

    /** @throws ProblemException 404 */
    @Transactional(Transactional.TxType.SUPPORTS)
    public RetentionPlan plan(UUID eventId) {
        return sql.first(EVENTS.formatted("e.id = ?"), RetentionService::plan, eventId)
                .orElseThrow(() -> ProblemException.notFound("event", eventId));
    }

    private static RetentionPlan plan(ResultSet row) throws SQLException {
        return new RetentionPlan(
                row.getObject("id", UUID.class),
                Json.read(row.getString("policy"), RegistrationPolicy.class).terms(),
                Objects.requireNonNull(Sql.instant(row, "ended_at")),
                Objects.requireNonNull(Sql.instant(row, "now")));
    }

    /** Deletes what is due of one event. */
    public void apply(RetentionPlan plan) {
        UUID eventId = plan.eventId();
        // Whoever does not come needs no gate opened, whatever the date.
        int access = sql.update(
                """
                DELETE FROM building_access b
                USING registration r JOIN event e ON e.id = r.event_id LEFT JOIN session s ON s.id = r.follow_up_id
                WHERE r.id = b.registration_id AND r.event_id = ? AND (%s)
                """.formatted(GATE_IS_CLOSED), eventId, 24 * plan.terms().daysFor(DataPurpose.BUILDING_ACCESS));
        record(plan, DataPurpose.BUILDING_ACCESS.name(), access);
        if (plan.isOver(DataPurpose.ORGANISATION)) {
            int answers = sql.update("""
                    UPDATE registration SET answers = NULL, reason = NULL, version = version + 1
                    WHERE event_id = ? AND (answers IS NOT NULL OR reason IS NOT NULL)
                    """, eventId);
            int invitations = sql.update("DELETE FROM invitation WHERE event_id = ?", eventId);
            record(plan, DataPurpose.ORGANISATION.name(), answers + invitations);
            record(plan, "PERSON", erase(plan));
        }
        if (Stream.of(DataPurpose.ORGANISATION, DataPurpose.ATTENDANCE, DataPurpose.FOLLOW_UPS)
                .allMatch(plan::isOver)) {
            record(plan, "ONE_VOICE_EACH", forgetVoices(eventId));
        }
    }

    /** Who voted and who gave feedback was known so that each is counted once; the counts stay. */
    private int forgetVoices(UUID eventId) {
        int votes = sql.update("""
                DELETE FROM question_vote v USING question q, session s
                WHERE q.id = v.question_id AND s.id = q.session_id AND s.event_id = ?
                """, eventId);
        int givers = sql.update("""
                DELETE FROM feedback_giver g USING session s WHERE s.id = g.session_id AND s.event_id = ?
                """, eventId);
        return votes + givers;
    }

    /** Who came is known for as long as attendance is to be proved, who agreed to follow-ups until those are over. */
    private int erase(RetentionPlan plan) {
        return sql.update(
                """
                UPDATE registration SET %s
                WHERE event_id = ? AND erased_at IS NULL
                  AND (status <> 'CHECKED_IN' OR ?)
                  AND (NOT (consent ->> 'followUps')::boolean OR status IN ('WITHDRAWN', 'REJECTED') OR ?)
                """.formatted(Anonymity.SET),
                plan.eventId(),
                plan.isOver(DataPurpose.ATTENDANCE),
                plan.isOver(DataPurpose.FOLLOW_UPS));
    }

    private void record(RetentionPlan plan, String purpose, int people) {
        if (people == 0) {
            return;
        }
        sql.update(
                "INSERT INTO event_retention (event_id, purpose, done_at, people) VALUES (?, ?, platform_clock(), ?)",
                plan.eventId(),
                purpose,
                people);
        audit.record("retention." + purpose.toLowerCase(Locale.ROOT), "event", plan.eventId(), null, people, null);
    }
}
