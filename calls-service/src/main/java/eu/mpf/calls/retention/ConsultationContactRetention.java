package eu.mpf.calls.retention;

import eu.mpf.web.sql.Sql;
import eu.mpf.web.subject.RetentionRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.Period;

/** The address that was reminded of an advice goes a year after the advice was due. */
@ApplicationScoped
class ConsultationContactRetention implements RetentionRule {
    private final Sql sql;

    ConsultationContactRetention(Sql sql) {
        this.sql = sql;
    }

    @Override
    public String purpose() {
        return "consultation-contact";
    }

    @Override
    public Period period() {
        return Period.ofYears(1);
    }

    @Override
    public int letGo(LocalDate before) {
        return sql.update("""
                UPDATE consultation SET contact = NULL, contact_hash = NULL, version = version + 1 WHERE id IN
                    (SELECT id FROM consultation WHERE contact IS NOT NULL AND due_on < ? LIMIT 500)""", before);
    }
}
