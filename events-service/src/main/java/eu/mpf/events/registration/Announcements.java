package eu.mpf.events.registration;

import eu.mpf.events.event.EventChanged;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.value.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Notes in the transaction of a change that everybody registered has to be told of it. The letters are written afterwards,
 * in portions: moving an event with twenty thousand registrations takes no longer than moving an empty one.
 */
@ApplicationScoped
class Announcements {
    private final Sql sql;

    Announcements(Sql sql) {
        this.sql = sql;
    }

    void onChange(@Observes EventChanged changed) {
        int sequence = sql.first("""
                        UPDATE event SET calendar_sequence = calendar_sequence + 1 WHERE id = ?
                        RETURNING calendar_sequence
                        """, row -> row.getInt(1), changed.eventId()).orElseThrow();
        // Whoever has not heard of the last change needs to hear of this one only.
        sql.update(
                "UPDATE announcement SET done_at = now() WHERE event_id = ? AND done_at IS NULL AND reached IS NULL",
                changed.eventId());
        sql.update(
                """
                INSERT INTO announcement (id, event_id, occasion, sequence, reason) VALUES (?, ?, ?, ?, ?)
                """,
                Ids.next(),
                changed.eventId(),
                changed.kind() == EventChanged.Kind.CANCELLED ? Occasion.CANCELLED : Occasion.MOVED,
                sequence,
                changed.reason());
    }
}
