package eu.mpf.web;

import static io.restassured.RestAssured.given;
import static java.time.temporal.ChronoUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import eu.mpf.web.sql.Sql;
import eu.mpf.web.time.DatabaseClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** As it is in production. */
@QuarkusTest
@Tag("running")
@Tag("X20")
@QuarkusTestResource(TestServers.class)
class NoRehearsalTest {

    @Inject
    Flyway flyway;

    @Inject
    DatabaseClock clock;

    @Inject
    Sql sql;

    @Test
    void theTimeCannotBeMoved() {
        given().auth()
                .oauth2(TestTokens.of("admin", "administrator"))
                .contentType(ContentType.JSON)
                .body(Map.of("offset", "PT72H"))
                .put("/v1/admin/rehearsals/notes/clock")
                .then()
                .statusCode(409)
                .body("code", equalTo("no-rehearsal"))
                .header("Rehearsal-Clock", nullValue());
        assertThat(clock.now()).isCloseTo(Instant.now(), within(1, MINUTES));
        assertThat(movers()).isZero();
    }

    /** A database that was rehearsed on, found by an application that is for production. */
    @Test
    void aClockThatWasMovedRunsTrueAgainWithTheNextStart() {
        sql.update("CREATE FUNCTION move_clock(by_ms bigint) RETURNS void LANGUAGE sql AS ''");
        sql.update("CREATE OR REPLACE FUNCTION clock_offset() RETURNS interval LANGUAGE sql STABLE"
                + " AS 'SELECT make_interval(hours => 5)'");
        assertThat(clock.now()).isAfter(Instant.now().plusSeconds(17_000));
        flyway.migrate();
        assertThat(clock.now()).isCloseTo(Instant.now(), within(1, MINUTES));
        assertThat(movers()).isZero();
    }

    private long movers() {
        return sql.first("SELECT count(*) FROM pg_proc WHERE proname = 'move_clock'", row -> row.getLong(1))
                .orElseThrow();
    }
}
