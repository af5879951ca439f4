package eu.mpf.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import eu.mpf.gateway.kit.EventStream;
import eu.mpf.gateway.kit.FrontDoor;
import eu.mpf.gateway.kit.Issuer;
import eu.mpf.gateway.kit.StubPlatform;
import eu.mpf.gateway.kit.TcpSwitch;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The gateway starts and forwards without database and broker; only the feed waits for them. */
@QuarkusTest
@Tag("running")
@TestProfile(DatabaseAwayTest.Away.class)
class DatabaseAwayTest {

    /** Neither database nor broker. */
    public static final class Away implements QuarkusTestProfile {
        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(StubPlatform.class, Map.of("away", "true")));
        }
    }

    Issuer issuer;
    TcpSwitch databaseLine;

    @Inject
    GatewayLifecycle gateway;

    @Inject
    Event<ShutdownDelayInitiatedEvent> shutdown;

    private RequestSpecification caller() {
        return FrontDoor.api(gateway.port()).auth().oauth2(issuer.token());
    }

    private RequestSpecification pages() {
        return FrontDoor.unchecked(gateway.port());
    }

    @Test
    void theFeedComesAndGoesWithItsDatabaseAndNothingElseDoes() throws Exception {
        theFeedIsAway();
        everythingElseAnswers();
        healthSaysOfTheDatabase("DOWN");
        assertThat(relayThreads())
                .as("what would ask for tables that are not there")
                .isEmpty();
        databaseLine.on();
        theFeedIsBack();
        assertThat(relayThreads()).isNotEmpty();
        healthSaysOfTheDatabase("UP");
        databaseLine.off();
        theFeedIsAway();
        everythingElseAnswers();
        databaseLine.on();
        theFeedIsBack();
        streamsEndInOrderWhenTheGatewayStops();
    }

    /** Here, because it leaves nothing of this application for another test. */
    private void streamsEndInOrderWhenTheGatewayStops() throws Exception {
        try (EventStream stream = new EventStream(
                "http://127.0.0.1:" + gateway.port() + "/v1/changes",
                Map.of("Authorization", "Bearer " + issuer.token()))) {
            assertThat(stream.next().comment()).isEqualTo("changes");
            shutdown.fire(new ShutdownDelayInitiatedEvent());
            EventStream.Event last = stream.next();
            while (last.comment().equals("ping")) {
                last = stream.next();
            }
            assertThat(last).isEqualTo(EventStream.END);
        }
    }

    private void theFeedIsAway() {
        for (String accept : List.of("application/json", "text/event-stream")) {
            caller().accept(accept)
                    .get("/v1/changes")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .contentType("application/problem+json")
                    .body("code", equalTo("unavailable"));
        }
    }

    private void theFeedIsBack() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> caller().get("/v1/changes").statusCode() == 200);
        caller().get("/v1/changes").then().body("caughtUp", equalTo(true)).body("nextCursor", notNullValue());
    }

    /** The broker is away all the time, so that nothing fills the feed. The gateway is ready all the same. */
    private void healthSaysOfTheDatabase(String state) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> FrontDoor.api(gateway.port())
                        .get("/health")
                        .then()
                        .statusCode(200)
                        .body("status", equalTo("DEGRADED"))
                        .body("ready", equalTo(true))
                        .body("parts.find { it.name == 'database' }.state", equalTo(state))
                        .body("parts.find { it.name == 'broker' }.state", equalTo("DOWN"))
                        .body("parts.find { it.name == 'feed' }.state", equalTo("DOWN"))
                        .body("parts.find { it.name == 'projects' }.state", equalTo("UP")));
    }

    private static List<String> relayThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("outbox-"))
                .toList();
    }

    private void everythingElseAnswers() {
        pages().get("/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        caller().get("/v1/me").then().statusCode(200);
        // answered by the service behind: it has nothing there
        pages().get("/v1/projects").then().statusCode(404);
        pages().get("/openapi/projects").then().statusCode(200);
    }
}
