package eu.mpf.web.subject;

import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.Period;

/** Who was given a file is known for a year. */
@ApplicationScoped
class AccessLogRetention implements RetentionRule {
    private final Sql sql;

    AccessLogRetention(Sql sql) {
        this.sql = sql;
    }

    @Override
    public String purpose() {
        return "file-access";
    }

    @Override
    public Period period() {
        return Period.ofYears(1);
    }

    @Override
    public int letGo(LocalDate before) {
        return sql.update(
                "DELETE FROM file_access WHERE id IN (SELECT id FROM file_access WHERE accessed_at < ? LIMIT 500)",
                before);
    }
}
