package eu.mpf.calls.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The notices and how far each has come. Callers bring the transaction. */
@ApplicationScoped
public class CallNotices {

    private final Sql sql;
    private final ObjectMapper json;

    CallNotices(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Leaves a notice to be sent after this transaction. */
    public void queue(CallNotice notice) {
        try {
            sql.update(
                    "INSERT INTO call_notice (id, call_id, occasion, edition, facts) VALUES (?, ?, ?, ?, CAST(? AS jsonb))",
                    notice.id(),
                    notice.callId(),
                    notice.occasion(),
                    notice.edition(),
                    json.writeValueAsString(notice.facts()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the notice cannot be kept", e);
        }
    }

    /** The oldest one that nobody else works on. */
    Optional<Open> claim() {
        return sql.first(
                "SELECT id, call_id, occasion, edition, facts, after_address FROM call_notice"
                        + " WHERE done_at IS NULL ORDER BY created_at, id LIMIT 1 FOR UPDATE SKIP LOCKED",
                this::read);
    }

    private Open read(ResultSet row) throws SQLException {
        try {
            CallNotice notice = new CallNotice(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    row.getString(3),
                    row.getInt(4),
                    json.readValue(row.getString(5), CallNotice.Facts.class));
            return new Open(notice, row.getString(6));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored notice", e);
        }
    }

    List<Recipient> next(Open open, int atMost) {
        return sql.list(
                "SELECT c.address, min(c.language) FROM application_contact c"
                        + " JOIN application a ON a.id = c.application_id"
                        + " WHERE a.call_id = ? AND c.address > ? AND c.subject NOT LIKE 'partner/%'"
                        + " AND a.status NOT IN ('NOT_INVITED', 'INELIGIBLE', 'REJECTED', 'REVOKED')"
                        + " GROUP BY c.address ORDER BY c.address LIMIT ?",
                row -> new Recipient(row.getString(1), row.getString(2)),
                open.notice().callId(),
                open.afterAddress(),
                atMost);
    }

    void move(Open open, String afterAddress, boolean done) {
        sql.update(
                "UPDATE call_notice SET after_address = ?, done_at = CASE WHEN ? THEN clock_timestamp() END WHERE id = ?",
                afterAddress,
                done,
                open.notice().id());
    }

    /** A notice not everybody was told yet: who comes next in the order of addresses is after this one. */
    record Open(CallNotice notice, String afterAddress) {}

    /** Somebody to be told, in their language. Personal data. */
    record Recipient(String address, String language) {}
}
