package eu.mpf.events.event.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** New times for a published event, and why. */
public record Reschedule(
        @NotNull String timeZone,
        @NotNull LocalDateTime startsLocal,
        @NotNull LocalDateTime endsLocal,
        @Nullable Boolean dayConfirmed,
        @NotNull @Size(min = 1, max = 1000) String reason) {}
