package eu.mpf.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.gateway.kit.EventSource;
import eu.mpf.gateway.kit.EventStream;
import eu.mpf.gateway.kit.FrontDoor;
import eu.mpf.gateway.kit.Issuer;
import eu.mpf.gateway.kit.StubPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The change feed through the public port, filled from a real broker. */
@QuarkusTest
@Tag("running")
@QuarkusTestResource(StubPlatform.class)
class ChangesTest {

    private static final String PROJECTS = "mpf.projects.project.v1";
    private static final String CALLS = "mpf.calls.call.v1";
    private static final String REGISTERED = "eu.mpf.projects.project.registered.v1";
    private static final String STATUS_CHANGED = "eu.mpf.projects.project.status-changed.v1";
    private static final String PUBLISHED = "eu.mpf.calls.call.published.v1";
    private static final ObjectMapper JSON = new ObjectMapper();

    Issuer issuer;

    @Inject
    GatewayLifecycle gateway;

    private RequestSpecification partner() {
        return anonymous().auth().oauth2(token());
    }

    private RequestSpecification anonymous() {
        return FrontDoor.api(gateway.port());
    }

    private String token() {
        return issuer.token(claims ->
                claims.subject("partner").claim("roles", List.of("partner")).claim("organisation", null));
    }

    private JsonNode page(String cursor, String... types) throws Exception {
        RequestSpecification request = partner().queryParam("pageSize", 7);
        if (cursor != null) {
            request.queryParam("after", cursor);
        }
        for (String type : types) {
            request.queryParam("types", type);
        }
        return JSON.readTree(
                request.get("/v1/changes").then().statusCode(200).extract().asString());
    }

    /** Where the feed ends now. */
    private String end() throws Exception {
        String cursor = null;
        while (true) {
            JsonNode page = page(cursor);
            cursor = page.path("nextCursor").asText();
            if (page.path("caughtUp").asBoolean()) {
                return cursor;
            }
        }
    }

