package eu.mpf.calls.call;

import eu.mpf.calls.eligibility.Stage;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A deadline as printed: a local time in the call's zone, to the millisecond.
 *
 * @param stage what has to be handed in by then
 * @param local for example {@code 2023-11-30T17:00:00.000}
 */
public record Deadline(
        @NotNull Stage stage,

        @Schema(examples = "2030-11-30T17:00:00.000") @NotNull
        LocalDateTime local) {

    public Instant instant(ZoneId zone) {
        return local.atZone(zone).toInstant();
    }

    /** Exactly on the deadline is in, one millisecond later is out; what a clock shows below the millisecond does not count. */
    public static boolean admits(Instant deadline, Instant now) {
        return !now.truncatedTo(ChronoUnit.MILLIS).isAfter(deadline);
    }
}
