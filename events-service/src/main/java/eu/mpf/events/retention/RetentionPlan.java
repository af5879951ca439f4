package eu.mpf.events.retention;

import eu.mpf.events.event.DataProtection;
import eu.mpf.events.event.DataPurpose;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Until when an event's personal data are kept.
 *
 * @param endedAt end of the event and of all that followed from it
 * @param now by the database's clock
 */
public record RetentionPlan(UUID eventId, DataProtection terms, Instant endedAt, Instant now) {

    /** When the last of it goes: building access goes earlier for whoever came to the day and to no follow-up. */
    public Instant dueAt(DataPurpose purpose) {
        return endedAt.plus(Duration.ofDays(terms.daysFor(purpose)));
    }

    public boolean isOver(DataPurpose purpose) {
        return now.isAfter(dueAt(purpose));
    }
}
