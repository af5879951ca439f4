package eu.mpf.projects;

import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;

import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.RehearsalRules;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

@MpfTest
@TestProfile(RehearsalRules.Rehearsed.class)
class RehearsalTest extends RehearsalRules {

    RehearsalTest() {
        super("projects");
    }

    @Test
    void todayIsTheDayOfTheRehearsal() {
        move(Duration.ofDays(400));
        LocalDate day = LocalDate.now(ZoneId.of("Europe/Brussels")).plusDays(400);
        Api.as("programme-officer")
                .get("/v1/portfolio/figures")
                .then()
                .statusCode(200)
                // at midnight the next one
                .body(
                        "asOf",
                        anyOf(equalTo(day.toString()), equalTo(day.plusDays(1).toString())));
    }
}
