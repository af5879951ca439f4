package eu.mpf.gateway.partner;

import eu.mpf.web.sql.Sql;
import eu.mpf.web.subject.RetentionRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.Period;

/**
 * Who had a program, and whom to write to about it, is forgotten a year after it was given up; that there was one, of which
 * organisation and with which scopes, stays. A webhook that is given up is gone at once.
 */
@ApplicationScoped
class ClientRetention implements RetentionRule {
    private final Sql sql;

    ClientRetention(Sql sql) {
        this.sql = sql;
    }

    @Override
    public String purpose() {
        return "partner-access";
    }

    @Override
    public Period period() {
        return Period.ofYears(1);
    }

    /** A closed client without a day was closed since the last run, an hour ago at most, and counts from now. */
    @Override
    public int letGo(LocalDate before) {
        sql.update("UPDATE api_client SET closed_at = platform_clock() WHERE status = 'CLOSED' AND closed_at IS NULL");
        return sql.update("""
                UPDATE api_client SET owner = '', contact = '', name = '', version = version + 1 WHERE id IN
                    (SELECT id FROM api_client WHERE closed_at < ? AND (owner, contact, name) <> ('', '', '') LIMIT 500)""", before);
    }
}
