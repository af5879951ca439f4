package eu.mpf.calls.committee.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;

/** A meeting to be planned. */
public record NewMeeting(
        @NotNull UUID callId,
        @NotBlank String title,
        @NotNull Instant scheduledAt) {}
