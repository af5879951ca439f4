package eu.mpf.calls.letter;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Letters for many applications, asked for at once and written one after the other.
 *
 * @param done how many applications it has come to
 * @param finishedAt absent while it runs
 */
public record LetterBatch(
        UUID id,
        UUID callId,
        String askedBy,
        int total,
        int done,
        int issued,
        Instant createdAt,
        @Nullable Instant finishedAt) {}
