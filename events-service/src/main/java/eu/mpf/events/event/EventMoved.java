package eu.mpf.events.event;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Within this service: an event takes place at another time or is longer or shorter, and its sessions go with it.
 *
 * @param shift by how much its start was moved; none if only its end was
 * @param reason given by an organiser; {@code null} for a draft, of which nobody has heard
 */
public record EventMoved(
        UUID eventId,
        EventTimes before,
        EventTimes after,
        Shift shift,
        @Nullable String reason) {}
