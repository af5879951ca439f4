package eu.mpf.calls.application;

import eu.mpf.web.file.FileState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of an application.
 *
 * @param kind what it is, by the call's code
 * @param checksum SHA-256 of its bytes, hexadecimal
 * @param state what the scanner said; an infected file cannot be handed in
 */
public record Attachment(
        UUID id,
        String kind,
        String name,
        String mediaType,
        long size,
        String checksum,
        @Nullable String language,
        FileState state,
        Instant uploadedAt) {}
