package eu.mpf.events.registration;

/** Where a registration stands for one session it chose. */
public enum SessionSeatState {
    /** Chosen; decided once there is a seat at the event itself. */
    REQUESTED,
    SEAT,
    WAITING,
    /** Given back. */
    RELEASED
}
