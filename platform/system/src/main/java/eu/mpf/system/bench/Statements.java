package eu.mpf.system.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** The statements of the projects service, for clients that send them to the database without the service. */
final class Statements {

    static final String COLUMNS = """
            p.id, p.version, p.code, p.status, p.status_since, p.status_reason, p.contracted_on, p.visibility, p.money_public,
            p.details, p.grant_id, p.application_id, p.call_id, p.call_key, p.valid_from, p.created_at, p.updated_at,
            o.name AS lead_name""";

    static final String TABLES = " FROM project p LEFT JOIN organisation o ON o.code = p.lead_code ";

    static final String ONE = "SELECT " + COLUMNS + TABLES + "WHERE p.id = ?";

    static final String PAGE = "SELECT " + COLUMNS + ", COALESCE(p.start_date, '-infinity'::date), p.id" + TABLES
            + "WHERE p.visibility = 'PUBLISHED' AND p.status = ANY ('{RUNNING}'::text[]) AND p.fund = ANY ('{ISF}'::text[])"
            + " ORDER BY COALESCE(p.start_date, '-infinity'::date) DESC, p.id DESC LIMIT 51";

    private Statements() {}

    /** A client that reads one row by its id. */
    static Load.Client one(String url, List<String> ids) throws SQLException {
        return new Client(url, ONE) {
            @Override
            void bind(PreparedStatement statement, int number) throws SQLException {
                statement.setObject(1, UUID.fromString(ids.get(number % ids.size())));
            }
        };
    }

    /** A client that reads the page of {@link #PAGE}. */
    static Load.Client page(String url) throws SQLException {
        return new Client(url, PAGE);
    }

    private static class Client implements Load.Client {

        private final Connection connection;
        private final PreparedStatement statement;

        Client(String url, String sql) throws SQLException {
            this.connection = DriverManager.getConnection(url);
            this.statement = connection.prepareStatement(sql);
        }

        void bind(PreparedStatement prepared, int number) throws SQLException {}

        @Override
        public void work(int number) throws SQLException {
            bind(statement, number);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    rows.getString("details");
                }
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
