package eu.mpf.events.positioning;

import java.util.Set;

/** Life of a positioning exercise. */
public enum ExerciseStatus {
    DRAFT,
    OPEN,
    CLOSED,
    AGREED;

    /** The one table of permitted moves. */
    public Set<ExerciseStatus> next() {
        return switch (this) {
            case DRAFT -> Set.of(OPEN);
            case OPEN -> Set.of(CLOSED);
            case CLOSED -> Set.of(AGREED);
            case AGREED -> Set.of();
        };
    }
}
