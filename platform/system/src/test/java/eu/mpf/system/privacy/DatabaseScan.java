package eu.mpf.system.privacy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Looks through every column of every table of a database, and into the files it holds, as its superuser. */
final class DatabaseScan {

    private static final String COLUMNS = """
            SELECT c.table_schema, c.table_name, c.column_name, c.data_type FROM information_schema.columns c
            JOIN information_schema.tables t USING (table_schema, table_name)
            WHERE t.table_type = 'BASE TABLE' AND c.table_schema NOT IN ('pg_catalog', 'information_schema')""";

    private final int port;
    private final String database;

    private record Column(String schema, String table, String name, String type) {
        /** What is looked into: bytes as hexadecimal, everything else as text. */
        String text() {
            return type.equals("bytea") ? "encode(\"%s\", 'hex')".formatted(name) : "\"%s\"::text".formatted(name);
        }
    }

    /** @param port of the server, which trusts loopback */
    DatabaseScan(int port, String database) {
        this.port = port;
        this.database = database;
    }

    /** The columns ({@code table.column}) in which the mark stands. */
    Set<String> find(Mark mark) throws SQLException {
        Set<String> found = new TreeSet<>();
        try (Connection connection = connect()) {
            for (Column column : columns(connection)) {
                if (holds(connection, column, mark)
                        || column.type().equals("bytea") && inFiles(connection, files(column), mark)) {
                    found.add(column.table() + "." + column.name());
                }
            }
        }
        return found;
    }

    /** What was done, of all entries of the audit trail in which the mark stands. */
    Set<String> told(Mark mark) throws SQLException {
        Set<String> actions = new TreeSet<>();
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT DISTINCT action FROM audit_entry e WHERE e::text ILIKE ?")) {
            statement.setString(1, "%" + mark.needle() + "%");
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    actions.add(row.getString(1));
                }
            }
        }
        return actions;
    }

    /** Events that have not left yet. */
    long waiting() throws SQLException {
        return count("SELECT count(*) FROM outbox_event");
    }

    /** Mails that have not left yet. One whose sender was killed in the middle may have: it is never sent again. */
    long unsent() throws SQLException {
        return count("SELECT count(*) FROM mail_outbox WHERE status = 'QUEUED'"
                + " OR status = 'SENDING' AND due_at > now() - interval '15 seconds'");
    }

    /** Mails to this address that the mail server has taken. */
    long sent(String address) throws SQLException {
        return count("SELECT count(*) FROM mail_outbox WHERE status = 'SENT' AND recipient = ?", address);
    }

    private long count(String sql, String... arguments) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setString(i + 1, arguments[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, "postgres", "");
    }

    private static List<Column> columns(Connection connection) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                columns.add(new Column(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
            }
        }
        return columns;
    }

    /** What may be a PDF or an archive: bytes that begin so, and the files that are kept in pieces. */
    private static String files(Column column) {
        return column.table().equals("file_chunk")
                ? "SELECT string_agg(bytes, ''::bytea ORDER BY position) FROM file_chunk GROUP BY checksum"
                : "SELECT \"%3$s\" FROM \"%1$s\".\"%2$s\" WHERE substring(\"%3$s\" FOR 4) IN ('%%PDF'::bytea, '\\x504b0304'::bytea)"
                        .formatted(column.schema(), column.table(), column.name());
    }

    private static boolean inFiles(Connection connection, String files, Mark mark) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(files);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                if (mark.isIn(row.getBytes(1))) {
                    return true;
                }
            }
            return false;
        }
    }

    private static boolean holds(Connection connection, Column column, Mark mark) throws SQLException {
        String sql = "SELECT EXISTS (SELECT FROM \"%s\".\"%s\" WHERE %s ILIKE ?)"
                .formatted(column.schema(), column.table(), column.text());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, "%" + (column.type().equals("bytea") ? mark.hex() : mark.needle()) + "%");
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
