package eu.mpf.system.failure;

import eu.mpf.system.up.BreakableStack;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * An organisation as one of the services has it.
 *
 * @param id of the organisation
 * @param version of what the service knows
 */
record Stored(String id, String code, String name, long version) {

    static final String OWNER = "SELECT id::text, code, name, version FROM organisation";
    static final String FOLLOWER = "SELECT organisation_id, code, name, sequence FROM known_organisation";

    /** By code, those whose code begins with the prefix. @param select one of the two above */
    static Map<String, Stored> in(BreakableStack stack, String database, String select, String prefix) {
        Map<String, Stored> rows = new HashMap<>();
        query(stack, database, select + " WHERE starts_with(code, '" + prefix + "-')", row -> {
            var stored = new Stored(row.getString(1), row.getString(2), row.getString(3), row.getLong(4));
            rows.put(stored.code(), stored);
        });
        return rows;
    }

    /** What a row is told to. */
    interface Row {
        void read(ResultSet row) throws SQLException;
    }

    static void query(BreakableStack stack, String database, String sql, Row reader) {
        try (var connection = DriverManager.getConnection(stack.jdbcUrl(database));
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            while (row.next()) {
                reader.read(row);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot look into " + database, e);
        }
    }

    static long count(BreakableStack stack, String database, String table) {
        long[] rows = {0};
        query(stack, database, "SELECT count(*) FROM " + table, row -> rows[0] = row.getLong(1));
        return rows[0];
    }
}
