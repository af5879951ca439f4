package eu.mpf.events.event;

import java.util.UUID;

/** Within this service: an event has become public. */
public record EventPublished(UUID eventId) {}
