package eu.mpf.testkit.audit;

import eu.mpf.testkit.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The service's own table, read on one connection that is kept: there is a look after each request. */
final class CommittedTrail implements AuditCheck.Trail {

    private static final String ENTRIES = """
            SELECT actor, action, object_type, object_id, before IS NOT NULL, after IS NOT NULL, reason IS NOT NULL
            FROM audit_entry WHERE request_id = ? AND recorded_at > now() - interval '1 minute'""";

    /** Of the same part, as actions name it: {@code join-link.write} of a session. Reading leaves no state. */
    private static final String LEFT = """
            SELECT after IS NOT NULL FROM audit_entry
            WHERE object_type = ? AND object_id = ? AND split_part(action, '.', 1) = ? AND request_id IS DISTINCT FROM ?
                AND (before IS NOT NULL OR after IS NOT NULL)
            ORDER BY id DESC LIMIT 1""";

    private @Nullable Connection connection;

    @Override
    public synchronized boolean knows(List<String> objectIds) {
        try (PreparedStatement statement =
                connected().prepareStatement("SELECT EXISTS (SELECT FROM audit_entry WHERE object_id = ANY (?))")) {
            statement.setArray(1, connected().createArrayOf("text", objectIds.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public synchronized boolean existed(AuditCheck.Entry entry, String requestId) {
        try (PreparedStatement statement = connected().prepareStatement(LEFT)) {
            statement.setString(1, entry.objectType());
            statement.setString(2, entry.objectId());
            statement.setString(3, entry.part());
            statement.setString(4, requestId);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connected() throws SQLException {
        Connection known = connection;
        if (known == null || known.isClosed()) {
            known = Sql.connect();
            connection = known;
        }
        return known;
    }

    @Override
    public synchronized List<AuditCheck.Entry> of(String requestId) {
        try {
            List<AuditCheck.Entry> entries = new ArrayList<>();
            try (PreparedStatement statement = connected().prepareStatement(ENTRIES)) {
                statement.setString(1, requestId);
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        entries.add(new AuditCheck.Entry(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getBoolean(5),
                                row.getBoolean(6),
                                row.getBoolean(7)));
                    }
                }
            }
            return entries;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
