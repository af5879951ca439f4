package eu.mpf.gateway.webhook.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.gateway.GatewayConfig;
import eu.mpf.gateway.GatewayLifecycle;
import eu.mpf.gateway.database.DatabaseReady;
import eu.mpf.gateway.kit.Endpoint;
import eu.mpf.gateway.kit.EventSource;
import eu.mpf.gateway.kit.FrontDoor;
import eu.mpf.gateway.kit.Issuer;
import eu.mpf.gateway.kit.RunningGateway;
import eu.mpf.gateway.kit.StubPlatform;
import eu.mpf.gateway.webhook.DeliveryTable;
import eu.mpf.gateway.webhook.DispatchService;
import eu.mpf.gateway.webhook.Secrets;
import eu.mpf.web.setting.Settings;
import eu.mpf.web.sql.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two instances of the gateway deliver from one database: each delivery is made once, in order, by one of them. */
@QuarkusTest
@Tag("running")
@QuarkusTestResource(StubPlatform.class)
@Tag("X6")
class TwoDispatchersTest {

    private static final int ENDPOINTS = 6;
    private static final int EVENTS = 25;
    private static final ObjectMapper JSON = new ObjectMapper();

    Issuer issuer;

    @Inject
    GatewayLifecycle gateway;

    @Inject
    Dispatcher first;

    @Inject
    DispatchService steps;

    @Inject
    DeliveryTable deliveries;

    @Inject
    Secrets secrets;

    @Inject
    Vertx vertx;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    @Inject
    GatewayConfig config;

    @Inject
    Sql sql;

    private Dispatcher second;
    private final List<Endpoint> endpoints = new ArrayList<>();

