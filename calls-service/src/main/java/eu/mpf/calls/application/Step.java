package eu.mpf.calls.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A move of an application: when, what was done, and what it became. */
public record Step(
        Instant at,
        ApplicationCommand command,
        ApplicationStatus from,
        ApplicationStatus to,
        @Nullable String reason) {}
