package eu.mpf.system.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.system.up.LoneService;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The trail as its auditor sees it, and as somebody who has the database may change it. */
final class AuditDesk {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final LoneService service;
    private final Connection database;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** @param database as superuser, whom neither rights nor triggers stop */
    AuditDesk(LoneService service, Connection database) {
        this.service = service;
        this.database = database;
    }

    JsonNode verify() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(service.url() + "/v1/audit/projects:verify"))
                .header("Authorization", "Bearer " + ProjectImports.token(http, service, "auditor"))
                .POST(BodyPublishers.noBody())
                .build();
        var answer = http.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("verify answered " + answer.statusCode());
        }
        return JSON.readTree(answer.body());
    }

    long entries() throws SQLException {
        return number("SELECT count(*) FROM audit_seal");
    }

    void awaitSealed() throws SQLException {
        while (number("SELECT count(*) FROM audit_unsealed") > 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    /**
     * Changes something behind the service's back, looks whether the verifier says what and where, and puts it back.
     *
     * @throws BrokenInvariant if it does not
     */
    void tampered(String what, String sql, String kind, long position) throws Exception {
        execute("CREATE TABLE kept_entry AS SELECT e.* FROM audit_entry e JOIN audit_seal s ON s.entry_id = e.id"
                + " WHERE s.position BETWEEN %1$d - 10 AND %1$d + 10".formatted(position));
        execute("CREATE TABLE kept_seal AS SELECT * FROM audit_seal WHERE position BETWEEN %1$d - 10 AND %1$d + 10"
                .formatted(position));
        forging(sql);
        long start = System.nanoTime();
        JsonNode found = verify();
        double seconds = (System.nanoTime() - start) / 1e9;
        JsonNode first = found.path("findings").path(0);
        System.out.printf(
                Locale.ROOT,
                "   %s at %,d: found in %.2f s as %s at %,d%n",
                what,
                position,
                seconds,
                first.path("kind").asText(),
                first.path("position").asLong());
        if (found.path("intact").asBoolean()
                || !first.path("kind").asText().equals(kind)
                || first.path("position").asLong() != position) {
            throw new BrokenInvariant("I8: " + what + " is not named: " + found);
        }
        forging("DELETE FROM audit_entry WHERE id IN (SELECT id FROM kept_entry);"
                + "DELETE FROM audit_seal WHERE position IN (SELECT position FROM kept_seal);"
                + "INSERT INTO audit_entry SELECT * FROM kept_entry; INSERT INTO audit_seal SELECT * FROM kept_seal;"
                + "DROP TABLE kept_entry, kept_seal");
    }

    /** The triggers that refuse it are switched off, as only a superuser can. */
    private void forging(String sql) throws SQLException {
        execute("SET session_replication_role = replica");
        try {
            execute(sql);
        } finally {
            execute("SET session_replication_role = origin");
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (var statement = database.prepareStatement(sql);
                var row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
