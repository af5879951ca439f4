package eu.mpf.events.event;

import java.util.UUID;

/**
 * Within this service: a public event takes place at another time, and its sessions with it.
 *
 * @param reason given by an organiser
 */
public record EventMoved(UUID eventId, Shift shift, String reason) {}
