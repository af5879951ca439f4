package eu.mpf.events.synopsis;

import java.time.Instant;
import java.util.UUID;

/** A synopsis report came out. */
public record SynopsisPublished(
        UUID eventId,
        String eventKey,
        UUID synopsisId,
        int edition,
        String language,
        String title,
        Instant publishedAt) {}
