package eu.mpf.system.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What each application's own role in the database may not do, whoever gets hold of it: rewrite what was recorded. */
public final class RightsProof {

    private static final List<String> DATABASES = List.of("projects", "events", "calls", "gateway");

    private static final String WRITABLE_TRAIL = """
            SELECT c.relname || ': ' || p.name
            FROM pg_class c CROSS JOIN unnest(ARRAY['UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER', 'REFERENCES']) AS p(name)
            WHERE c.relname IN ('audit_entry', 'audit_seal') AND has_table_privilege(c.oid, p.name)""";

    private static final String OWN =
            "SELECT relname FROM pg_class WHERE pg_get_userbyid(relowner) = current_user AND relpersistence = 'p'";

    private final int port;

    /** @param port where the stack's gateway listens */
    public RightsProof(int port) {
        this.port = port;
    }

    public void show() throws SQLException {
        for (String database : DATABASES) {
            try (Connection connection = DriverManager.getConnection(
                            "jdbc:postgresql://127.0.0.1:" + (port + 5) + "/" + database, database, "");
                    Statement statement = connection.createStatement()) {
                assertThat(rows(statement, "SELECT current_user")).containsExactly(database);
                statement.execute("GRANT UPDATE, DELETE ON audit_entry, audit_seal TO " + database); // grants nothing
                assertThat(rows(statement, WRITABLE_TRAIL)).as(database).isEmpty();
                assertThat(rows(statement, OWN))
                        .as("tables that %s owns", database)
                        .isEmpty();
                for (String attempt : List.of(
                        "ALTER TABLE audit_entry DISABLE TRIGGER ALL",
                        "CREATE TABLE another_trail (id int)",
                        "SET session_replication_role = replica",
                        "DELETE FROM flyway_schema_history",
                        "SET ROLE " + database + "_owner")) {
                    assertRefused(statement, attempt);
                }
            }
        }
    }

    private static void assertRefused(Statement statement, String attempt) {
        assertThatThrownBy(() -> statement.execute(attempt))
                .as(attempt)
                .isInstanceOf(SQLException.class)
                .hasMessageMatching("(?s)ERROR: (permission denied|must be owner).*");
    }

    private static List<String> rows(Statement statement, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found;
    }
}
