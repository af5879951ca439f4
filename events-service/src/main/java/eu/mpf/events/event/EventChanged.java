package eu.mpf.events.event;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Within this service: a public event is no longer as those who registered for it know it.
 *
 * @param reason why it was moved or cancelled; {@code null} for a revision
 */
public record EventChanged(
        UUID eventId, Kind kind, @Nullable String reason) {

    /** What they have to do about it. */
    public enum Kind {
        /** Title, place or mode are others: calendars are to be updated. */
        REVISED,
        /** Takes place at another time. */
        MOVED,
        /** Does not take place. */
        CANCELLED
    }
}
