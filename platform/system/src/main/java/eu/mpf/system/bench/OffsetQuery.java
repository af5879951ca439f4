package eu.mpf.system.bench;

import java.sql.Connection;
import java.sql.SQLException;

/** The statement of the list of projects, with OFFSET where the service continues behind a row. */
final class OffsetQuery {

    private static final String SQL = """
            SELECT p.id, p.version, p.code, p.status, p.status_since, p.visibility, p.details, p.valid_from, p.created_at,
                   p.updated_at, o.name AS lead_name
            FROM project p LEFT JOIN organisation o ON o.code = p.lead_code
            WHERE p.visibility = 'PUBLISHED' ORDER BY %s LIMIT %d OFFSET %d""";

    private final Connection database;
    private final String order;
    private final int size;

    OffsetQuery(Connection database, String order, int size) {
        this.database = database;
        this.order = order;
        this.size = size;
    }

    /** Milliseconds until all rows are here. */
    double time(int offset) throws SQLException {
        long start = System.nanoTime();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(SQL.formatted(order, size + 1, offset))) {
            while (rows.next()) {
                rows.getString("details");
            }
        }
        return (System.nanoTime() - start) / 1e6;
    }
}
