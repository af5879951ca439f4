package eu.mpf.web.subject;

import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.Period;

/** An export goes when it may no longer be fetched; that it was made stays. */
@ApplicationScoped
class ExportRetention implements RetentionRule {
    private final Sql sql;
    private final Period kept;

    ExportRetention(Sql sql, SubjectConfig config) {
        this.sql = sql;
        this.kept = config.answerKept();
    }

    @Override
    public String purpose() {
        return "data-protection";
    }

    @Override
    public Period period() {
        return kept;
    }

    @Override
    public int letGo(LocalDate before) {
        return sql.update(
                "UPDATE subject_request SET content = NULL WHERE id IN"
                        + " (SELECT id FROM subject_request WHERE done_at < ? AND content IS NOT NULL LIMIT 500)",
                before);
    }
}
