package eu.mpf.web.file;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A file that was accepted; what it holds never changes.
 *
 * @param chain the id of its first version
 * @param mediaType as the content shows it
 * @param size bytes
 * @param checksum SHA-256, hexadecimal
 * @param uploadedBy subject of the token
 */
@Schema(name = "StoredFile", description = "A file that was accepted; what it holds never changes.")
public record StoredFile(
        UUID id,
        @JsonIgnore FileOwner owner,
        UUID chain,
        int version,
        String name,
        String mediaType,
        long size,
        String checksum,
        @Nullable String language,
        FileState state,
        @JsonIgnore boolean personal,
        String uploadedBy,
        Instant uploadedAt) {}
