package eu.mpf.events.event;

/** Where people meet. */
public enum EventMode {
    IN_PERSON,
    ONLINE,
    HYBRID
}
