package eu.mpf.events.attendance;

import eu.mpf.events.event.AudienceCategory;
import eu.mpf.events.registration.SigningKey;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the list for the door. */
@ApplicationScoped
public class DoorLists {
    private static final String EXISTS = """
            SELECT 1 FROM event WHERE id = ? AND id = ?
            UNION ALL
            SELECT 1 FROM session WHERE id = ? AND event_id = ? AND parent_session_id IS NOT NULL
            """;

    private final Sql sql;
    private final SigningKey key;
    private final AttendanceService service;

    DoorLists(Sql sql, SigningKey key, AttendanceService service) {
        this.sql = sql;
        this.key = key;
        this.service = service;
    }

    /**
     * @param followUpId for the door of this follow-up; {@code null}: for the event's own
     * @throws ProblemException 404
     */
    public DoorList of(UUID eventId, @Nullable UUID followUpId, Instant now) {
        UUID scope = followUpId == null ? eventId : followUpId;
        if (sql.first(EXISTS, row -> row.getInt(1), eventId, scope, scope, eventId)
                .isEmpty()) {
            throw ProblemException.notFound(followUpId == null ? "event" : "follow-up", scope);
        }
        List<DoorList.Expected> expected = sql.list(
                """
                SELECT id, name, category, status FROM registration
                WHERE scope_id = ? AND status IN ('CONFIRMED', 'CHECKED_IN') ORDER BY name, id
                """,
                row -> new DoorList.Expected(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        AudienceCategory.valueOf(row.getString("category")),
                        "CHECKED_IN".equals(row.getString("status"))),
                scope);
        service.recordReading("door-list", eventId, expected.size());
        return DoorList.sign(new DoorList.Content(eventId, followUpId, now, expected), key);
    }
}
