package eu.mpf.events.registration.api;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Why somebody will not come after all, if they want to say. */
public record Withdrawal(@Nullable @Size(max = 1000) String reason) {}
