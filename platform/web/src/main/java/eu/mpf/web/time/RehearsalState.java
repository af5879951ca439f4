package eu.mpf.web.time;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The time at one service of a rehearsal.
 *
 * @param now the time there
 * @param offset how far that is from the true time
 */
@JsonIgnoreProperties(ignoreUnknown = true) // the gateway may be older than a service
@Schema(name = "ServiceClock", description = "The time at one service of a rehearsal.")
public record RehearsalState(
        String service,
        Instant now,

        @Schema(description = "How far that is from the true time (ISO 8601).", examples = "\"PT72H\"")
        String offset) {

    public static RehearsalState of(String service, Duration offset) {
        return new RehearsalState(
                service, Instant.now().plus(offset).truncatedTo(ChronoUnit.MILLIS), offset.toString());
    }
}
