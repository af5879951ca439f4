package eu.mpf.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import eu.mpf.gateway.kit.Endpoint;
import eu.mpf.gateway.kit.EventSource;
import eu.mpf.gateway.kit.FrontDoor;
import eu.mpf.gateway.kit.Issuer;
import eu.mpf.gateway.kit.StubPlatform;
import eu.mpf.testkit.Sql;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Events from the broker to partners' endpoints, set up through the public port. */
@QuarkusTest
@Tag("running")
@QuarkusTestResource(StubPlatform.class)
@Tag("X6")
class WebhooksTest {

    private static final String WEBHOOKS = "/v1/webhooks";
    private static final String TOPIC = "mpf.events.event.v1";
    private static final String PUBLISHED = "eu.mpf.events.event.published.v1";
    private static final String MILLIS = "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z";
    private static final ObjectMapper JSON = new ObjectMapper();

    Issuer issuer;

    @Inject
    GatewayLifecycle gateway;

    @Inject
    AgroalDataSource database;

    private Endpoint endpoint;

    @BeforeEach
    void open() throws Exception {
        endpoint = new Endpoint();
    }

    @AfterEach
    void close() {
        endpoint.close();
    }

    private RequestSpecification of(String organisation) {
        return FrontDoor.api(gateway.port())
                .contentType("application/json")
                .auth()
                .oauth2(issuer.token(claims -> claims.subject("it-of-" + organisation)
                        .claim("roles", List.of("partner"))
                        .claim("organisation", organisation)));
    }

    private RequestSpecification own() {
        return of("LV-SBG");
    }

