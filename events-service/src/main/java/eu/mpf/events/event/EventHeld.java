package eu.mpf.events.event;

/** Within this service: an event has taken place. */
public record EventHeld(Event event) {}
