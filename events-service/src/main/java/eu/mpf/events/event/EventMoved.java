package eu.mpf.events.event;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Within this service: an event takes place at another time, and its sessions with it.
 *
 * @param reason given by an organiser; {@code null} for a draft, of which nobody has heard
 */
public record EventMoved(
        UUID eventId, Shift shift, @Nullable String reason) {}
