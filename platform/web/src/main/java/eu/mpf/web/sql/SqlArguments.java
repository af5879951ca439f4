package eu.mpf.web.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/** Binds Java values as PostgreSQL takes them. */
public final class SqlArguments {
    private SqlArguments() {}

    /** The caller closes the statement. */
    public static PreparedStatement prepare(Connection connection, String sql, List<?> arguments) throws SQLException {
        return prepare(connection, sql, arguments, false);
    }

    /**
     * The caller closes the statement.
     *
     * @param plannedByValues whether the server is to plan it for these values, not once for all
     */
    public static PreparedStatement prepare(
            Connection connection, String sql, List<?> arguments, boolean plannedByValues) throws SQLException {
        var statement = connection.prepareStatement(sql);
        try {
            if (plannedByValues) {
                statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            }
            for (int i = 0; i < arguments.size(); i++) {
                bind(connection, statement, i + 1, arguments.get(i));
            }
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, int index, @Nullable Object value)
            throws SQLException {
        switch (value) {
            case null -> statement.setNull(index, Types.NULL);
            case Collection<?> many -> bindArray(connection, statement, index, many);
            case Object[] many -> bindArray(connection, statement, index, Arrays.asList(many));
            default -> statement.setObject(index, plain(value));
        }
    }

    private static void bindArray(Connection connection, PreparedStatement statement, int index, Collection<?> values)
            throws SQLException {
        var plain = values.stream().map(SqlArguments::plain).toArray();
        statement.setArray(index, connection.createArrayOf(elementType(plain), plain));
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Enum<?> constant -> constant.name();
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            default -> value;
        };
    }

    private static String elementType(Object[] values) {
        return switch (values.length == 0 ? "" : values[0]) {
            case UUID _ -> "uuid";
            case Integer _ -> "int4";
            case Long _ -> "int8";
            case LocalDate _ -> "date";
            default -> "text";
        };
    }
}
