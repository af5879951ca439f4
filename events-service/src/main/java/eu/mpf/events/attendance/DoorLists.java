package eu.mpf.events.attendance;

import eu.mpf.events.event.AudienceCategory;
import eu.mpf.events.registration.SigningKey;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Makes the list for the door. */
@ApplicationScoped
public class DoorLists {
    private final Sql sql;
    private final SigningKey key;
    private final AttendanceService service;

    DoorLists(Sql sql, SigningKey key, AttendanceService service) {
        this.sql = sql;
        this.key = key;
        this.service = service;
    }

    /** @throws ProblemException 404 */
    public DoorList of(UUID eventId, Instant now) {
        if (sql.first("SELECT 1 FROM event WHERE id = ?", row -> row.getInt(1), eventId)
                .isEmpty()) {
            throw ProblemException.notFound("event", eventId);
        }
        List<DoorList.Expected> expected = sql.list(
                """
                SELECT id, name, category, status FROM registration
                WHERE event_id = ? AND status IN ('CONFIRMED', 'CHECKED_IN') ORDER BY name, id
                """,
                row -> new DoorList.Expected(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        AudienceCategory.valueOf(row.getString("category")),
                        "CHECKED_IN".equals(row.getString("status"))),
                eventId);
        service.recordReading("door-list", eventId, expected.size());
        return DoorList.sign(new DoorList.Content(eventId, now, expected), key);
    }
}
