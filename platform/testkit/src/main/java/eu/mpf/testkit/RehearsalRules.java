package eu.mpf.testkit;

import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The clock of a service that is rehearsed. A service's test class extends this one, carries {@link MpfTest} and the
 * profile {@link Rehearsed}, and adds a rule of its own that must follow the clock.
 */
@Tag("X20")
public abstract class RehearsalRules {

    /** A start of the service as one of a rehearsal. */
    public static final class Rehearsed implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("mpf.rehearsal.enabled", "true");
        }
    }

    private final String service;

    /** @param service for example {@code projects} */
    protected RehearsalRules(String service) {
        this.service = service;
    }

    /** Moves the clock of this service so far from the true time. */
    protected final void move(Duration offset) {
        Api.as("administrator")
                .contentType(ContentType.JSON)
                .body(Map.of("offset", offset.toString(), "reason", "rehearsal of the deadline day"))
                .put("/v1/admin/rehearsals/" + service + "/clock")
                .then()
                .statusCode(200)
                .body("service", equalTo(service))
                .body("offset", equalTo(offset.toString()));
    }

    @AfterEach
    void runTrue() {
        move(Duration.ZERO);
    }

    @Test
    void theClockIsMovedAndEveryAnswerSaysSo() {
        move(Duration.ofHours(72));
        Api.as("administrator")
                .get("/v1/admin/rehearsals/" + service)
                .then()
                .statusCode(200)
                .header("Rehearsal-Clock", endsWith("Z; offset=PT72H"))
                .body("offset", equalTo("PT72H"));
    }
}
