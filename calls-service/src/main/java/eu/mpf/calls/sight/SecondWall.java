package eu.mpf.calls.sight;

import eu.mpf.web.security.Caller;
import io.agroal.api.AgroalPoolInterceptor;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells the database for whom a connection works before it is used: row-level security then shows an organisation its own
 * applications only, and an evaluator or committee member none on which a conflict was declared. In a transaction the setting ends with it; outside one it stays on the connection until it changes
 * hands, so that reading twice for the same caller costs one statement more and not two.
 */
@Singleton
public class SecondWall implements AgroalPoolInterceptor {

    private static final String SET = "SELECT set_config('mpf.reader', ?, ?), set_config('mpf.person', ?, ?)";

    private final Caller caller;
    private final Map<Connection, Reader> standing = new ConcurrentHashMap<>();

    SecondWall(Caller caller) {
        this.caller = caller;
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        Reader reader = Reader.of(caller);
        try {
            // The pool hands out a new wrapper each time; what was set stays on the connection inside.
            Connection session = connection.unwrap(Connection.class);
            if (reader.equals(standing.getOrDefault(session, Reader.ANYBODY))) {
                return;
            }
            boolean inTransaction = !connection.getAutoCommit();
            try (PreparedStatement statement = connection.prepareStatement(SET)) {
                statement.setString(1, reader.organisation());
                statement.setBoolean(2, inTransaction);
                statement.setString(3, reader.person());
                statement.setBoolean(4, inTransaction);
                statement.execute();
            }
            if (!inTransaction) {
                standing.put(session, reader);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the reader cannot be told to the database", e);
        }
    }

    @Override
    public void onConnectionDestroy(Connection connection) {
        try {
            standing.remove(connection.unwrap(Connection.class));
        } catch (SQLException e) {
            throw new IllegalStateException("a connection that is no connection", e);
        }
    }
}
