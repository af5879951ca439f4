package eu.mpf.calls.committee.api;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A merge patch of a planned meeting. */
public record MeetingPatch(
        @Schema(examples = "Committee, second meeting") @Nullable
        String title,

        @Nullable Instant scheduledAt) {}
