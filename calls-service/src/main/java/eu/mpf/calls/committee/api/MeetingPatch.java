package eu.mpf.calls.committee.api;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A merge patch of a planned meeting; neither part can be taken away. */
public record MeetingPatch(
        @Schema(examples = "Committee, second meeting") @NotNull
        String title,

        @NotNull Instant scheduledAt) {}
