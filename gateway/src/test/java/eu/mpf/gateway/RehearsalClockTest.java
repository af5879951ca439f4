package eu.mpf.gateway;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.sun.net.httpserver.HttpServer;
import eu.mpf.gateway.kit.FrontDoor;
import eu.mpf.gateway.kit.StubPlatform;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.RehearsalRules;
import eu.mpf.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The clock of the gateway and, through its one operation, of three services that remember what they were told. */
@MpfTest
@QuarkusTestResource(StubPlatform.class)
@TestProfile(RehearsalRules.Rehearsed.class)
class RehearsalClockTest extends RehearsalRules {

    @Inject
    GatewayLifecycle gateway;

    private HttpServer calls;

    RehearsalClockTest() {
        super("gateway");
    }

    @BeforeEach
    void callsAnswer() throws Exception {
        calls = StubPlatform.callsAnswer();
    }

    @AfterEach
    void resetAll() {
        administrator().delete("/v1/admin/rehearsal/clock");
        calls.stop(0);
    }

    private RequestSpecification administrator() {
        return FrontDoor.api(gateway.port())
                .header("Authorization", "Bearer " + Tokens.of("administrator"))
                .contentType(ContentType.JSON);
    }

    @Test
    void oneRequestMovesAllServicesAndTheGateway() {
        administrator()
                .body(Map.of("offset", "PT72H", "reason", "rehearsal of the deadline day"))
                .put("/v1/admin/rehearsal/clock")
                .then()
                .statusCode(200)
                .body("together", equalTo(true))
                .body("services.service", contains("calls", "events", "projects", "gateway"))
                .body("services.offset", contains("PT72H", "PT72H", "PT72H", "PT72H"))
                .body("missing", empty());
        administrator()
                .get("/v1/admin/rehearsal")
                .then()
                .statusCode(200)
                .body("offset", equalTo("PT72H"))
                .body("together", equalTo(true));
        FrontDoor.unchecked(gateway.port())
                .get("/v1/projects/hits")
                .then()
                .statusCode(200)
                .header("Rehearsal-Clock", endsWith("Z; offset=PT72H"));
        FrontDoor.unchecked(gateway.port())
                .get("/nowhere")
                .then()
                .statusCode(404)
                .header("Rehearsal-Clock", endsWith("Z; offset=PT72H"));
        administrator()
                .delete("/v1/admin/rehearsal/clock")
                .then()
                .statusCode(200)
                .body("services.offset", contains("PT0S", "PT0S", "PT0S", "PT0S"));
    }

    @Test
    void aMomentIsSetToTheMinute() {
        String wanted = Instant.now()
                .plus(30, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.HOURS)
                .toString();
        administrator()
                .body(Map.of("now", wanted))
                .put("/v1/admin/rehearsal/clock")
                .then()
                .statusCode(200)
                .body("now", startsWith(wanted.substring(0, 16)))
                .body("together", equalTo(true));
    }

    @Test
    void whileAServiceIsAwayNothingIsChanged() {
        calls.stop(0);
        administrator()
                .body(Map.of("offset", "PT5H"))
                .put("/v1/admin/rehearsal/clock")
                .then()
                .statusCode(503)
                .body("detail", containsString("calls"));
        administrator()
                .get("/v1/admin/rehearsal")
                .then()
                .statusCode(200)
                .body("together", equalTo(false))
                .body("missing", contains("calls"))
                .body("services.offset", contains("PT0S", "PT0S", "PT0S"));
    }

    @Test
    void eitherAMomentOrADistance() {
        administrator()
                .body(Map.of("now", "2026-12-01T00:00:00.000Z", "offset", "PT1H"))
                .put("/v1/admin/rehearsal/clock")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/offset"))
                .body("errors[0].code", equalTo("one-of"));
        administrator()
                .body(Map.of())
                .put("/v1/admin/rehearsal/clock")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/now"));
        administrator()
                .body(Map.of("now", "2099-01-01T00:00:00.000Z"))
                .put("/v1/admin/rehearsal/clock")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/now"))
                .body("errors[0].code", equalTo("out-of-bounds"));
    }

    @Test
    void onlyForAdministrators() {
        FrontDoor.api(gateway.port())
                .header("Authorization", "Bearer " + Tokens.of("programme-officer"))
                .get("/v1/admin/rehearsal")
                .then()
                .statusCode(403);
    }
}
