package eu.mpf.events.session;

import java.util.Set;

/** Life of a session; sessions of the day itself become held with their event. */
public enum SessionStatus {
    PLANNED,
    HELD,
    CANCELLED;

    /** The one table of permitted moves. */
    public Set<SessionStatus> next() {
        return switch (this) {
            case PLANNED -> Set.of(HELD, CANCELLED);
            case HELD, CANCELLED -> Set.of();
        };
    }
}
