package eu.mpf.projects.classification.messaging;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A position taken in an exercise, as the events service tells it. */
record Position(
        String exerciseId,
        int typologyVersion,
        UUID projectId,
        List<String> means,
        @Nullable String positionedBy,
        @Nullable Instant positionedAt) {}
