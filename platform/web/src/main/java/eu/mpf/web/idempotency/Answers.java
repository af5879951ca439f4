package eu.mpf.web.idempotency;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.web.problem.CommonProblem;
import eu.mpf.web.problem.ProblemException;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The kept answers, in the transaction of their effects. */
@ApplicationScoped
class Answers {
    static final String REPLAYED = "Idempotency-Replayed";
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final AgroalDataSource database;
    private final Instance<EntityManager> entities;
    private final ObjectMapper json;

    Answers(AgroalDataSource database, Instance<EntityManager> entities, ObjectMapper json) {
        this.database = database;
        this.entities = entities;
        this.json = json;
    }

    /**
     * Holds the key until the transaction ends. PostgreSQL frees it after the commit is visible, so whoever gets the lock
     * next sees the kept answer.
     *
     * @throws ProblemException 409 if the same request is still running
     */
    void lock(byte[] scope) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("SELECT pg_try_advisory_xact_lock(?)")) {
            statement.setLong(1, ByteBuffer.wrap(scope).getLong());
            try (var row = statement.executeQuery()) {
                row.next();
                if (!row.getBoolean(1)) {
                    throw new ProblemException(
                            CommonProblem.REQUEST_IN_PROGRESS,
                            "A request with this idempotency key is still running. Ask again for its answer.");
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the idempotency key cannot be locked", e);
        }
    }

    /** @throws ProblemException 422 if the key was used for another request */
    @Nullable
    Response find(byte[] scope, byte[] requestHash) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "SELECT request_hash, status, headers, body FROM idempotent_answer WHERE scope = ?")) {
            statement.setBytes(1, scope);
            try (var row = statement.executeQuery()) {
                if (!row.next()) {
                    return null;
                }
                if (!Arrays.equals(row.getBytes("request_hash"), requestHash)) {
                    throw new ProblemException(
                            CommonProblem.IDEMPOTENCY_KEY_REUSED,
                            "This idempotency key was used for a request with other content. Take a new key.");
                }
                var answer = Response.status(row.getInt("status")).header(REPLAYED, "true");
                json.readValue(row.getString("headers"), HEADERS).forEach(answer::header);
                var body = row.getBytes("body");
                return body == null ? answer.build() : answer.entity(body).build();
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("the kept answer cannot be read", e);
        }
    }

    /** Keeps the answer, and gives it back with its body as the very bytes kept. */
    Response keep(byte[] scope, byte[] requestHash, Response response) {
        try {
            var body = bytes(response.getEntity());
            var headers = new LinkedHashMap<String, String>();
            response.getStringHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
            if (body != null) {
                headers.putIfAbsent(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
            }
            flush();
            insert(scope, requestHash, response.getStatus(), headers, body);
            var answer = Response.status(response.getStatus());
            headers.forEach(answer::header);
            return body == null ? answer.build() : answer.entity(body).build();
        } catch (IOException e) {
            throw new IllegalStateException("the answer cannot be kept", e);
        }
    }

    /** Flushes and checks deferred constraints while an exception can still say what is wrong. */
    void surfaceDeferredFailures() {
        flush();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SET CONSTRAINTS ALL IMMEDIATE");
        } catch (SQLException e) {
            throw new IllegalStateException("a deferred constraint is broken", e);
        }
    }

    private void flush() {
        if (entities.isResolvable()) {
            entities.get().flush();
        }
    }

    private void insert(byte[] scope, byte[] hash, int status, Map<String, String> headers, byte @Nullable [] body) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "INSERT INTO idempotent_answer (scope, request_hash, status, headers, body)"
                                + " VALUES (?, ?, ?, CAST(? AS jsonb), ?)")) {
            statement.setBytes(1, scope);
            statement.setBytes(2, hash);
            statement.setInt(3, status);
            statement.setString(4, json.writeValueAsString(headers));
            statement.setBytes(5, body);
            statement.executeUpdate();
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("the answer cannot be kept", e);
        }
    }

    private byte @Nullable [] bytes(@Nullable Object entity) throws IOException {
        return switch (entity) {
            case null -> null;
            case byte[] ready -> ready;
            case String text -> text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            default -> json.writeValueAsBytes(entity);
        };
    }
}
