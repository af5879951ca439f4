package eu.mpf.calls.retention;

import eu.mpf.web.sql.Sql;
import eu.mpf.web.subject.RetentionRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;

/**
 * Ten years after an award procedure nobody is named in it any more and its words are gone; marks, totals, outcomes and
 * amounts stay. It is held as long as a grant of the call is not signed or a review is open, and counts from the end of the
 * longest action it pays for.
 */
@ApplicationScoped
class AwardRetention implements RetentionRule {

    /** Where an action says no end, five years from the signature stand for it. */
    private static final String DUE = """
            SELECT c.id FROM call c
            WHERE c.let_go_at IS NULL AND c.deadline_at < ?
            AND NOT EXISTS (SELECT FROM application a WHERE a.call_id = c.id AND a.updated_at >= ? AND a.let_go_at IS NULL)
            AND NOT EXISTS (SELECT FROM decision_letter l WHERE l.call_id = c.id AND l.issued_at >= ?)
            AND NOT EXISTS (SELECT FROM review_request r WHERE r.call_id = c.id
                AND (r.closed_at IS NULL OR r.closed_at >= ?))
            AND NOT EXISTS (SELECT FROM committee_meeting m WHERE m.call_id = c.id AND m.scheduled_at >= ?)
            AND NOT EXISTS (SELECT FROM grant_agreement g WHERE g.call_id = c.id AND (g.status = 'AWARDED'
                OR g.status = 'SIGNED' AND coalesce(
                    CAST(g.action ->> 'startDate' AS date) + CAST(g.action ->> 'durationMonths' AS int) * interval '1 month',
                    g.signed_at + interval '5 years') >= ?))
            ORDER BY c.id LIMIT 10 FOR UPDATE OF c SKIP LOCKED""";

    private static final List<String> EMPTYING = List.of(
            "UPDATE evaluation SET evaluator = 'gone/' || id, comments = '{}', conflict = CASE WHEN conflict IS NOT NULL"
                    + " THEN '' END, version = version + 1 WHERE call_id = ?",
            "UPDATE voided_evaluation SET evaluator = 'gone/' || id, comments = '{}' WHERE call_id = ?",
            "UPDATE consensus SET comment = NULL, agreed_by = '' WHERE call_id = ?",
            "UPDATE voided_consensus SET comment = NULL, agreed_by = '' WHERE call_id = ?",
            "UPDATE tie_decision SET reason = '', decided_by = '' WHERE call_id = ?",
            """
            UPDATE consultation SET consultee = '', advice = CASE WHEN advice IS NOT NULL THEN '' END, contact = NULL,
                contact_hash = NULL, version = version + 1
            WHERE application_id IN (SELECT id FROM application WHERE call_id = ?)""",
            """
            UPDATE committee_vote v SET member = 'gone/' || n.number
            FROM (SELECT w.meeting_id, w.application_id, w.member, row_number() OVER
                    (PARTITION BY w.meeting_id, w.application_id ORDER BY w.member) AS number
                  FROM committee_vote w JOIN committee_meeting m ON m.id = w.meeting_id WHERE m.call_id = ?) n
            WHERE (v.meeting_id, v.application_id, v.member) = (n.meeting_id, n.application_id, n.member)""",
            """
            UPDATE committee_meeting SET minutes = NULL, version = version + 1,
                members = (SELECT coalesce(jsonb_agg(m - 'absence' || jsonb_build_object('member', 'gone/' || number)
                        ORDER BY number), '[]')
                    FROM jsonb_array_elements(members) WITH ORDINALITY AS s (m, number))
            WHERE call_id = ?""",
            "UPDATE decision_letter SET subject = '', body = '', issued_by = '' WHERE call_id = ?",
            """
            UPDATE letter_batch_item SET detail = NULL WHERE application_id IN
                (SELECT id FROM application WHERE call_id = ?)""",
            "UPDATE letter_batch SET asked_by = '' WHERE call_id = ?",
            """
            UPDATE review_request SET grounds = '', reasons = CASE WHEN reasons IS NOT NULL THEN '' END, filed_by = '',
                closed_by = CASE WHEN closed_by IS NOT NULL THEN '' END, version = version + 1
            WHERE call_id = ?""",
            """
            UPDATE grant_agreement SET reason = CASE WHEN reason IS NOT NULL THEN '' END, conditions = '[]',
                version = version + 1
            WHERE call_id = ?""",
            "UPDATE call SET let_go_at = calls_clock() WHERE id = ?");

    private final Sql sql;

    AwardRetention(Sql sql) {
        this.sql = sql;
    }

    @Override
    public String purpose() {
        return "award";
    }

    @Override
    public Period period() {
        return Period.ofYears(10);
    }

    /** As long as auditors of the Union's funds may ask. */
    @Override
    public Period shortest() {
        return Period.ofYears(5);
    }

    @Override
    public int letGo(LocalDate before) {
        List<UUID> due =
                sql.list(DUE, row -> row.getObject(1, UUID.class), before, before, before, before, before, before);
        for (UUID call : due) {
            EMPTYING.forEach(statement -> sql.update(statement, call));
        }
        return due.size();
    }
}
