package eu.mpf.web.adjustment;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator has set.
 *
 * @param value none where it was set back to what comes with the platform
 * @param version rises with every change, also with setting back
 * @param changedBy the subject of the token
 */
public record Adjustment(
        AdjustmentKind kind,
        String name,
        @Nullable JsonNode value,
        long version,
        Instant changedAt,
        String changedBy) {}
