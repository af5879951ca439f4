package eu.mpf.gateway;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import eu.mpf.gateway.kit.EventSource;
import eu.mpf.gateway.kit.Issuer;
import eu.mpf.gateway.kit.StubPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A request goes out over events and is followed until every service has answered. */
@QuarkusTest
@QuarkusTestResource(StubPlatform.class)
@Tag("X12")
class DataSubjectRequestsTest {

    private static final String REQUESTS = "/v1/data-subject-requests";

    Issuer issuer;

    @Inject
    GatewayLifecycle gateway;

    private RequestSpecification as(String role) {
        return given().baseUri("http://127.0.0.1")
                .port(gateway.port())
                .contentType("application/json")
                .auth()
                .oauth2(issuer.token(claims -> claims.subject(role).claim("roles", List.of(role))));
    }

    private static void answer(EventSource source, String id, String service, int found) {
        source.publish("mpf.%s.person.v1".formatted(service), "eu.mpf.gateway.person.exported.v1", id, 1, """
                {"requestId":"%s","personHash":"h","service":"%s","counts":{"record":%d},"kept":{}}""".formatted(
                        id, service, found));
        source.flush();
    }

    @Test
    void aRequestIsCompleteOnceEveryServiceHasAnswered() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> as("partner").get("/v1/changes").statusCode() == 200);
        String address = "jane.doe@example.org";
        String id = as("data-protection-officer")
                .body(Map.of("kind", "EXPORT", "address", address, "reason", "Request 2026/17"))
                .post(REQUESTS)
                .then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("state", equalTo("RUNNING"))
                .body("waitingFor", hasItem("events"))
                .body(not(containsString("jane.doe")))
                .extract()
                .path("id");
        // the gateway itself answers too, as every service does
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> as("data-protection-officer")
                        .get(REQUESTS + "/" + id)
                        .then()
                        .body("waitingFor", contains("calls", "events", "projects")));
        try (EventSource source = new EventSource()) {
            answer(source, id, "projects", 0);
            answer(source, id, "events", 3);
            answer(source, id, "events", 3);
            answer(source, id, "calls", 1);
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> as("data-protection-officer")
                        .get(REQUESTS + "/" + id)
                        .then()
                        .statusCode(200)
                        .body("state", equalTo("COMPLETED"))
                        .body("completedAt", notNullValue())
                        .body("answers.find { it.service == 'events' }.counts.record", equalTo(3)));
    }

    @Test
    void onlyTheDataProtectionOfficerMayAskAndOnlyWithAnAddress() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> as("partner").get("/v1/changes").statusCode() == 200);
        for (String role : List.of("administrator", "partner", "programme-officer")) {
            as(role).body(Map.of("kind", "EXPORT", "address", "a@b.example"))
                    .post(REQUESTS)
                    .then()
                    .statusCode(403);
        }
        as("data-protection-officer")
                .body(Map.of("kind", "ERASURE", "address", "nobody"))
                .post(REQUESTS)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/address"));
        as("data-protection-officer")
                .get(REQUESTS + "/01890000-0000-7000-8000-000000000000")
                .then()
                .statusCode(404);
    }
}