    private String subscribe(String url, Map<String, Object> more) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> own().get("/v1/changes").statusCode() == 200);
        Map<String, Object> body = new HashMap<>(Map.of("url", url, "contact", "it@partner.example"));
        body.putAll(more);
        return own().body(body).post(WEBHOOKS).then().statusCode(201).extract().path("id");
    }

    private static String data(String fund, int number) {
        return "{\"grantId\":\"g\",\"fund\":\"%s\",\"number\":%d}".formatted(fund, number);
    }

    private void publish(String marker, int from, int to) {
        try (EventSource source = new EventSource()) {
            for (int i = from; i < to; i++) {
                source.publish(TOPIC, PUBLISHED, marker, i + 1, data(marker, i));
            }
        }
    }

    private static List<Integer> numbers(Endpoint of) {
        return of.received.stream()
                .map(one -> {
                    try {
                        return JSON.readTree(one.body())
                                .path("data")
                                .path("number")
                                .asInt();
                    } catch (java.io.IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                })
                .toList();
    }

    private static void eventually(java.util.concurrent.Callable<Boolean> holds) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(holds);
    }

    private static Map<String, Object> only(String marker) {
        return Map.of("types", List.of("eu.mpf.events.event.*"), "filter", Map.of("fund", List.of(marker)));
    }

    @Test
    void eventsArriveSignedInOrderAndAsFiltered() throws Exception {
        String id = subscribe(endpoint.url(), only("SIGNED"));
        publish("OTHER", 0, 3);
        publish("SIGNED", 0, 5);
        eventually(() -> endpoint.received.size() >= 5);
        assertThat(numbers(endpoint)).containsExactly(0, 1, 2, 3, 4);
        String secret = own().get(WEBHOOKS + "/" + id + "/secret").path("secrets[0]");
        for (Endpoint.Received one : endpoint.received) {
            assertThatCode(() -> new Webhook(secret).verify(one.body(), one.headers()))
                    .doesNotThrowAnyException();
        }
        JsonNode body = JSON.readTree(endpoint.received.getFirst().body());
        assertThat(body.path("type").asText()).isEqualTo(PUBLISHED);
        assertThat(body.path("timestamp").asText()).matches(MILLIS);
        assertThat(body.path("id").asText())
                .isEqualTo(endpoint.received.getFirst().header("webhook-id"));
        own().get(WEBHOOKS + "/" + id + "/deliveries?status=DELIVERED").then().body("items", hasSize(5));
    }

    @Test
    void aDeadEndpointDelaysNobodyAndIsSwitchedOffWithANoticeThenGoesOnWhereItStopped() throws Exception {
        try (Endpoint dead = new Endpoint()) {
            dead.answer(number -> 500);
            String id = subscribe(dead.url(), only("ISOLATED"));
            subscribe(endpoint.url(), only("ISOLATED"));
            publish("ISOLATED", 0, 3);
            eventually(() -> endpoint.received.size() == 3);
            eventually(() -> own().get(WEBHOOKS + "/" + id).path("status").equals("DISABLED"));
            assertThat(numbers(dead))
                    .as("always the same first one")
                    .containsOnly(0)
                    .hasSize(4);
            own().get(WEBHOOKS + "/" + id).then().body("disabledReason", equalTo("FAILING"));
            assertThat(mails(id)).isEqualTo(1);
            String failed =
                    own().get(WEBHOOKS + "/" + id + "/deliveries?status=FAILED").path("items[0].id");
            own().get(WEBHOOKS + "/" + id + "/deliveries/" + failed)
                    .then()
                    .body("log", hasSize(4))
                    .body("log[0].status", equalTo(500));
            dead.received.clear();
            dead.answer(number -> 200);
            own().header("If-Match", "\"2\"")
                    .post(WEBHOOKS + "/" + id + ":enable")
                    .then()
                    .statusCode(200);
            eventually(() -> dead.received.size() >= 2);
            own().post(WEBHOOKS + "/" + id + "/deliveries/" + failed + ":replay")
                    .then()
                    .statusCode(202)
                    .body("kind", equalTo("REPLAY"));
            eventually(() -> dead.received.size() == 3);
            assertThat(numbers(dead)).containsExactly(1, 2, 0);
        }
    }

    private long mails(String id) throws Exception {
        try (var connection = database.getConnection();
                var statement =
                        connection.prepareStatement("SELECT count(*) FROM mail_outbox WHERE dedup_key LIKE ?")) {
            statement.setString(1, "webhook-disabled/" + id + "/%");
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    @Test
    void aFailureIsRetriedWithTheSameIdAndTheOrderHolds() {
        endpoint.answer(number -> number < 2 ? 503 : 200);
        subscribe(endpoint.url(), only("RETRIED"));
        publish("RETRIED", 0, 3);
        eventually(() -> endpoint.received.size() == 5);
        assertThat(numbers(endpoint)).containsExactly(0, 0, 0, 1, 2);
        assertThat(endpoint.received.subList(0, 3))
                .extracting(one -> one.header("webhook-id"))
                .containsOnly(endpoint.received.getFirst().header("webhook-id"));
    }

    @Test
    void goneSwitchesOffAtOnceAndARedirectIsNotFollowed() throws Exception {
        endpoint.answer(number -> 410);
        String gone = subscribe(endpoint.url(), only("GONE"));
        publish("GONE", 0, 1);
        eventually(() -> own().get(WEBHOOKS + "/" + gone).path("status").equals("DISABLED"));
        own().get(WEBHOOKS + "/" + gone).then().body("disabledReason", equalTo("GONE"));
        assertThat(endpoint.received).hasSize(1);
        try (Endpoint redirecting = new Endpoint();
                Endpoint target = new Endpoint()) {
            redirecting.redirect(target.url());
            String id = subscribe(redirecting.url(), only("REDIRECTED"));
            publish("REDIRECTED", 0, 1);
            eventually(() -> own().get(WEBHOOKS + "/" + id).path("status").equals("DISABLED"));
            assertThat(target.received).isEmpty();
        }
    }

    @Test
    void aTestIsSentAtOnceAndASecretIsRotatedWithBothSigning() throws Exception {
        String id = subscribe(endpoint.url(), only("TESTED"));
        String before = own().get(WEBHOOKS + "/" + id + "/secret").path("secrets[0]");
        own().header("If-Match", "\"1\"")
                .post(WEBHOOKS + "/" + id + ":rotate-secret")
                .then()
                .statusCode(200);
        List<String> secrets = own().get(WEBHOOKS + "/" + id + "/secret").path("secrets");
        assertThat(secrets).hasSize(2).element(1).isEqualTo(before);
        own().post(WEBHOOKS + "/" + id + ":test").then().statusCode(202).body("kind", equalTo("TEST"));
        eventually(() -> endpoint.received.size() == 1);
        Endpoint.Received one = endpoint.received.getFirst();
        assertThat(JSON.readTree(one.body()).path("timestamp").asText()).matches(MILLIS);
        for (String secret : secrets) {
            assertThatCode(() -> new Webhook(secret).verify(one.body(), one.headers()))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void aRangeIsReplayedEachEventOnceInOrder() {
        String id = subscribe(endpoint.url(), only("RANGE"));
        publish("RANGE", 0, 3);
        eventually(() -> endpoint.received.size() == 3);
        eventually(() -> own().get(WEBHOOKS + "/" + id + "/deliveries?status=DELIVERED")
                        .jsonPath()
                        .getList("items")
                        .size()
                == 3);
        Map<String, String> range = Map.of(
                "from", Instant.now().minusSeconds(600).toString(),
                "to", Instant.now().plusSeconds(60).toString());
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            own().header("Idempotency-Key", key)
                    .body(range)
                    .post(WEBHOOKS + "/" + id + "/deliveries:replay")
                    .then()
                    .statusCode(202)
                    .body("queued", equalTo(3));
        }
        eventually(() -> endpoint.received.size() == 6);
        assertThat(numbers(endpoint)).containsExactly(0, 1, 2, 0, 1, 2);
    }

    @Test
    void othersNeitherSeeNorTouchAWebhookAndBadOnesAreRefused() {
        String id = subscribe(endpoint.url(), only("MINE"));
        String path = WEBHOOKS + "/" + id;
        for (String foreign : List.of(path, path + "/secret", path + "/deliveries")) {
            of("LT-SBGS").get(foreign).then().statusCode(404);
        }
        of("LT-SBGS").post(path + ":test").then().statusCode(404);
        of("LT-SBGS").header("If-Match", "\"1\"").delete(path).then().statusCode(404);
        own().delete(path).then().statusCode(428);
        own().body(Map.of("url", "ftp://partner.example", "contact", "it@partner.example", "types", List.of("*")))
                .queryParam("validateOnly", true)
                .post(WEBHOOKS)
                .then()
                .statusCode(400)
                .body("errors.pointer", org.hamcrest.Matchers.contains("/url", "/types/0"));
        own().body(Map.of(
                        "url",
                        endpoint.url(),
                        "contact",
                        "it@partner.example",
                        "types",
                        List.of("eu.mpf.events.event.*")))
                .queryParam("validateOnly", true)
                .post(WEBHOOKS)
                .then()
                .statusCode(204);
        own().header("If-Match", "\"1\"").delete(path).then().statusCode(204);
        own().get(path).then().statusCode(404);
    }

    private RequestSpecification administrator() {
        return FrontDoor.api(gateway.port())
                .contentType("application/json")
                .auth()
                .oauth2(issuer.token(claims -> claims.subject("administrator")
                        .claim("roles", List.of("administrator"))
                        .claim("organisation", null)));
    }

    @Test
    @Tag("X26")
    void whatAnAdministratorSwitchesOffOnlyAnAdministratorSwitchesOn() throws Exception {
        String id = subscribe(endpoint.url(), only("STOPPED"));
        String path = WEBHOOKS + "/" + id;
        administrator()
                .queryParam("organisation", "LV-SBG")
                .queryParam("status", "ACTIVE")
                .get(WEBHOOKS)
                .then()
                .statusCode(200)
                .body("items.id", org.hamcrest.Matchers.hasItem(id));
        administrator()
                .header("If-Match", "\"1\"")
                .post(path + ":disable")
                .then()
                .statusCode(200)
                .body("disabledReason", equalTo("ADMINISTRATOR"));
        assertThat(mails(id)).as("its contact is told").isEqualTo(1);
        own().header("If-Match", "\"2\"")
                .post(path + ":enable")
                .then()
                .statusCode(409)
                .body("code", equalTo("webhook-state"));
        publish("STOPPED", 0, 2);
        administrator()
                .header("If-Match", "\"2\"")
                .post(path + ":enable")
                .then()
                .statusCode(200);
        eventually(() -> endpoint.received.size() == 2);
        assertThat(numbers(endpoint)).as("nothing was lost").containsExactly(0, 1);
        own().header("If-Match", "\"3\"")
                .post(path + ":disable")
                .then()
                .statusCode(200)
                .body("disabledReason", equalTo("OWNER"));
        own().header("If-Match", "\"4\"").post(path + ":enable").then().statusCode(200);
        assertThat(mails(id)).as("owners need not be told what they did").isEqualTo(1);
    }

    /** While releases run side by side, the newer may already have widened the constraint and switched webhooks off. */
    @Test
    void whatANewerReleaseSwitchedOffIsShownAndItsReasonKeptAndItStaysOff() throws Exception {
        String id = subscribe(endpoint.url(), only("LATER"));
        String path = WEBHOOKS + "/" + id;
        sql("ALTER TABLE webhook DROP CONSTRAINT webhook_disabled_reason_check");
        try {
            sql("UPDATE webhook SET status = 'DISABLED', disabled_reason = 'LATER' WHERE id = '" + id + "'");
            own().get(WEBHOOKS)
                    .then()
                    .statusCode(200)
                    .body("items.find { it.id == '" + id + "' }.status", equalTo("DISABLED"));
            own().contentType("application/merge-patch+json")
                    .header("If-Match", "\"1\"")
                    .body(Map.of("description", "renamed"))
                    .patch(path)
                    .then()
                    .statusCode(200)
                    .body("description", equalTo("renamed"));
            assertThat(Sql.value(String.class, "SELECT disabled_reason FROM webhook WHERE id = ?::uuid", id))
                    .isEqualTo("LATER");
            own().header("If-Match", "\"2\"")
                    .post(path + ":enable")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", org.hamcrest.Matchers.notNullValue());
        } finally {
            sql("UPDATE webhook SET disabled_reason = 'OWNER' WHERE id = '" + id + "'");
            sql("ALTER TABLE webhook ADD CONSTRAINT webhook_disabled_reason_check CHECK"
                    + " (disabled_reason IN ('OWNER', 'GONE', 'FAILING', 'ADMINISTRATOR', 'GAP'))");
        }
    }

    /** A state decides what may be done, so it cannot be passed on unknown: another instance can tell. */
    @Test
    void aStateThatOnlyANewerReleaseKnowsIsAReasonToTryAgain() throws Exception {
        String id = subscribe(endpoint.url(), only("STATE"));
        sql("ALTER TABLE webhook DROP CONSTRAINT webhook_status_check");
        try {
            sql("UPDATE webhook SET status = 'RESTING' WHERE id = '" + id + "'");
            own().get(WEBHOOKS + "/" + id)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", org.hamcrest.Matchers.notNullValue());
        } finally {
            sql("UPDATE webhook SET status = 'ACTIVE' WHERE id = '" + id + "'");
            sql("ALTER TABLE webhook ADD CONSTRAINT webhook_status_check CHECK (status IN ('ACTIVE', 'DISABLED'))");
        }
    }

    private static void sql(String statement) {
        Sql.execute(statement);
    }

    @Test
    @Tag("X26")
    void allDeliveriesWaitWhileTheSettingIsOff() {
        String setting = "/v1/admin/settings/gateway/webhooks.delivering";
        subscribe(endpoint.url(), only("PAUSED"));
        String version =
                administrator().get(setting).then().statusCode(200).extract().header("ETag");
        String off = administrator()
                .header("If-Match", version)
                .body(Map.of("value", "false", "reason", "maintenance"))
                .put(setting)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        try {
            publish("PAUSED", 0, 2);
            await().during(Duration.ofMillis(600)).atMost(Duration.ofSeconds(2)).until(endpoint.received::isEmpty);
        } finally {
            administrator().header("If-Match", off).delete(setting).then().statusCode(204);
        }
        eventually(() -> endpoint.received.size() == 2);
        assertThat(numbers(endpoint)).containsExactly(0, 1);
    }

    @Test
    void aRevisedWebhookTakesWhatItSaysFromThenOn() {
        String id = subscribe(endpoint.url(), only("BEFORE"));
        String path = WEBHOOKS + "/" + id;
        own().contentType("application/merge-patch+json")
                .header("If-Match", "\"1\"")
                .body(Map.of("description", "Grants", "filter", Map.of("fund", List.of("AFTERWARDS"))))
                .patch(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("description", equalTo("Grants"))
                .body("types", org.hamcrest.Matchers.contains("eu.mpf.events.event.*"));
        publish("BEFORE", 0, 1);
        publish("AFTERWARDS", 1, 2);
        eventually(() -> endpoint.received.size() == 1);
        assertThat(numbers(endpoint)).containsExactly(1);
        own().contentType("application/merge-patch+json")
                .header("If-Match", "\"2\"")
                .body(Map.of("url", "ftp://partner.example"))
                .patch(path)
                .then()
                .statusCode(400)
                .body("errors.pointer", org.hamcrest.Matchers.contains("/url"));
    }
}
