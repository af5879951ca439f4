package eu.mpf.events.registration.api;

import eu.mpf.events.event.AudienceCategory;
import eu.mpf.events.registration.api.CapacityView.CategorySeats;
import eu.mpf.events.registration.api.CapacityView.SeatCount;
import eu.mpf.events.registration.api.CapacityView.SessionSeats;
import eu.mpf.events.session.api.SessionReader;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.sql.Sql;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How full an event is: figures only, so anybody may look. */
@Path("/v1")
@Tag(name = "Registrations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class CapacityResource {
    private static final String COUNTERS = """
            SELECT c.kind, c.category, f.id AS session_id, c.capacity, c.taken, c.waiting
            FROM event e
            JOIN session f ON f.event_id = e.id AND f.parent_session_id IS NOT NULL
            JOIN seat_counter c ON c.scope_id = f.id
            WHERE e.id = ? AND %1$s
            UNION ALL
            SELECT c.kind, c.category, c.session_id, c.capacity, c.taken, c.waiting
            FROM event e JOIN seat_counter c ON c.scope_id = e.id
            WHERE e.id = ? AND %1$s
            """;

    private final Sql sql;
    private final SessionReader reader;

    public CapacityResource(Sql sql, SessionReader reader) {
        this.sql = sql;
        this.reader = reader;
    }

    private record Row(
            String kind, String category, @Nullable UUID sessionId, SeatCount count) {}

    @GET
    @Path("events/{eventId}/capacity")
    @PermitAll
    @Operation(summary = "Read seats, taken and waiting", operationId = "getCapacity")
    public CapacityView get(@PathParam("eventId") UUID eventId) {
        SeatCount total = null;
        List<CategorySeats> categories = new ArrayList<>();
        List<SessionSeats> sessions = new ArrayList<>();
        List<SessionSeats> followUps = new ArrayList<>();
        for (Row row : rows(eventId)) {
            UUID session = row.sessionId();
            if (row.kind().equals("CATEGORY")) {
                if (row.count().seats() == null) {
                    continue;
                }
                categories.add(new CategorySeats(AudienceCategory.valueOf(row.category()), row.count()));
            } else if (row.kind().equals("SESSION") && session != null) {
                sessions.add(new SessionSeats(session, row.count()));
            } else if (session != null) {
                followUps.add(new SessionSeats(session, row.count()));
            } else {
                total = row.count();
            }
        }
        if (total == null) {
            throw ProblemException.notFound("event", eventId);
        }
        return new CapacityView(eventId, total, categories, sessions, followUps);
    }

    private List<Row> rows(UUID eventId) {
        return sql.list(
                COUNTERS.formatted(reader.visible()),
                row -> new Row(
                        row.getString("kind"),
                        row.getString("category"),
                        row.getObject("session_id", UUID.class),
                        SeatCount.of(
                                row.getObject("capacity", Integer.class), row.getInt("taken"), row.getInt("waiting"))),
                eventId,
                eventId);
    }
}
