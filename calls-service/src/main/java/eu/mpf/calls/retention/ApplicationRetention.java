package eu.mpf.calls.retention;

import eu.mpf.calls.application.Attachments;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.subject.RetentionRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;

/**
 * Applications no grant came of lose their words, people and files five years after the call, or after the last that was done
 * about them. What counts in figures stays: reference, organisation, fund, amounts, state and what it was about in codes; so do
 * hash and receipt of what was handed in. What a grant stands on is held, and what a review still asks about.
 */
@ApplicationScoped
class ApplicationRetention implements RetentionRule {

    private static final String DUE = """
            SELECT a.id FROM application a JOIN call c ON c.id = a.call_id
            WHERE a.let_go_at IS NULL AND a.updated_at < ? AND coalesce(c.deadline_at, a.updated_at) < ?
            AND NOT EXISTS (SELECT FROM grant_agreement g WHERE g.application_id = a.id AND g.status <> 'WITHDRAWN')
            AND NOT EXISTS (SELECT FROM review_request r WHERE r.application_id = a.id AND r.closed_at IS NULL)
            ORDER BY a.id LIMIT 100 FOR UPDATE OF a SKIP LOCKED""";

    private static final List<String> EMPTYING = List.of(
            "UPDATE submission SET content = '{}' WHERE application_id = ? AND content <> '{}'",
            "DELETE FROM application_contact WHERE application_id = ?",
            "DELETE FROM application_opening WHERE application_id = ?",
            """
            UPDATE clarification_request SET question = '', items = '[]', answer = NULL, asked_by = '',
                version = version + 1
            WHERE application_id = ?""",
            """
            UPDATE application SET let_go_at = calls_clock(), version = version + 1, partners = '[]',
                content = (SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM jsonb_each(content) WHERE key IN
                    ('strand', 'fund', 'lot', 'activities', 'themes', 'memberStates', 'partnerCountries', 'region', 'euShare')),
                steps = (SELECT coalesce(jsonb_agg(step - 'reason' ORDER BY place), '[]')
                    FROM jsonb_array_elements(steps) WITH ORDINALITY AS s (step, place)),
                eligibility = eligibility - 'note' || '{"checklist": []}',
                decision = decision - 'redress' || '{"reasons": "", "risks": [], "conditions": []}'
            WHERE id = ?""");

    private final Sql sql;
    private final Attachments attachments;

    ApplicationRetention(Sql sql, Attachments attachments) {
        this.sql = sql;
        this.attachments = attachments;
    }

    @Override
    public String purpose() {
        return "application";
    }

    @Override
    public Period period() {
        return Period.ofYears(5);
    }

    /** A refusal can be challenged, and audited, for so long. */
    @Override
    public Period shortest() {
        return Period.ofYears(1);
    }

    @Override
    public int letGo(LocalDate before) {
        List<UUID> due = sql.list(DUE, row -> row.getObject(1, UUID.class), before, before);
        for (UUID application : due) {
            attachments.removeAll(application);
            EMPTYING.forEach(statement -> sql.update(statement, application));
        }
        return due.size();
    }
}
