package eu.mpf.system.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the database knows of one call after deadline day. */
final class CallRecords {

    private final Connection database;
    private final String call;
    private final Duration patience;

    /** What the database knows of an application, with its last submission. */
    record Stored(
            String status,
            String acronym,
            @Nullable String receipt,
            @Nullable Instant submittedAt,
            @Nullable Instant committedAt) {}

    /** @param patience with what is done after the answer */
    CallRecords(Connection database, String call, Duration patience) {
        this.database = database;
        this.call = call;
        this.patience = patience;
    }

    String call() {
        return call;
    }

    PreparedStatement prepare(String sql) throws SQLException {
        return database.prepareStatement(sql);
    }

    /** By the id of the application. */
    Map<String, Stored> stored() throws SQLException {
        Map<String, Stored> stored = new HashMap<>();
        query(
                "SELECT a.id, a.status, coalesce(a.content->>'acronym', ''), s.receipt, a.submitted_at,"
                        + " pg_xact_commit_timestamp(s.xmin) FROM application a"
                        + " LEFT JOIN submission s ON s.application_id = a.id WHERE a.call_id = ?::uuid ORDER BY s.id",
                row -> stored.put(
                        row.getString(1),
                        new Stored(
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                instant(row, 5),
                                instant(row, 6))),
                call);
        return stored;
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    interface Row {
        void read(ResultSet row) throws SQLException;
    }

    void query(String sql, Row reader, String... arguments) throws SQLException {
        try (var statement = database.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setString(i + 1, arguments[i]);
            }
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }

    long count(String sql, String... arguments) throws SQLException {
        long[] found = new long[1];
        query(sql, row -> found[0] = row.getLong(1), arguments);
        return found[0];
    }

    /** The count once it is zero, or what is left when there is no patience any more. */
    long await(String sql, String... arguments) throws SQLException {
        long giveUp = System.nanoTime() + patience.toNanos();
        long waiting = count(sql, arguments);
        while (waiting > 0 && System.nanoTime() < giveUp) {
            Applicant.sleepUntil(Instant.now().plusMillis(200));
            waiting = count(sql, arguments);
        }
        return waiting;
    }
}
