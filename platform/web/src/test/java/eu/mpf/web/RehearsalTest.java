package eu.mpf.web;

import static io.restassured.RestAssured.given;
import static java.time.temporal.ChronoUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import eu.mpf.web.sql.Sql;
import eu.mpf.web.time.DatabaseClock;
import eu.mpf.web.time.PlatformTime;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A rehearsal, and the second instance of the same service, which here sets the clock by SQL. */
@QuarkusTest
@Tag("running")
@Tag("X20")
@QuarkusTestResource(TestServers.class)
@TestProfile(RehearsalTest.Rehearsed.class)
class RehearsalTest {

    /** Where administrators may move the time; jobs do not look for it by themselves. */
    public static final class Rehearsed implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("mpf.rehearsal.enabled", "true", "mpf.rehearsal.follow-every", "off");
        }
    }

    @Inject
    DatabaseClock clock;

    @Inject
    Sql sql;

    @AfterEach
    void runTrue() {
        move("PT0S").statusCode(200);
    }

    private static ValidatableResponse move(String offset) {
        return given().auth()
                .oauth2(TestTokens.of("admin", "administrator"))
                .contentType(ContentType.JSON)
                .body(Map.of("offset", offset, "reason", "a deadline day"))
                .put("/v1/admin/rehearsals/notes/clock")
                .then();
    }

    private void itIsNow(Duration offset) {
        assertThat(clock.now()).isCloseTo(Instant.now().plus(offset), within(1, MINUTES));
        assertThat(PlatformTime.now()).isCloseTo(Instant.now().plus(offset), within(1, MINUTES));
        assertThat(clock.trueTime()).isCloseTo(Instant.now(), within(1, MINUTES));
    }

    @Test
    void theTimeIsMovedForwardAndBackAndSetTrueAgain() {
        itIsNow(Duration.ZERO);
        move("PT72H")
                .statusCode(200)
                .body("offset", equalTo("PT72H"))
                .header("Rehearsal-Clock", endsWith("Z; offset=PT72H"));
        itIsNow(Duration.ofHours(72));
        move("-P10D").statusCode(200);
        itIsNow(Duration.ofDays(-10));
        move("PT0S").statusCode(200).header("Rehearsal-Clock", endsWith("Z; offset=PT0S"));
        itIsNow(Duration.ZERO);
    }

    /** Statements that are prepared already are planned anew. */
    @Test
    void aTransactionUnderWayKeepsTheTrailTrueAndSeesTheNewTime() {
        for (int i = 0; i < 12; i++) {
            itIsNow(Duration.ofHours(i));
            move("PT" + (i + 1) + "H").statusCode(200);
        }
        OffsetDateTime recorded = sql.first(
                        "SELECT recorded_at FROM audit_entry WHERE action = 'rehearsal.clock-moved' ORDER BY id DESC",
                        row -> row.getObject(1, OffsetDateTime.class))
                .orElseThrow();
        assertThat(recorded.toInstant()).isCloseTo(Instant.now(), within(1, MINUTES));
    }

    @Test
    void whatAnotherInstanceSetsHoldsFromTheNextRequestOn() {
        sql.first("SELECT move_clock(?)", row -> true, Duration.ofDays(2).toMillis());
        assertThat(clock.now()).isCloseTo(Instant.now().plus(Duration.ofDays(2)), within(1, MINUTES));
        given().get("/v1/notes").then().statusCode(200).header("Rehearsal-Clock", endsWith("Z; offset=PT48H"));
        itIsNow(Duration.ofDays(2));
    }

    @Test
    void everyAnswerSaysIt() {
        given().get("/v1/nowhere").then().statusCode(404).header("Rehearsal-Clock", endsWith("Z; offset=PT0S"));
    }

    @Test
    void onlyAdministratorsMoveItAndNotBeyondTenYears() {
        given().auth()
                .oauth2(TestTokens.of("officer", "programme-officer"))
                .contentType(ContentType.JSON)
                .body(Map.of("offset", "PT1H"))
                .put("/v1/admin/rehearsals/notes/clock")
                .then()
                .statusCode(403);
        move("P4000D").statusCode(400).body("errors[0].pointer", equalTo("/offset"));
        move("tomorrow").statusCode(400).body("errors[0].pointer", equalTo("/offset"));
        itIsNow(Duration.ZERO);
    }
}
