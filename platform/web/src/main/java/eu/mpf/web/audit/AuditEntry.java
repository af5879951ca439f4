package eu.mpf.web.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One deed: who did what to which object, and what that changed.
 *
 * @param actor the token's subject, {@code anonymous}, or {@code system} for listeners and jobs
 */
@Schema(name = "AuditEntry", description = "Who did what to which object, and what that changed.")
record AuditEntry(
        UUID id,
        Instant recordedAt,
        String actor,
        List<String> roles,
        @Nullable String organisation,
        String action,
        String objectType,
        String objectId,
        @Nullable @Schema(implementation = Object.class) JsonNode before,
        @Nullable @Schema(implementation = Object.class) JsonNode after,
        @Nullable String reason,
        @Nullable String requestId) {}
