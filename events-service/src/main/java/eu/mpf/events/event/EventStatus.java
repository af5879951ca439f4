package eu.mpf.events.event;

import java.util.Set;

/** Life of an event. {@code REPORTED} once a synopsis of it is published. */
public enum EventStatus {
    DRAFT,
    PUBLISHED,
    HELD,
    REPORTED,
    CANCELLED;

    /** The one table of permitted moves. */
    public Set<EventStatus> next() {
        return switch (this) {
            case DRAFT -> Set.of(PUBLISHED, CANCELLED);
            case PUBLISHED -> Set.of(HELD, CANCELLED);
            case HELD -> Set.of(REPORTED);
            case REPORTED, CANCELLED -> Set.of();
        };
    }

    /** Whether the event takes place or took place, and people may know; who sees it is {@link Event#isPublic}. */
    public boolean isOn() {
        return switch (this) {
            case PUBLISHED, HELD, REPORTED -> true;
            case DRAFT, CANCELLED -> false;
        };
    }

    /** Whether the programme is a matter of the past and only grows by corrections. */
    public boolean hasTakenPlace() {
        return switch (this) {
            case HELD, REPORTED -> true;
            case DRAFT, PUBLISHED, CANCELLED -> false;
        };
    }
}
