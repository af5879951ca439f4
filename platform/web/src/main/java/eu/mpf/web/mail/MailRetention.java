package eu.mpf.web.mail;

import eu.mpf.web.sql.Sql;
import eu.mpf.web.subject.RetentionRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.Period;

/**
 * Mails are emptied three months after they were settled, and held ones that nobody released three months after they were
 * queued; their keys stay, so that no occasion is told twice. A refused address is forgotten as late.
 */
@ApplicationScoped
class MailRetention implements RetentionRule {
    private final Sql sql;

    MailRetention(Sql sql) {
        this.sql = sql;
    }

    @Override
    public String purpose() {
        return "mail";
    }

    @Override
    public Period period() {
        return Period.ofDays(90);
    }

    @Override
    public int letGo(LocalDate before) {
        sql.update(
                "UPDATE mail_outbox SET status = 'FAILED', settled_at = queued_at WHERE status = 'HELD' AND queued_at < ?",
                before);
        return sql.update("""
                        UPDATE mail_outbox SET recipient = '', subject = '', body = '', attachments = '[]',
                            person_hash = NULL
                        WHERE id IN (SELECT id FROM mail_outbox WHERE settled_at < ? AND recipient <> '' LIMIT 500)\
                        """, before)
                + sql.update(
                        "DELETE FROM mail_notice WHERE id IN"
                                + " (SELECT id FROM mail_notice WHERE collected_at < ? LIMIT 500)",
                        before)
                + sql.update("DELETE FROM mail_refused_address WHERE refused_at < ?", before);
    }
}
