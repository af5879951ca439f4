package eu.mpf.calls.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The notices and how far each has come. Callers bring the transaction. */
@ApplicationScoped
public class CallNotices {

    private static final String INSERT = "INSERT INTO call_notice (id, call_id, occasion, edition, facts)"
            + " VALUES (?, ?, ?, ?, CAST(? AS jsonb))";

    /** The oldest one nobody else works on. */
    private static final String CLAIM = "SELECT id, call_id, occasion, edition, facts, after_address FROM call_notice"
            + " WHERE done_at IS NULL ORDER BY created_at, id LIMIT 1 FOR UPDATE SKIP LOCKED";

    private static final String NEXT = "SELECT c.address, min(c.language) FROM application_contact c"
            + " JOIN application a ON a.id = c.application_id"
            + " WHERE a.call_id = ? AND c.address > ?"
            + " AND a.status NOT IN ('NOT_INVITED', 'INELIGIBLE', 'REJECTED', 'REVOKED')"
            + " GROUP BY c.address ORDER BY c.address LIMIT ?";

    private static final String MOVE =
            "UPDATE call_notice SET after_address = ?, done_at = CASE WHEN ? THEN clock_timestamp() END WHERE id = ?";

    private final AgroalDataSource database;
    private final ObjectMapper json;

    CallNotices(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Leaves a notice to be sent after this transaction. */
    public void queue(CallNotice notice) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setObject(1, notice.id());
            statement.setObject(2, notice.callId());
            statement.setString(3, notice.occasion());
            statement.setInt(4, notice.edition());
            statement.setString(5, json.writeValueAsString(notice.facts()));
            statement.executeUpdate();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("the notice cannot be kept", e);
        }
    }

    Optional<Open> claim() {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(CLAIM);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(read(row)) : Optional.empty();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("notices", e);
        }
    }

    private Open read(ResultSet row) throws SQLException, JsonProcessingException {
        CallNotice notice = new CallNotice(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getInt(4),
                json.readValue(row.getString(5), CallNotice.Facts.class));
        return new Open(notice, row.getString(6));
    }

    List<Recipient> next(Open open, int atMost) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(NEXT)) {
            statement.setObject(1, open.notice().callId());
            statement.setString(2, open.afterAddress());
            statement.setInt(3, atMost);
            List<Recipient> recipients = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    recipients.add(new Recipient(row.getString(1), row.getString(2)));
                }
            }
            return recipients;
        } catch (SQLException e) {
            throw new IllegalStateException("recipients of a notice", e);
        }
    }

    void move(Open open, String afterAddress, boolean done) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(MOVE)) {
            statement.setString(1, afterAddress);
            statement.setBoolean(2, done);
            statement.setObject(3, open.notice().id());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("progress of a notice", e);
        }
    }

    /** A notice not everybody was told yet: who comes next in the order of addresses is after this one. */
    record Open(CallNotice notice, String afterAddress) {}

    /** Somebody to be told, in their language. Personal data. */
    record Recipient(String address, String language) {}
}
