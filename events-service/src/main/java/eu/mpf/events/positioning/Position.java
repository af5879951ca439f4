package eu.mpf.events.positioning;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A position taken.
 *
 * @param positionedBy code of the organisation
 */
@Schema(name = "Position")
public record Position(
        UUID id,
        UUID exerciseId,
        String projectCode,
        String projectId,
        List<String> means,
        @Nullable String note,
        String positionedBy,
        Instant positionedAt) {}
