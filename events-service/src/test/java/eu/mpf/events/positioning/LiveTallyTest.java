package eu.mpf.events.positioning;

import static eu.mpf.events.Programme.event;
import static eu.mpf.events.Programme.manager;
import static eu.mpf.events.Programme.session;
import static eu.mpf.events.Programme.text;
import static eu.mpf.events.Programme.verb;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.events.Programme.Made;
import eu.mpf.events.reference.Facts;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.util.Iterator;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@MpfTest
@Tag("E25")
class LiveTallyTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EXERCISES = "/v1/positioning-exercises/";

    @TestHTTPResource("/")
    URI service;

    @Test
    @Timeout(60)
    void followersSeeEachChangeWhereverItWasMadeUntilTheOutcomeIsAgreed() throws Exception {
        String project = "LIVE-" + UUID.randomUUID().toString().substring(0, 8);
        String other = "LIVE-" + UUID.randomUUID().toString().substring(0, 8);
        Facts.project(project, "Live", "LT-SBGS", 1);
        Facts.typology(903, Map.of("operational", "Operational partnership", "capacity", "Capacity partnership"));
        Made event = event();
        verb(event, "publish");
        Made exercise = PositioningApiTest.exercise(
                session(event.id(), "a4", Map.of("kind", "POSITIONING")).id(), 903);
        verb(EXERCISES, exercise.id(), exercise.etag(), "open");

        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<Stream<String>> answer = client.send(
                    HttpRequest.newBuilder(service.resolve(EXERCISES + exercise.id() + "/tally"))
                            .header("Accept", "text/event-stream")
                            .build(),
                    HttpResponse.BodyHandlers.ofLines());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
            Iterator<String> lines = answer.body().iterator();
            assertThat(next(lines).get("projects").asInt()).isZero();

            PositioningApiTest.position(exercise, "applicant-lt", project, "operational")
                    .statusCode(201);
            assertThat(next(lines).get("projects").asInt()).isEqualTo(1);

            // As another instance of the service would: in the database, unknown to this one.
            elsewhere(exercise.id(), other);
            JsonNode seen = next(lines);
            assertThat(seen.get("projects").asInt()).isEqualTo(2);
            assertThat(seen.get("severalMeans").asInt()).isEqualTo(1);

            String closed = verb(
                    EXERCISES,
                    exercise.id(),
                    manager().get(EXERCISES + exercise.id()).header("ETag"),
                    "close");
            assertThat(next(lines).get("status").asText()).isEqualTo("CLOSED");
            manager()
                    .header("If-Match", closed)
                    .body(Map.of("outcome", text("Agreed.")))
                    .post(EXERCISES + exercise.id() + ":agree")
                    .then()
                    .statusCode(200);
            assertThat(next(lines).get("status").asText()).isEqualTo("AGREED");
            while (lines.hasNext()) {
                assertThat(lines.next()).isEmpty();
            }
        }
    }

    @Test
    void aDraftsTallyIsNotForThePublic() throws Exception {
        Made exercise = PositioningApiTest.exercise(
                session(event().id(), "a4", Map.of()).id(), 903);
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(
                                    HttpRequest.newBuilder(service.resolve(EXERCISES + exercise.id() + "/tally"))
                                            .header("Accept", "text/event-stream")
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    private static JsonNode next(Iterator<String> lines) throws Exception {
        while (lines.hasNext()) {
            String line = lines.next();
            if (line.startsWith("data:")) {
                return JSON.readTree(line.substring(5));
            }
        }
        throw new AssertionError("the stream ended");
    }

    private static void elsewhere(String exercise, String project) throws Exception {
        try (Connection connection = Sql.connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeUpdate("""
                    INSERT INTO position (id, exercise_id, project_code, project_id, means, positioned_by, positioned_at)
                    VALUES (uuidv7(), '%s', '%s', '%s', '["operational","capacity"]', 'X', now())""".formatted(exercise, project, project));
            statement.executeUpdate(
                    "UPDATE positioning_exercise SET version = version + 1 WHERE id = '%s'".formatted(exercise));
            connection.commit();
        }
    }
}
