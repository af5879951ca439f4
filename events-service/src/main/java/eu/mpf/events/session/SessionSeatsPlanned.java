package eu.mpf.events.session;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Within this service: how many seats a session of the programme has was decided or changed; {@code null}: no limit. */
public record SessionSeatsPlanned(
        UUID eventId, UUID sessionId, @Nullable Integer capacity) {}
