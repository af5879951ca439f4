package eu.mpf.events.retention.api;

import eu.mpf.events.retention.RetentionPlan;
import eu.mpf.events.retention.RetentionService;
import eu.mpf.web.security.Roles;
import eu.mpf.web.sql.Sql;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Until when personal data of an event are kept, and what was deleted already. Figures only. */
@Path("/v1")
@Tag(name = "Data protection")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class RetentionResource {
    private final RetentionService service;
    private final Sql sql;

    public RetentionResource(RetentionService service, Sql sql) {
        this.service = service;
        this.sql = sql;
    }

    @GET
    @Path("events/{eventId}/retention")
    @RolesAllowed({Roles.EVENT_MANAGER, Roles.DATA_PROTECTION_OFFICER, Roles.AUDITOR})
    @Operation(summary = "Read until when personal data are kept", operationId = "getRetention")
    public RetentionView get(@PathParam("eventId") UUID eventId) {
        RetentionPlan plan = service.plan(eventId);
        List<RetentionView.RunView> runs = sql.list(
                "SELECT purpose, done_at, people FROM event_retention WHERE event_id = ? ORDER BY done_at, purpose",
                row -> new RetentionView.RunView(
                        row.getString("purpose"), Sql.instant(row, "done_at"), row.getInt("people")),
                eventId);
        return sql.first("""
                        SELECT count(*) FILTER (WHERE erased_at IS NULL)::int AS people, count(erased_at)::int AS erased
                        FROM registration WHERE event_id = ?
                        """, row -> RetentionView.of(plan, row.getInt("people"), row.getInt("erased"), runs), eventId)
                .orElseThrow();
    }
}
