package eu.mpf.calls.retention;

import eu.mpf.web.sql.Sql;
import eu.mpf.web.subject.RetentionRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.Period;

/** Who asked about a call is forgotten a year after its deadline; question and answer are part of the call. */
@ApplicationScoped
class AskerRetention implements RetentionRule {
    private final Sql sql;

    AskerRetention(Sql sql) {
        this.sql = sql;
    }

    @Override
    public String purpose() {
        return "clarification";
    }

    @Override
    public Period period() {
        return Period.ofYears(1);
    }

    @Override
    public int letGo(LocalDate before) {
        return sql.update("""
                UPDATE clarification SET asked_by = '', version = version + 1 WHERE id IN
                    (SELECT q.id FROM clarification q JOIN call c ON c.id = q.call_id
                     WHERE q.asked_by <> '' AND c.deadline_at < ? LIMIT 500)""", before);
    }
}
