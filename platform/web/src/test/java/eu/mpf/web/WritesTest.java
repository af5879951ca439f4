package eu.mpf.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("running")
@QuarkusTestResource(TestServers.class)
class WritesTest {

    @Inject
    AgroalDataSource database;

    private static RequestSpecification as(String subject) {
        return given().auth().oauth2(TestTokens.of(subject, "applicant")).contentType("application/json");
    }

    private static Response create(String key, Map<String, Object> body) {
        return as("lv").header("Idempotency-Key", key).body(body).post("/v1/notes");
    }

    private long count(String title) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("SELECT count(*) FROM note WHERE title = ?")) {
            statement.setString(1, title);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    @Test
    void aRequestWithoutBodyNeedsNoContentType() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + "/v1/notes"))
                .header("Authorization", "Bearer " + TestTokens.of("lv", "applicant"))
                .POST(BodyPublishers.noBody())
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        }
    }

    @Test
    void aCreationAnswersWithLocationAndETag() {
        var created = as("lv").body(Map.of("title", "first"))
                .post("/v1/notes")
                .then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .extract();
        given().get(URI.create(created.header("Location")).getPath())
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("title", equalTo("first"));
    }

    @Test
    void thirtyTwoThreadsWithOneKeyHaveOneEffectAndOneAnswer() throws Exception {
        var key = UUID.randomUUID().toString();
        var start = new CountDownLatch(1);
        var answers = new ArrayList<Response>();
        try (var threads = Executors.newFixedThreadPool(32)) {
            Callable<Response> send = () -> {
                start.await();
                while (true) {
                    var answer = create(key, Map.of("title", "raced"));
                    if (answer.statusCode() != 409) {
                        return answer;
                    }
                    assertThat(answer.jsonPath().getString("code")).isEqualTo("request-in-progress");
                    assertThat(answer.header("Retry-After")).isEqualTo("1");
                }
            };
            var running = java.util.stream.IntStream.range(0, 32)
                    .mapToObj(_ -> threads.submit(send))
                    .toList();
            start.countDown();
            for (var one : running) {
                answers.add(one.get());
            }
        }
        assertThat(count("raced")).isEqualTo(1);
        assertThat(answers).allSatisfy(a -> {
            assertThat(a.statusCode()).isEqualTo(201);
            assertThat(a.asByteArray()).isEqualTo(answers.getFirst().asByteArray());
            assertThat(a.header("Location")).isEqualTo(answers.getFirst().header("Location"));
            assertThat(a.header("ETag")).isEqualTo("\"0\"");
            assertThat(a.contentType()).startsWith("application/json");
        });
        assertThat(answers)
                .filteredOn(a -> a.header("Idempotency-Replayed") == null)
                .hasSize(1);
    }

    @Test
    void theSameKeyWithAnotherBodyIs422() {
        var key = UUID.randomUUID().toString();
        create(key, Map.of("title", "one")).then().statusCode(201);
        create(key, Map.of("title", "two")).then().statusCode(422).body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void anotherCallersKeyIsAnotherKey() {
        var key = UUID.randomUUID().toString();
        create(key, Map.of("title", "mine")).then().statusCode(201);
        as("lt").header("Idempotency-Key", key)
                .body(Map.of("title", "theirs"))
                .post("/v1/notes")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", nullValue());
    }

    @Test
    void aFailedRunKeepsNothing() {
        var key = UUID.randomUUID().toString();
        create(key, Map.of("title", " ")).then().statusCode(400);
        create(key, Map.of("title", "mended")).then().statusCode(201);
    }

    @Test
    void aConstraintThatBreaksAtCommitIs409AndKeepsNothing() throws SQLException {
        var code = UUID.randomUUID().toString();
        var key = UUID.randomUUID().toString();
        create(UUID.randomUUID().toString(), Map.of("title", "unique", "code", code))
                .then()
                .statusCode(201);
        create(key, Map.of("title", "twin-" + code, "code", code))
                .then()
                .statusCode(409)
                .body("code", equalTo("conflict"));
        as("lv").body(Map.of("title", "twin-" + code, "code", code))
                .post("/v1/notes")
                .then()
                .statusCode(409);
        assertThat(count("twin-" + code)).isZero();
        create(key, Map.of("title", "other")).then().statusCode(201);
    }

    @Test
    void anOddKeyIs400() {
        create("has space", Map.of("title", "t"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("Idempotency-Key"));
    }

    @Test
    void changesNeedThePresentVersion() {
        String id = create(UUID.randomUUID().toString(), Map.of("title", "draft", "priority", 3))
                .path("id");
        patch(id, null, "{\"title\":\"x\"}").then().statusCode(428).body("code", equalTo("precondition-required"));
        patch(id, "*", "{\"title\":\"x\"}").then().statusCode(400);
        patch(id, "W/\"0\"", "{\"title\":\"x\"}").then().statusCode(400);
        patch(id, "\"0\", \"1\"", "{\"title\":\"x\"}").then().statusCode(400);
        patch(id, "\"abc\"", "{\"title\":\"x\"}").then().statusCode(412);
        patch(id, "\"0\"", "{\"title\":\"final\",\"priority\":null}")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("title", equalTo("final"))
                .body("priority", nullValue());
        patch(id, "\"0\"", "{\"title\":\"late\"}").then().statusCode(412).body("code", equalTo("version-conflict"));
        patch(id, "\"1\"", "{\"colour\":\"red\"}").then().statusCode(400).body("errors[0].pointer", equalTo("/colour"));
        patch(id, "\"1\"", "{\"title\":\"\"}").then().statusCode(400).body("errors[0].pointer", equalTo("/title"));
        patch(id, "\"1\"", "[1]").then().statusCode(400);
    }

    private static Response patch(String id, String ifMatch, String body) {
        var request = given().auth()
                .oauth2(TestTokens.of("lv", "applicant"))
                .contentType("application/merge-patch+json")
                .body(body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).patch("/v1/notes/" + id);
    }

    @Test
    void aVerbOnAResourceIsFoundAndItsProblemIsTheServices() {
        String id = create(UUID.randomUUID().toString(), Map.of("title", "t")).path("id");
        as("lv").header("If-Match", "\"0\"")
                .post("/v1/notes/" + id + ":lock")
                .then()
                .statusCode(409)
                .body("code", equalTo("note-locked"));
    }

    @Test
    void anUnchangedResourceIs304() {
        String id =
                create(UUID.randomUUID().toString(), Map.of("title", "still")).path("id");
        for (var tags : List.of("\"0\"", "W/\"0\"", "\"5\", \"0\"", "*")) {
            var answer = given().header("If-None-Match", tags).get("/v1/notes/" + id);
            answer.then().statusCode(304).header("ETag", "\"0\"");
            assertThat(answer.asByteArray()).isEmpty();
        }
        given().header("If-None-Match", "\"5\"").get("/v1/notes/" + id).then().statusCode(200);
    }

    @Test
    void singleResourcesArePruned() {
        String id = create(UUID.randomUUID().toString(), Map.of("title", "still", "priority", 1))
                .path("id");
        given().get("/v1/notes/" + id + "?fields=title")
                .then()
                .statusCode(200)
                .body("keySet()", equalTo(java.util.Set.of("title")));
    }

    @Test
    void valuesLookAsAgreed() {
        given().contentType("application/json")
                .body(
                        "{\"at\":\"2026-03-31T12:00:00Z\",\"price\":{\"amount\":\"12.3\",\"currency\":\"EUR\"},\"text\":{\"en\":\"a\"}}")
                .post("/v1/notes:echo")
                .then()
                .statusCode(200)
                .body("at", equalTo("2026-03-31T12:00:00.000Z"))
                .body("price.amount", equalTo("12.30"))
                .body("text.en", equalTo("a"));
        given().contentType("application/json")
                .body("{}")
                .post("/v1/notes:echo")
                .then()
                .body("keySet()", equalTo(java.util.Set.of()));
        given().contentType("application/json")
                .body("{\"text\":{\"xx\":\"a\"}}")
                .post("/v1/notes:echo")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/text"));
    }
}
