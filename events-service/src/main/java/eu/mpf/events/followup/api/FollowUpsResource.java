package eu.mpf.events.followup.api;

import eu.mpf.events.followup.FollowUpDetails;
import eu.mpf.events.followup.FollowUpService;
import eu.mpf.events.session.FollowUpsPlanned;
import eu.mpf.events.session.SessionStatus;
import eu.mpf.events.session.api.SessionReader;
import eu.mpf.events.session.api.SessionView;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.Roles;
import eu.mpf.web.sql.Sql;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Sessions that go on where one had to stop. Each is a session of the event, with a registration of its own. */
@Path("/v1")
@Tag(name = "Follow-ups", description = "Sessions that carry a subject on, with the same people.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class FollowUpsResource {
    private final FollowUpService service;
    private final SessionReader reader;
    private final Sql sql;

    public FollowUpsResource(FollowUpService service, SessionReader reader, Sql sql) {
        this.service = service;
        this.reader = reader;
        this.sql = sql;
    }

    private record Row(boolean isParent, SessionView view) {}

    @GET
    @Path("sessions/{sessionId}/follow-ups")
    @PermitAll
    @Operation(summary = "List follow-ups, with how many were planned and held", operationId = "listFollowUps")
    public FollowUpsView list(@PathParam("sessionId") UUID sessionId) {
        List<Row> rows = sql.list(
                """
                SELECT %s FROM session s JOIN event e ON e.id = s.event_id
                WHERE (s.id = ? OR s.parent_session_id = ?) AND %s ORDER BY s.starts_at NULLS FIRST, s.id
                """.formatted(SessionView.COLUMNS, reader.visible()),
                row -> new Row(row.getObject("id", UUID.class).equals(sessionId), SessionView.of(row)),
                sessionId,
                sessionId);
        FollowUpsPlanned planned = rows.stream()
                .filter(Row::isParent)
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("session", sessionId))
                .view()
                .followUpsPlanned();
        List<SessionView> items =
                rows.stream().filter(row -> !row.isParent()).map(Row::view).toList();
        return new FollowUpsView(
                sessionId,
                planned,
                (int) items.stream()
                        .filter(view -> view.status() != SessionStatus.CANCELLED)
                        .count(),
                (int) items.stream()
                        .filter(view -> view.status() == SessionStatus.HELD)
                        .count(),
                items);
    }

    @POST
    @Path("sessions/{sessionId}/follow-ups")
    @RolesAllowed(Roles.EVENT_MANAGER)
    @Idempotent
    @Operation(summary = "Plan a follow-up and invite the audience first", operationId = "planFollowUp")
    @APIResponseSchema(value = SessionView.class, responseCode = "201")
    public Response plan(@PathParam("sessionId") UUID sessionId, @NotNull @Valid FollowUpDetails details) {
        return reader.created(service.plan(sessionId, details).id());
    }
}
