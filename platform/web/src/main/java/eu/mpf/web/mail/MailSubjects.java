package eu.mpf.web.mail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import eu.mpf.messaging.write.LastWrites;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.subject.SubjectData;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The mails of a person: those sent, and those that wait. An erased mail that had not left never will. */
@ApplicationScoped
class MailSubjects implements SubjectData {
    private final Sql sql;
    private final LastWrites writes;

    MailSubjects(Sql sql, LastWrites writes) {
        this.sql = sql;
        this.writes = writes;
    }

    @Override
    public String name() {
        return "mails";
    }

    @Override
    public List<? extends JsonNode> export(String personHash) {
        return sql.list(
                "SELECT recipient, subject, body, status, queued_at FROM mail_outbox WHERE person_hash = ? ORDER BY id",
                row -> JsonNodeFactory.instance
                        .objectNode()
                        .put("to", row.getString("recipient"))
                        .put("subject", row.getString("subject"))
                        .put("text", row.getString("body"))
                        .put("status", row.getString("status"))
                        .put("queuedAt", String.valueOf(Sql.instant(row, "queued_at"))),
                personHash);
    }

    /** What is withdrawn for a person who is erased is told to that person by mail: to nobody, from then on. */
    @Override
    public boolean isLast() {
        return true;
    }

    @Override
    public Erased erase(String personHash) {
        writes.flush(); // the erasure itself may have given occasion for mails
        sql.update("DELETE FROM mail_notice WHERE person_hash = ?", personHash);
        sql.update("DELETE FROM mail_refused_address WHERE person_hash = ?", personHash);
        return new Erased(sql.update("""
                        UPDATE mail_outbox SET recipient = '', subject = '', body = '', attachments = '[]',
                            person_hash = NULL, failure = NULL,
                            status = CASE WHEN status = 'SENT' THEN 'SENT' ELSE 'FAILED' END
                        WHERE person_hash = ?\
                        """, personHash), 0);
    }
}