    /** Pages on until that many changes have come. */
    private List<JsonNode> follow(String cursor, int count, String... types) {
        List<JsonNode> all = new ArrayList<>();
        String[] next = {cursor};
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            JsonNode page = page(next[0], types);
            page.path("items").forEach(all::add);
            next[0] = page.path("nextCursor").asText();
            return all.size() >= count;
        });
        return all;
    }

    @Test
    void aPartnerWhoWasAwayEndsWithTheStateOfTheSource() throws Exception {
        String cursor = end();
        Map<String, String> source = new TreeMap<>();
        Map<String, Long> versions = new HashMap<>();
        Random random = new Random(1);
        int events = 120;
        try (EventSource projects = new EventSource()) {
            for (int i = 0; i < events; i++) {
                String code = "P" + random.nextInt(9);
                long version = versions.merge(code, 1L, Long::sum);
                String status = version == 1 ? "REGISTERED" : "STATE-" + random.nextInt(5);
                source.put(code, status);
                projects.publish(
                        PROJECTS,
                        version == 1 ? REGISTERED : STATUS_CHANGED,
                        "aggregate-" + code,
                        version,
                        "{\"code\":\"%s\",\"status\":\"%s\"}".formatted(code, status));
            }
        }
        Map<String, String> copy = new TreeMap<>();
        follow(cursor, events, "eu.mpf.projects.*")
                .forEach(change -> copy.put(
                        change.path("data").path("code").asText(),
                        change.path("data").path("status").asText()));
        assertThat(copy).isEqualTo(source);
    }

    @Test
    void aChangeTellsTheWholeEvent() throws Exception {
        String cursor = end();
        String subject = UUID.randomUUID().toString();
        UUID id;
        try (EventSource calls = new EventSource()) {
            id = calls.publish(CALLS, PUBLISHED, subject, 3, "{\"key\":\"MPF\",\"amount\":\"1.10\"}");
        }
        JsonNode change = follow(cursor, 1, PUBLISHED).getFirst();
        assertThat(change.path("id").asText()).isEqualTo(id.toString());
        assertThat(change.path("source").asText()).isEqualTo("/calls-service");
        assertThat(change.path("type").asText()).isEqualTo(PUBLISHED);
        assertThat(change.path("subject").asText()).isEqualTo(subject);
        assertThat(change.path("sequence").asLong()).isEqualTo(3);
        assertThat(change.path("time").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(change.path("data")).isEqualTo(JSON.readTree("{\"key\":\"MPF\",\"amount\":\"1.10\"}"));
        assertThat(change.path("cursor").asText()).isNotBlank();
    }

    @Test
    void typesAreFilteredByNameAndByBeginning() throws Exception {
        String cursor = end();
        try (EventSource source = new EventSource()) {
            source.publish(PROJECTS, REGISTERED, "f1", 1, "{}");
            source.publish(PROJECTS, STATUS_CHANGED, "f1", 2, "{}");
            source.publish(PROJECTS, "eu.mpf.projects.project.invented.v1", "f1", 3, "{}");
            source.publish(CALLS, PUBLISHED, "f2", 1, "{}");
        }
        follow(cursor, 3);
        assertThat(follow(cursor, 1, REGISTERED)).hasSize(1);
        assertThat(follow(cursor, 2, REGISTERED, PUBLISHED))
                .extracting(change -> change.path("type").asText())
                .containsExactlyInAnyOrder(REGISTERED, PUBLISHED);
        assertThat(follow(cursor, 2, "eu.mpf.projects.*"))
                .extracting(change -> change.path("sequence").asLong())
                .as("what nobody has named is not for everybody")
                .containsExactly(1L, 2L);
        JsonNode none = page(cursor, "eu.mpf.projects.taxonomy.*");
        assertThat(none.path("items")).isEmpty();
        assertThat(none.path("caughtUp").asBoolean()).isTrue();
        assertThat(page(none.path("nextCursor").asText()).path("items")).isEmpty();
    }

    @Test
    void badRequestsAreRefusedWithTheParameterToBlame() throws Exception {
        String cursor = end();
        String tampered = (cursor.charAt(0) == 'A' ? 'B' : 'A') + cursor.substring(1);
        refuses("after", tampered, "invalid-cursor");
        refuses("after", "1", "invalid-cursor");
        refuses("types", "*", "validation-failed");
        refuses("types", "eu.mpf.%", "validation-failed");
        refuses("pageSize", "0", "validation-failed");
        refuses("pageSize", "many", "validation-failed");
        refuses("type", REGISTERED, "unknown-parameter");
        partner().queryParam("pageSize", 100_000).get("/v1/changes").then().statusCode(200);
        anonymous().get("/v1/changes").then().statusCode(401).body("code", equalTo("unauthenticated"));
        partner().post("/v1/changes").then().statusCode(405);
        partner().accept("image/png").get("/v1/changes").then().statusCode(406);
        partner().accept("*/*").get("/v1/changes").then().statusCode(200).contentType("application/json");
    }

    private void refuses(String parameter, String value, String code) {
        for (String accept : List.of("application/json", "text/event-stream")) {
            partner()
                    .accept(accept)
                    .queryParam(parameter, value)
                    .get("/v1/changes")
                    .then()
                    .statusCode(400)
                    .contentType(containsString("application/problem+json"))
                    .body("code", equalTo(code))
                    .body("errors.pointer", hasItem("?" + parameter));
        }
    }

    @Test
    void aStreamResumesBehindTheLastEventItsClientSaw() throws Exception {
        String cursor = end();
        String url = "http://127.0.0.1:" + gateway.port() + "/v1/changes?types=eu.mpf.calls.*&after=" + cursor;
        Map<String, String> headers = new HashMap<>(Map.of("Authorization", "Bearer " + token()));
        EventStream.Event second;
        try (EventSource calls = new EventSource();
                EventStream stream = new EventStream(url, headers)) {
            assertThat(stream.response.statusCode()).isEqualTo(200);
            assertThat(stream.response.headers().firstValue("Content-Type").orElse(""))
                    .startsWith("text/event-stream");
            assertThat(stream.response.headers().firstValue("X-Accel-Buffering"))
                    .hasValue("no");
            assertThat(stream.next().comment()).isEqualTo("changes");
            assertThat(stream.next().comment()).isEqualTo("ping");
            for (int version = 1; version <= 4; version++) {
                calls.publish(CALLS, PUBLISHED, "s1", version, "{\"n\":" + version + "}");
            }
            calls.flush();
            EventStream.Event first = stream.nextChange();
            assertThat(first.name()).isEqualTo(PUBLISHED);
            JsonNode change = JSON.readTree(first.data());
            assertThat(change.path("cursor").asText()).isEqualTo(first.id());
            assertThat(change.path("data").path("n").asInt()).isEqualTo(1);
            second = stream.nextChange();
        }
        headers.put("Last-Event-ID", second.id());
        try (EventSource calls = new EventSource();
                EventStream stream = new EventStream(url, headers)) {
            assertThat(JSON.readTree(stream.nextChange().data())
                            .path("sequence")
                            .asInt())
                    .isEqualTo(3);
            assertThat(JSON.readTree(stream.nextChange().data())
                            .path("sequence")
                            .asInt())
                    .isEqualTo(4);
            calls.publish(CALLS, PUBLISHED, "s1", 5, "{\"n\":5}");
            calls.flush();
            assertThat(JSON.readTree(stream.nextChange().data())
                            .path("sequence")
                            .asInt())
                    .isEqualTo(5);
        }
    }

    @Test
    void aStreamEndsInOrderWhenItsTokenExpires() throws Exception {
        String shortLived = issuer.token(claims -> claims.expirationTime(new Date(System.currentTimeMillis() + 2_000)));
        try (EventStream stream = new EventStream(
                "http://127.0.0.1:" + gateway.port() + "/v1/changes?after=" + end(),
                Map.of("Authorization", "Bearer " + shortLived))) {
            EventStream.Event event = stream.next();
            while (!event.comment().isEmpty()) {
                event = stream.next();
            }
            assertThat(event).isEqualTo(EventStream.END);
        }
    }

    @Test
    void parkedAggregatesOfTheGatewayAreForAdministrators() {
        String path = "/v1/admin/parked-aggregates/gateway";
        partner().get(path).then().statusCode(403).body("code", equalTo("forbidden"));
        anonymous().get(path).then().statusCode(401);
        anonymous()
                .auth()
                .oauth2(issuer.token(claims -> claims.claim("roles", List.of("administrator"))))
                .get(path)
                .then()
                .statusCode(200);
    }
}
