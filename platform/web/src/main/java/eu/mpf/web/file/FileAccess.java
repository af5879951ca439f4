package eu.mpf.web.file;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who was given a file's bytes, and when. */
@Schema(name = "FileAccess", description = "Who was given a file's bytes, and when.")
public record FileAccess(
        UUID fileId,
        Instant accessedAt,
        String actor,
        @Nullable String organisation,
        @Nullable String requestId) {}
