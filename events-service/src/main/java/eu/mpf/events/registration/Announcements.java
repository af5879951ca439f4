package eu.mpf.events.registration;

import eu.mpf.events.event.EventChanged;
import eu.mpf.events.session.SessionChanged;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.value.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
        announce(
                changed.eventId(),
                null,
                changed.kind() == EventChanged.Kind.CANCELLED ? Occasion.CANCELLED : Occasion.MOVED,
                sequence,
                changed.reason());
    }

    /** Only those who registered for the session are told: the day of the others is what it was. */
    void onChange(@Observes SessionChanged changed) {
        int sequence = sql.first(
                        "SELECT version::int FROM session WHERE id = ?", row -> row.getInt(1), changed.sessionId())
                .orElseThrow();
        announce(
                changed.eventId(),
                changed.sessionId(),
                changed.cancelled() ? Occasion.CANCELLED : Occasion.MOVED,
                sequence,
                changed.reason());
    }

    private void announce(
            UUID eventId, @Nullable UUID sessionId, Occasion occasion, int sequence, @Nullable String reason) {
        // Whoever has not heard of the last change needs to hear of this one only, also if others were told of it
        // already.
        sql.update("""
                UPDATE announcement SET done_at = now()
                WHERE event_id = ? AND session_id IS NOT DISTINCT FROM ?::uuid AND done_at IS NULL
                """, eventId, sessionId);
        sql.update("""
                INSERT INTO announcement (id, event_id, session_id, occasion, sequence, reason)
                VALUES (?, ?, ?, ?, ?, ?)
                """, Ids.next(), eventId, sessionId, occasion, sequence, reason);
    }
}