    /** The first is the application's own. */
    @BeforeEach
    void startAnother() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> partner().get("/v1/changes").statusCode() == 200);
        second = new Dispatcher(steps, deliveries, secrets, vertx, settings, clock, config);
        second.start(new DatabaseReady());
    }

    @AfterEach
    void stopIt() {
        second.stop(new ShutdownEvent());
        endpoints.forEach(Endpoint::close);
    }

    private RequestSpecification partner() {
        return FrontDoor.api(gateway.port())
                .contentType("application/json")
                .auth()
                .oauth2(issuer.token(claims -> claims.subject("two-dispatchers").claim("roles", List.of("partner"))));
    }

    private String subscribe(String marker) throws Exception {
        Endpoint endpoint = new Endpoint();
        endpoints.add(endpoint);
        return partner()
                .body(Map.of(
                        "url", endpoint.url(),
                        "contact", "it@partner.example",
                        "types", List.of("eu.mpf.events.event.*"),
                        "filter", Map.of("fund", List.of(marker))))
                .post("/v1/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void publish(String marker, int count) {
        try (EventSource source = new EventSource()) {
            for (int i = 0; i < count; i++) {
                source.publish(
                        "mpf.events.event.v1",
                        "eu.mpf.events.event.published.v1",
                        marker,
                        i + 1,
                        "{\"fund\":\"%s\",\"number\":%d}".formatted(marker, i));
            }
        }
    }

    private static List<Integer> numbers(Endpoint endpoint) throws Exception {
        List<Integer> numbers = new ArrayList<>();
        for (Endpoint.Received one : endpoint.received) {
            numbers.add(JSON.readTree(one.body()).at("/data/number").asInt());
        }
        return numbers;
    }

    @Test
    void eachDeliveryIsMadeOnceInOrderByOneOfTheTwo() throws Exception {
        for (int i = 0; i < ENDPOINTS; i++) {
            subscribe("TWO");
        }
        publish("TWO", EVENTS);
        await().atMost(Duration.ofSeconds(40))
                .until(() -> endpoints.stream().allMatch(each -> each.received.size() >= EVENTS));
        await().during(Duration.ofMillis(500)).atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            for (Endpoint each : endpoints) {
                assertThat(numbers(each))
                        .containsExactlyElementsOf(
                                IntStream.range(0, EVENTS).boxed().toList());
            }
        });
    }

    /** What an instance that has just died leaves behind: its claim holds until it runs out, and then another goes on. */
    @Test
    void theClaimOfAnInstanceThatDiedRunsOutAndAnotherGoesOn() throws Exception {
        UUID id = UUID.fromString(subscribe("DIED"));
        Duration claim = Duration.ofSeconds(2);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> sql.update(
                                "UPDATE webhook SET claimed_by = ?, claimed_until = ? WHERE id = ? AND claimed_by IS NULL",
                                UUID.randomUUID(),
                                Instant.now().plus(claim),
                                id)
                        == 1);
        Instant claimedAt = Instant.now();
        publish("DIED", 2);
        Endpoint endpoint = endpoints.getFirst();
        await().atMost(Duration.ofSeconds(20)).until(() -> endpoint.received.size() == 2);
        assertThat(Duration.between(claimedAt, Instant.now()))
                .as("nobody else delivers while the claim holds")
                .isGreaterThan(claim.minusMillis(300));
        assertThat(numbers(endpoint)).containsExactly(0, 1);
    }

    /** Both ask at the same moment, many times: no endpoint is ever handed to both. */
    @Test
    void twoWhoAskAtOnceAreNeverGivenTheSameEndpoint() throws Exception {
        second.stop(new ShutdownEvent());
        UUID one = UUID.randomUUID();
        UUID two = UUID.randomUUID();
        // a claim far in the future, so that the application's own dispatcher does not take part
        Instant now = Instant.now().plus(Duration.ofDays(1));
        List<UUID> made = new ArrayList<>();
        for (int i = 0; i < ENDPOINTS; i++) {
            made.add(UUID.fromString(subscribe("CLAIMED")));
        }
        List<UUID> given = java.util.Collections.synchronizedList(new ArrayList<>());
        try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            for (UUID instance : List.of(one, two, one, two, one, two)) {
                threads.execute(() -> given.addAll(steps.claim(instance, 2, now)));
            }
        }
        assertThat(given).doesNotHaveDuplicates();
        sql.update("UPDATE webhook SET claimed_by = NULL, claimed_until = NULL WHERE id = ANY (?::uuid[])", given);
        assertThat(made).isNotEmpty();
    }

    /** The one that delivers looks at the feed only every minute: what is far down in it must be found in one go. */
    @Test
    void theOneWantedChangeBehindThousandsOfOthersArrivesWithoutAPauseBetween() throws Exception {
        first.stop(new ShutdownEvent());
        second.stop(new ShutdownEvent());
        String id = subscribe("NARROW");
        backlog(5_000);
        second = new Dispatcher(
                steps,
                deliveries,
                secrets,
                vertx,
                settings,
                clock,
                RunningGateway.config(Map.of(
                        "mpf.identity.issuer", "x",
                        "mpf.identity.jwks-url", "http://x",
                        "mpf.gateway.inner-url", "http://x",
                        "mpf.gateway.webhooks.allow-private", "true",
                        // the longest due alone: those of other tests would all look through the backlog beside it
                        "mpf.gateway.webhooks.at-once", "1",
                        "mpf.gateway.webhooks.poll", "1m")));
        try {
            sql.update(
                    "UPDATE webhook SET claimed_by = NULL, claimed_until = NULL, due_at = now() - interval '1 day'"
                            + " WHERE id = ?",
                    UUID.fromString(id));
            second.start(new DatabaseReady());
            Endpoint endpoint = endpoints.getFirst();
            await().atMost(Duration.ofSeconds(20)).until(() -> endpoint.received.size() == 1);
            assertThat(numbers(endpoint)).containsExactly(4_999);
        } finally {
            sql.update("DELETE FROM change WHERE source = '/backlog'");
            first.start(new DatabaseReady());
        }
    }

    /** Under the feed's lock, as every append; the last one alone is wanted. */
    private void backlog(int changes) {
        QuarkusTransaction.requiringNew().run(() -> {
            sql.list("SELECT pg_advisory_xact_lock(x'6D706666656564'::bigint)", row -> true);
            sql.update(
                    "INSERT INTO change (id, source, type, subject, sequence, time, data)"
                            + " SELECT gen_random_uuid(), '/backlog', 'eu.mpf.events.event.published.v1', 's', n, now(),"
                            + " json_build_object('fund', CASE WHEN n = ? THEN 'NARROW' ELSE 'WIDE' END, 'number', n)"
                            + " FROM generate_series(0, ?) n",
                    changes - 1,
                    changes - 1);
        });
    }
}
