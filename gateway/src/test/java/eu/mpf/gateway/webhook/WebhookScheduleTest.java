package eu.mpf.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import eu.mpf.gateway.GatewayLifecycle;
import eu.mpf.gateway.kit.Endpoint;
import eu.mpf.gateway.kit.EventSource;
import eu.mpf.gateway.kit.FeedServers;
import eu.mpf.gateway.kit.FrontDoor;
import eu.mpf.gateway.kit.Issuer;
import eu.mpf.gateway.kit.StubPlatform;
import eu.mpf.web.sql.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** When an endpoint is tried: what its owner asks for in between disturbs neither the waiting nor is it lost. */
@QuarkusTest
@Tag("running")
@QuarkusTestResource(StubPlatform.class)
@Tag("X6")
class WebhookScheduleTest {

    private static final String QUEUE =
            "INSERT INTO webhook_delivery (id, webhook_id, event_id, type, subject, body, kind, status, attempts, next_at,"
                    + " created_at, settled_at) VALUES (?, ?, ?, 'a.b', 's', '{}', ?, ?, 1, ?, now(), ?)";

    Issuer issuer;

    @Inject
    GatewayLifecycle gateway;

    @Inject
    DispatchService steps;

    @Inject
    WebhookTable webhooks;

    @Inject
    Sql sql;

