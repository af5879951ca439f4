package eu.mpf.web.subject;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How long data of a purpose is kept, and what was let go. Periods as ISO 8601.
 *
 * @param period in force now
 * @param initial in force when it is set back
 * @param before what is older than this day was let go by the last run
 * @param records let go in all runs so far
 */
@Schema(name = "RetentionState", description = "How long data of a purpose is kept, and what was let go.")
public record RetentionState(
        String purpose,
        String period,
        String initial,
        String shortest,
        String longest,
        @Nullable Instant ranAt,
        @Nullable LocalDate before,
        long records) {

    /** The runs so far. */
    record Run(Instant ranAt, LocalDate before, long records) {}
}
