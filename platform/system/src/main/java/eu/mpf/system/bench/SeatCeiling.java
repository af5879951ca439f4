package eu.mpf.system.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What the database alone can do: the rows of one registration — counter, registration, event, audit entry, mail, kept
 * answer, of the length that the service writes — in one prepared statement, again and again over as many connections as
 * the instances have. There is no HTTP, no JSON and no rule in it.
 */
final class SeatCeiling {

    private static final List<String> TABLES = List.of(
            "seat_counter",
            "registration",
            "outbox_event",
            "audit_entry",
            "audit_unsealed",
            "mail_outbox",
            "idempotent_answer");

    private static final String SAMPLE = """
            SELECT m.subject, m.body, m.attachments::text AS attachments, o.headers::text AS headers, o.payload::text AS payload,
                   i.headers::text AS answer_headers, i.body AS answer, r.consent::text AS consent
            FROM registration r
            JOIN mail_outbox m ON m.dedup_key LIKE 'registration/' || r.id || '/%'
            JOIN outbox_event o ON o.aggregate_id = r.id::text
            CROSS JOIN LATERAL (SELECT headers, body FROM idempotent_answer ORDER BY created_at DESC LIMIT 1) i
            ORDER BY r.id DESC LIMIT 1""";

    private static final String REGISTER = """
            WITH counter AS (
              UPDATE ceiling.seat_counter SET issued = issued + 1, taken = taken + 1 WHERE scope_id = ? AND kind = 'TOTAL'
              RETURNING scope_id, issued
            ), stored AS (
              INSERT INTO ceiling.registration (id, event_id, scope_id, number, category, status, address_hash, address, name,
                                        language, consent, version)
              SELECT ?, scope_id, scope_id, issued, 'EXPERT', 'CONFIRMED', ?, ?, 'Person', 'en', ?::jsonb, 0 FROM counter
            ), fact AS (
              INSERT INTO ceiling.outbox_event (id, lane, topic, aggregate_id, aggregate_version, type, headers, payload)
              VALUES (uuidv7(), 7, 'mpf.events.registration.v1', ?, 0, 'registration.confirmed', ?::jsonb, ?::jsonb)
            ), entry AS (
              INSERT INTO ceiling.audit_entry (id, recorded_at, actor, roles, action, object_type, object_id, after, signature)
              VALUES (?, now(), 'anonymous', '{}', 'registration.create', 'registration', ?, '"CONFIRMED"', ?)
            ), unsealed AS (
              INSERT INTO ceiling.audit_unsealed (entry_id) VALUES (?)
            ), mail AS (
              INSERT INTO ceiling.mail_outbox (id, dedup_key, recipient, subject, body, attachments)
              VALUES (uuidv7(), ?, ?, ?, ?, ?::jsonb)
            )
            INSERT INTO ceiling.idempotent_answer (scope, request_hash, status, headers, body)
            VALUES (?, ?, 201, ?::jsonb, ?)""";

    private record Sample(
            String subject,
            String body,
            String attachments,
            String headers,
            String payload,
            String answerHeaders,
            byte[] answer,
            String consent) {}

    private final String jdbcUrl;
    private final int connections;
    private final Sample sample;
    private final List<UUID> events = new ArrayList<>();

    /** @param connections how many there are in the instances' pools together */
    SeatCeiling(String jdbcUrl, Connection database, int connections, int spreadOver) throws SQLException {
        this.jdbcUrl = jdbcUrl;
        this.connections = connections;
        try (var statement = database.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS ceiling CASCADE");
            statement.execute("CREATE SCHEMA ceiling");
            for (String table : TABLES) {
                statement.execute("CREATE TABLE ceiling.%1$s (LIKE public.%1$s INCLUDING ALL)".formatted(table));
            }
            for (int i = 0; i < spreadOver; i++) {
                UUID event = UUID.randomUUID();
                events.add(event);
                statement.execute(
                        "INSERT INTO ceiling.seat_counter (scope_id, kind) VALUES ('%s', 'TOTAL')".formatted(event));
            }
            try (ResultSet row = statement.executeQuery(SAMPLE)) {
                row.next();
                sample = new Sample(
                        row.getString("subject"),
                        row.getString("body"),
                        row.getString("attachments"),
                        row.getString("headers"),
                        row.getString("payload"),
                        row.getString("answer_headers"),
                        row.getBytes("answer"),
                        row.getString("consent"));
            }
        }
    }

    /** Registrations a second, all for one event. */
    double hot(double seconds) throws Exception {
        return rate(events.subList(0, 1), seconds);
    }

    /** Registrations a second, for any of the events. */
    double spread(double seconds) throws Exception {
        return rate(events, seconds);
    }

    private double rate(List<UUID> over, double seconds) throws Exception {
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        try (ExecutorService clients = Executors.newFixedThreadPool(connections)) {
            List<Callable<Integer>> tasks = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                tasks.add(() -> registerUntil(end, over));
            }
            int done = 0;
            for (Future<Integer> client : clients.invokeAll(tasks)) {
                done += client.get();
            }
            return done / ((System.nanoTime() - start) / 1e9);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the ceiling could not be measured", e.getCause());
        }
    }

    private int registerUntil(long end, List<UUID> over) throws SQLException {
        int done = 0;
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                PreparedStatement statement = connection.prepareStatement(REGISTER)) {
            while (System.nanoTime() < end) {
                bind(statement, over.get(ThreadLocalRandom.current().nextInt(over.size())));
                statement.executeUpdate();
                done++;
            }
        }
        return done;
    }

    private void bind(PreparedStatement statement, UUID event) throws SQLException {
        UUID id = UUID.randomUUID();
        String hash = id + "-" + id;
        byte[] digest = new byte[32];
        ThreadLocalRandom.current().nextBytes(digest);
        int i = 0;
        statement.setObject(++i, event);
        statement.setObject(++i, id);
        statement.setString(++i, hash);
        statement.setString(++i, id + "@example.org");
        statement.setString(++i, sample.consent());
        statement.setString(++i, id.toString());
        statement.setString(++i, sample.headers());
        statement.setString(++i, sample.payload());
        statement.setObject(++i, id);
        statement.setString(++i, id.toString());
        statement.setBytes(++i, digest);
        statement.setObject(++i, id);
        statement.setString(++i, "registration/" + id + "/confirmed");
        statement.setString(++i, id + "@example.org");
        statement.setString(++i, sample.subject());
        statement.setString(++i, sample.body());
        statement.setString(++i, sample.attachments());
        statement.setBytes(++i, digest);
        statement.setBytes(++i, digest);
        statement.setString(++i, sample.answerHeaders());
        statement.setBytes(++i, sample.answer());
    }
}
