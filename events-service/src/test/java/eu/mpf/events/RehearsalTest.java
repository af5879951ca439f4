package eu.mpf.events;

import static org.hamcrest.Matchers.equalTo;

import eu.mpf.events.registration.Registrations;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.RehearsalRules;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

@MpfTest
@TestProfile(RehearsalRules.Rehearsed.class)
class RehearsalTest extends RehearsalRules {

    RehearsalTest() {
        super("events");
    }

    @Test
    void registrationClosesAndOpensAgainWithTheClock() {
        LocalDate inFiveDays = LocalDate.now().plusDays(5);
        String event = Programme.publishedEvent(Map.of(
                        "startsLocal", inFiveDays + "T09:00:00",
                        "endsLocal", inFiveDays + "T17:00:00",
                        "registration", Map.of("closesAt", inFiveDays + "T06:00:00Z")))
                .id();
        Registrations.register(event, Map.of());
        move(Duration.ofDays(7));
        Registrations.tryRegister(event, Map.of()).then().statusCode(409).body("code", equalTo("registration-closed"));
        move(Duration.ofDays(1));
        Registrations.register(event, Map.of());
    }
}
