package eu.mpf.web.idempotency;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.messaging.write.LastWrites;
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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The kept answers, in the transaction of their effects. */
@ApplicationScoped
class Answers {
    static final String REPLAYED = "Idempotency-Replayed";
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    // Two statements in one round trip. The second sees what was committed before the first had the locks, so it is
    // right.
    private static final String LOCK_AND_FIND = """
            SELECT pg_try_advisory_xact_lock(key) FROM unnest(?::bigint[]) WITH ORDINALITY AS keys (key, nth) ORDER BY nth;
            SELECT scope, request_hash, status, headers, body FROM idempotent_answer WHERE scope = ANY (?::bytea[])""";
    private static final String KEEP = """
            INSERT INTO idempotent_answer (scope, request_hash, status, headers, body)
            VALUES (?, ?, ?, CAST(? AS jsonb), ?)""";

    private final AgroalDataSource database;
    private final LastWrites writes;
    private final Instance<EntityManager> entities;
    private final ObjectMapper json;
    private volatile @Nullable Boolean deferrable;

    Answers(AgroalDataSource database, LastWrites writes, Instance<EntityManager> entities, ObjectMapper json) {
        this.database = database;
        this.writes = writes;
        this.entities = entities;
        this.json = json;
    }

    /**
     * Holds the keys until the transaction ends, and looks for the answers kept under them. PostgreSQL frees a key after the
     * commit is visible, so whoever gets it next sees the kept answer. Answered or refused is afterwards who has a kept answer,
     * who asks what is still running (409), and whose key was used for another request (422).
     */
    <A> void find(List<Asked<A>> group) {
        var keyed = group.stream().filter(each -> each.scope() != null).toList();
        if (keyed.isEmpty()) {
            return;
        }
        var scopes = keyed.stream().map(Asked::scope).toArray(byte[][]::new);
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(LOCK_AND_FIND)) {
            statement.setArray(1, connection.createArrayOf("bigint", locks(scopes)));
            statement.setArray(2, connection.createArrayOf("bytea", scopes));
            statement.execute();
            try (var locked = statement.getResultSet()) {
                for (var asked : keyed) {
                    locked.next();
                    if (!locked.getBoolean(1)) {
                        asked.refuse(new ProblemException(
                                CommonProblem.REQUEST_IN_PROGRESS,
                                "A request with this idempotency key is still running. Ask again for its answer."));
                    }
                }
            }
            statement.getMoreResults();
            try (var row = statement.getResultSet()) {
                while (row.next()) {
                    var scope = row.getBytes("scope");
                    for (var asked : keyed) {
                        if (Arrays.equals(scope, asked.scope()) && !asked.isDecided()) {
                            replay(asked, row);
                        }
                    }
                }
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("the idempotency key cannot be looked up", e);
        }
    }

    private static Long[] locks(byte[][] scopes) {
        return Arrays.stream(scopes)
                .map(scope -> ByteBuffer.wrap(scope).getLong())
                .toArray(Long[]::new);
    }

    private <A> void replay(Asked<A> asked, ResultSet row) throws SQLException, IOException {
        if (Arrays.equals(row.getBytes("request_hash"), asked.hash())) {
            asked.answer(kept(row));
        } else {
            asked.refuse(new ProblemException(
                    CommonProblem.IDEMPOTENCY_KEY_REUSED,
                    "This idempotency key was used for a request with other content. Take a new key."));
        }
    }

    private Response kept(ResultSet row) throws SQLException, IOException {
        var answer = Response.status(row.getInt("status")).header(REPLAYED, "true");
        json.readValue(row.getString("headers"), HEADERS).forEach(answer::header);
        var body = row.getBytes("body");
        return body == null ? answer.build() : answer.entity(body).build();
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
            var headersJson = json.writeValueAsString(headers);
            writes.add(
                    KEEP,
                    row -> row.bytes(scope)
                            .bytes(requestHash)
                            .number(response.getStatus())
                            .text(headersJson)
                            .bytes(body));
            var answer = Response.status(response.getStatus());
            headers.forEach(answer::header);
            return body == null ? answer.build() : answer.entity(body).build();
        } catch (IOException e) {
            throw new IllegalStateException("the answer cannot be kept", e);
        }
    }

    /** Writes what waits and checks deferred constraints while an exception can still say what is wrong. */
    void surfaceDeferredFailures() {
        flush();
        writes.flush();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            if (hasDeferrable(statement)) {
                statement.execute("SET CONSTRAINTS ALL IMMEDIATE");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a deferred constraint is broken", e);
        }
    }

    /** Asked once: most services have no such constraint, and a round trip before every commit is not for nothing. */
    private boolean hasDeferrable(Statement statement) throws SQLException {
        Boolean known = deferrable;
        if (known == null) {
            try (var row = statement.executeQuery("SELECT EXISTS (SELECT FROM pg_constraint WHERE condeferrable)")) {
                row.next();
                known = row.getBoolean(1);
            }
            deferrable = known;
        }
        return known;
    }

    private void flush() {
        if (entities.isResolvable()) {
            entities.get().flush();
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