    private final Instant anHourOn = Instant.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MILLIS);
    private Endpoint endpoint;

    @BeforeEach
    void open() throws Exception {
        endpoint = new Endpoint();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> owner().get("/v1/changes").statusCode() == 200);
    }

    @AfterEach
    void close() {
        endpoint.close();
    }

    private RequestSpecification owner() {
        return FrontDoor.api(gateway.port())
                .contentType("application/json")
                .auth()
                .oauth2(issuer.token(claims -> claims.subject("scheduler").claim("roles", List.of("partner"))));
    }

    private UUID subscribe() {
        String id = owner().body(Map.of(
                        "url", endpoint.url(),
                        "contact", "it@partner.example",
                        "filter", Map.of("fund", List.of("SCHEDULED"))))
                .post("/v1/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return UUID.fromString(id);
    }

    private UUID waiting(UUID webhook) {
        UUID id = UUID.randomUUID();
        sql.update(QUEUE, id, webhook, UUID.randomUUID(), DeliveryKind.EVENT, DeliveryStatus.PENDING, anHourOn, null);
        return id;
    }

    private Delivery delivery(UUID id) {
        return sql.first(
                        "SELECT " + DeliveryTable.COLUMNS + " FROM webhook_delivery d WHERE d.id = ?",
                        DeliveryTable::delivery,
                        id)
                .orElseThrow();
    }

    @Test
    void whatWaitsForItsNextAttemptGoesOnWaitingWhenItsOwnerTestsOrReplays() {
        endpoint.answer(number -> 500);
        UUID webhook = subscribe();
        UUID waits = waiting(webhook);
        UUID settled = UUID.randomUUID();
        Instant before = Instant.now().minusSeconds(5);
        sql.update(
                QUEUE, settled, webhook, UUID.randomUUID(), DeliveryKind.EVENT, DeliveryStatus.FAILED, before, before);
        String path = "/v1/webhooks/" + webhook;
        for (int i = 1; i <= 5; i++) {
            owner().post(path + ":test").then().statusCode(202);
            int tested = i;
            await().atMost(Duration.ofSeconds(10)).until(() -> endpoint.received.size() == tested);
        }
        owner().post(path + "/deliveries/" + settled + ":replay").then().statusCode(202);
        owner().body(Map.of(
                        "from", before.minusSeconds(60).toString(),
                        "to", Instant.now().plusSeconds(60).toString()))
                .post(path + "/deliveries:replay")
                .then()
                .statusCode(202);
        owner().post(path + ":test").then().statusCode(202);
        await().atMost(Duration.ofSeconds(10)).until(() -> endpoint.received.size() == 6);
        assertThat(delivery(waits).nextAt()).isEqualTo(anHourOn);
        assertThat(delivery(waits).attempts()).isEqualTo(1);
        assertThat(endpoint.received)
                .as("tests only")
                .allSatisfy(one -> assertThat(one.body()).contains(WebhookService.TEST_TYPE));
        assertThat(owner().get(path).<String>path("status")).isEqualTo("ACTIVE");
    }

    @Test
    void whatIsQueuedWhileAnInstanceLetsGoIsSeenByItOrMakesTheWebhookDueAgain() throws Exception {
        UUID webhook = subscribe();
        UUID instance = UUID.randomUUID();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> sql.update(
                                "UPDATE webhook SET claimed_by = ?, claimed_until = ? WHERE id = ? AND claimed_by IS NULL",
                                instance,
                                anHourOn,
                                webhook)
                        == 1);
        waiting(webhook);
        try (Connection owner = DriverManager.getConnection(
                        FeedServers.jdbcUrl(FeedServers.sharedDatabase()), FeedServers.login(), FeedServers.login());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            owner.setAutoCommit(false);
            queueTest(owner, webhook);
            Future<?> release = threads.submit(() -> steps.release(instance, webhook, Instant.now(), Duration.ZERO));
            await().atMost(Duration.ofSeconds(10)).until(() -> isSomebodyWaitingForALock() || release.isDone());
            owner.commit();
            release.get();
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> endpoint.received.size() == 1);
    }

    /** In a transaction that stays open, as the service's is for a moment. */
    private static void queueTest(Connection connection, UUID webhook) throws SQLException {
        try (PreparedStatement queue = connection.prepareStatement(
                        "INSERT INTO webhook_delivery (id, webhook_id, event_id, type, subject, body, kind, next_at,"
                                + " created_at) VALUES (?, ?, ?, 't', 's', '{}', 'TEST', now(), now())");
                PreparedStatement due =
                        connection.prepareStatement("UPDATE webhook SET due_at = least(due_at, now()) WHERE id = ?")) {
            queue.setObject(1, UUID.randomUUID());
            queue.setObject(2, webhook);
            queue.setObject(3, UUID.randomUUID());
            queue.executeUpdate();
            due.setObject(1, webhook);
            due.executeUpdate();
        }
    }

    private boolean isSomebodyWaitingForALock() {
        return sql.first(
                                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                                        + " AND wait_event_type = 'Lock'",
                                row -> row.getLong(1))
                        .orElse(0L)
                > 0;
    }

    /** As after months in which retention has removed what it had not seen. */
    @Test
    void oneThatWasOffLongerThanTheFeedReachesBackIsSwitchedOnOnlyIfTheGapIsAccepted() {
        UUID webhook = subscribe();
        String path = "/v1/webhooks/" + webhook;
        owner().header("If-Match", "\"1\"").post(path + ":disable").then().statusCode(200);
        sql.update("UPDATE webhook SET position = (SELECT removed_to - 1 FROM feed) WHERE id = ?", webhook);
        owner().header("If-Match", "\"2\"")
                .post(path + ":enable")
                .then()
                .statusCode(409)
                .body("code", equalTo("webhook-gap"))
                .body("detail", containsString("acceptGap=true"));
        owner().get(path).then().body("status", equalTo("DISABLED"));
        owner().header("If-Match", "\"2\"")
                .queryParam("acceptGap", true)
                .post(path + ":enable")
                .then()
                .statusCode(200);
        publishAndAwait();
        owner().header("If-Match", "\"3\"").post(path + ":disable").then().statusCode(200);
        owner().header("If-Match", "\"4\"").post(path + ":enable").then().statusCode(200);
    }

    /** As after an outage, or a stop of all deliveries, that outlasted what the feed keeps. */
    @Test
    void oneThatWasHeldUpLongerThanTheFeedReachesBackIsSwitchedOffAndGoesOnOnlyIfTheGapIsAccepted() {
        UUID webhook = subscribe();
        String path = "/v1/webhooks/" + webhook;
        sql.update(
                "UPDATE webhook SET position = (SELECT removed_to - 1 FROM feed), due_at = now() WHERE id = ?",
                webhook);
        await().atMost(Duration.ofSeconds(20)).until(() -> owner().get(path).path("disabledReason"), "GAP"::equals);
        assertThat(mails("webhook-disabled/" + webhook + "/2"))
                .singleElement()
                .asString()
                .contains("/v1/webhooks/" + webhook + ":enable?acceptGap=true");
        owner().header("If-Match", "\"2\"")
                .post(path + ":enable")
                .then()
                .statusCode(409)
                .body("code", equalTo("webhook-gap"));
        owner().header("If-Match", "\"2\"")
                .queryParam("acceptGap", true)
                .post(path + ":enable")
                .then()
                .statusCode(200)
                .body("status", equalTo("ACTIVE"));
        publishAndAwait();
        assertThat(owner().get(path).<String>path("status")).isEqualTo("ACTIVE");
    }

    private List<String> mails(String key) {
        return sql.list("SELECT body FROM mail_outbox WHERE dedup_key = ?", row -> row.getString(1), key);
    }

    /** What is not there when somebody subscribes is no gap, also if there was much before. */
    @Test
    void whoSubscribesToAFeedThatRetentionHasEmptiedHasMissedNothing() {
        UUID id = UUID.randomUUID();
        boolean missed;
        QuarkusTransaction.begin();
        try {
            sql.update("UPDATE feed SET removed_to = (SELECT coalesce(max(position), 0) FROM change) + 1");
            sql.update("DELETE FROM change");
            webhooks.insert(
                    new Webhook(
                            id,
                            Optional.empty(),
                            "scheduler",
                            List.of("partner"),
                            URI.create(endpoint.url()),
                            null,
                            "it@partner.example",
                            List.of(),
                            Map.of(),
                            WebhookStatus.ACTIVE,
                            null,
                            1,
                            Instant.now()),
                    new byte[] {1});
            missed = webhooks.missed(id);
        } finally {
            QuarkusTransaction.rollback();
        }
        assertThat(missed).isFalse();
    }

    /** Something it wants arrives; what stands in the feed before may come, too. */
    private void publishAndAwait() {
        UUID id;
        try (EventSource source = new EventSource()) {
            id = source.publish(
                    "mpf.events.event.v1", "eu.mpf.events.event.published.v1", "s", 1, "{\"fund\":\"SCHEDULED\"}");
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        endpoint.received.stream().anyMatch(one -> id.toString().equals(one.header("webhook-id"))));
    }
}
