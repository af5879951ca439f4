package eu.mpf.calls.committee.api;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** Whether a member is there, and why not. */
public record PresenceRequest(
        @NotNull Boolean present, @Nullable String reason) {}
