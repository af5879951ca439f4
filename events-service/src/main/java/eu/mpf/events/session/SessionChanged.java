package eu.mpf.events.session;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Within this service: a session of a public event is no longer as those who registered for it know it, while the event
 * itself stays as it is.
 *
 * @param reason why it was cancelled; {@code null} for a revision
 */
public record SessionChanged(
        UUID eventId,
        UUID sessionId,
        boolean cancelled,
        @Nullable String reason) {}
