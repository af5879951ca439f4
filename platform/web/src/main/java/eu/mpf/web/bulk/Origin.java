package eu.mpf.web.bulk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One row of one import that made or changed an object.
 *
 * @param source where the file came from, as its sender called it
 * @param sourceDate the date at which its values held
 */
@Schema(name = "Origin", description = "One row of one import that made or changed an object.")
public record Origin(
        UUID importId,
        @Nullable String source,
        @Nullable LocalDate sourceDate,
        int row,
        Instant importedAt,
        String importedBy) {}
