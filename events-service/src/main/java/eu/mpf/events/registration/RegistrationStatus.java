package eu.mpf.events.registration;

import java.util.Set;

/** Where a registration stands. */
public enum RegistrationStatus {
    /** Waits for an organiser's decision; holds no seat. */
    PENDING,
    /** Has a seat. */
    CONFIRMED,
    /** Stands in line. */
    WAITLISTED,
    /** A seat is kept until the offer lapses. */
    OFFERED,
    REJECTED,
    WITHDRAWN,
    /** Has arrived. */
    CHECKED_IN;

    /** The one table of permitted moves. */
    public Set<RegistrationStatus> next() {
        return switch (this) {
            case PENDING -> Set.of(CONFIRMED, WAITLISTED, REJECTED, WITHDRAWN);
            case WAITLISTED -> Set.of(CONFIRMED, OFFERED, REJECTED, WITHDRAWN);
            case OFFERED -> Set.of(CONFIRMED, REJECTED, WITHDRAWN);
            case CONFIRMED -> Set.of(WITHDRAWN, CHECKED_IN);
            case CHECKED_IN -> Set.of(CONFIRMED);
            case REJECTED, WITHDRAWN -> Set.of();
        };
    }

    /** Whether it stands in the registrant's calendar. */
    public boolean comes() {
        return switch (this) {
            case CONFIRMED, CHECKED_IN -> true;
            case PENDING, WAITLISTED, OFFERED, REJECTED, WITHDRAWN -> false;
        };
    }

    /** Whether a seat is taken by it. */
    public boolean holdsSeat() {
        return switch (this) {
            case CONFIRMED, OFFERED, CHECKED_IN -> true;
            case PENDING, WAITLISTED, REJECTED, WITHDRAWN -> false;
        };
    }
}
