package eu.mpf.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A second look at the service's database, past the service, with the rights of its owner. */
public final class Sql {

    private Sql() {}

    /** A connection of its own, in auto-commit; the caller closes it. */
    public static Connection connect() {
        Servers servers = Servers.running();
        try {
            return DriverManager.getConnection(servers.jdbcUrl(), servers.databaseOwner(), servers.database());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Rows as maps from column name to value. */
    public static List<Map<String, @Nullable Object>> query(String sql, @Nullable Object... arguments) {
        try (Connection connection = connect();
                PreparedStatement statement = prepare(connection, sql, arguments);
                ResultSet rows = statement.executeQuery()) {
            var result = new ArrayList<Map<String, @Nullable Object>>();
            while (rows.next()) {
                var row = new LinkedHashMap<String, @Nullable Object>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    row.put(rows.getMetaData().getColumnLabel(column), rows.getObject(column));
                }
                result.add(row);
            }
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The first column of the only row. */
    public static <T> T value(Class<T> type, String sql, @Nullable Object... arguments) {
        try (Connection connection = connect();
                PreparedStatement statement = prepare(connection, sql, arguments);
                ResultSet rows = statement.executeQuery()) {
            if (!rows.next()) {
                throw new AssertionError("no row: " + sql);
            }
            T value = rows.getObject(1, type);
            if (rows.next()) {
                throw new AssertionError("more than one row: " + sql);
            }
            return value;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public static long count(String sql, @Nullable Object... arguments) {
        return value(Long.class, sql, arguments);
    }

    /** @return the number of rows touched */
    public static int execute(String sql, @Nullable Object... arguments) {
        try (Connection connection = connect();
                PreparedStatement statement = prepare(connection, sql, arguments)) {
            statement.execute();
            return statement.getUpdateCount();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... arguments)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }
}
