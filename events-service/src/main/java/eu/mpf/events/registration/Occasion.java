package eu.mpf.events.registration;

/** What there is to tell somebody who registered; each once. */
enum Occasion {
    /** An organiser will decide. */
    RECEIVED,
    /** There is a seat. */
    CONFIRMED,
    /** There is none yet. */
    WAITING,
    /** A seat is kept for a while. */
    OFFERED,
    /** A seat fell free and was passed on. */
    PROMOTED,
    /** So did one in a session that was waited for. */
    SEATED,
    /** The offer was not taken up in time. */
    LAPSED,
    /** An organiser decided against it. */
    REJECTED,
    /** Taken back by the registrant. */
    WITHDRAWN,
    /** The event takes place at another time or place. */
    MOVED,
    /** The event does not take place. */
    CANCELLED;

    /** What the registrant's calendar is to do. */
    enum ForCalendar {
        ADD,
        REMOVE,
        NOTHING
    }

    ForCalendar forCalendar() {
        return switch (this) {
            case CONFIRMED, PROMOTED, SEATED, MOVED -> ForCalendar.ADD;
            case WITHDRAWN, CANCELLED -> ForCalendar.REMOVE;
            case RECEIVED, WAITING, OFFERED, LAPSED, REJECTED -> ForCalendar.NOTHING;
        };
    }

    /** What registering, or an organiser's approval, comes to. */
    static Occasion of(RegistrationStatus status) {
        return switch (status) {
            case PENDING -> RECEIVED;
            case CONFIRMED, CHECKED_IN -> CONFIRMED;
            case WAITLISTED -> WAITING;
            case OFFERED -> OFFERED;
            case REJECTED -> REJECTED;
            case WITHDRAWN -> WITHDRAWN;
        };
    }
}
