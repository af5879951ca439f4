package eu.mpf.projects.reporting;

import eu.mpf.web.sql.Sql;
import eu.mpf.web.subject.RetentionRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.Period;

/**
 * Five years after the end of the action reports that were never accepted lose their words, and all reports the reasons for
 * which they were sent back; kind, period, dates, state and the values of indicators stay. An accepted report is published.
 * All are held while money of the action is still asked back or to be paid.
 */
@ApplicationScoped
class ReportRetention implements RetentionRule {
    private final Sql sql;

    ReportRetention(Sql sql) {
        this.sql = sql;
    }

    @Override
    public String purpose() {
        return "reporting";
    }

    @Override
    public Period period() {
        return Period.ofYears(5);
    }

    /** A final payment is asked about for so long. */
    @Override
    public Period shortest() {
        return Period.ofYears(1);
    }

    @Override
    public int letGo(LocalDate before) {
        return sql.update("""
                UPDATE report SET reasons = '{"items": []}', version = version + 1, content =
                    CASE WHEN status = 'ACCEPTED' THEN content ELSE jsonb_build_object('results', (
                        SELECT coalesce(jsonb_agg(result - 'note' ORDER BY place), '[]')
                        FROM jsonb_array_elements(coalesce(content -> 'results', '[]'))
                            WITH ORDINALITY AS r (result, place))) END
                WHERE id IN (
                    SELECT r.id FROM report r JOIN reporting_plan p ON p.project_id = r.project_id
                    WHERE p.end_date < ? AND (r.reasons -> 'items' <> '[]' OR r.status <> 'ACCEPTED'
                        AND (r.content - 'results' <> '{}' OR jsonb_path_exists(r.content, '$.results[*].note')))
                    AND NOT EXISTS (SELECT FROM recovery b WHERE b.project_id = r.project_id AND b.status = 'ORDERED')
                    AND NOT EXISTS (SELECT FROM payment b WHERE b.project_id = r.project_id
                        AND b.status IN ('REQUESTED', 'APPROVED'))
                    LIMIT 500)""", before);
    }
}
