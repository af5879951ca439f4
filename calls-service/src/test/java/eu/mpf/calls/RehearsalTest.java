package eu.mpf.calls;

import static eu.mpf.calls.Calling.content;
import static eu.mpf.calls.Calling.draft;
import static eu.mpf.calls.Calling.openCall;
import static eu.mpf.calls.Calling.terms;
import static eu.mpf.calls.Calling.verb;
import static org.hamcrest.Matchers.equalTo;

import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.RehearsalRules;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

@MpfTest
@TestProfile(RehearsalRules.Rehearsed.class)
class RehearsalTest extends RehearsalRules {

    RehearsalTest() {
        super("calls");
    }

    /** The deadline is decided in the transaction that hands in. */
    @Test
    void anApplicationIsLateOnceTheClockIsPastTheDeadlineAndInTimeOnceItIsBack() {
        String inThreeDays = LocalDateTime.now(ZoneId.of("Europe/Brussels"))
                .plusDays(3)
                .withHour(17)
                .withMinute(0)
                .withSecond(0)
                .withNano(0)
                .toString();
        String call = openCall(terms().replace("2099-11-30T17:00:00.000", inThreeDays + ":00.000")
                .replace("\"questionsUntilLocal\": \"2099-11-15T17:00:00.000\",", ""));
        String application = draft("applicant-lv", call, content("BMVI", "200000.00", "190000.00"));
        move(Duration.ofDays(4));
        Api.anonymous().get("/v1/calls/" + call).then().body("status", equalTo("CLOSED"));
        verb("applicant-lv", "/v1/applications/" + application, "submit", null)
                .then()
                .statusCode(409);
        move(Duration.ofDays(-1));
        Api.anonymous().get("/v1/calls/" + call).then().body("status", equalTo("OPEN"));
        verb("applicant-lv", "/v1/applications/" + application, "submit", null)
                .then()
                .statusCode(200);
    }
}
