package eu.mpf.events.session.api;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.events.session.SessionDetails;
import eu.mpf.events.session.SessionService;
import eu.mpf.events.shared.api.Reason;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.idempotency.Once;
import eu.mpf.web.link.CheckedLinks;
import eu.mpf.web.link.LinkChecker;
import eu.mpf.web.page.Listing;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.page.SortType;
import eu.mpf.web.patch.MergePatch;
import eu.mpf.web.security.Roles;
import eu.mpf.web.version.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Sessions of an event. */
@Path("/v1")
@Tag(name = "Sessions", description = "The sessions of an event, in a room or online.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SessionsResource {
    private final SessionService service;
    private final SessionReader reader;
    private final LinkChecker links;
    private final Once once;
    private final Listing listing;
    private final MergePatch patches;

    public SessionsResource(
            SessionService service,
            SessionReader reader,
            LinkChecker links,
            Once once,
            Listing listing,
            MergePatch patches) {
        this.service = service;
        this.reader = reader;
        this.links = links;
        this.once = once;
        this.listing = listing;
        this.patches = patches;
    }

    @GET
    @Path("events/{eventId}/sessions")
    @PermitAll
    @Operation(summary = "List the sessions of an event", operationId = "listSessions")
    public Page<SessionView> list(@PathParam("eventId") UUID eventId, @BeanParam PageParams page) {
        return listing.<SessionView>select(SessionView.COLUMNS)
                .from("session s JOIN event e ON e.id = s.event_id")
                .where("s.event_id = ? AND " + reader.visible(), eventId)
                .sortableNotNull("position", "s.position", SortType.INTEGER)
                .sortable("startsAt", "s.starts_at", SortType.INSTANT)
                .idColumn("s.id")
                .defaultSort("position")
                .page(page, SessionView::of);
    }

    @POST
    @Path("events/{eventId}/sessions")
    @RolesAllowed(Roles.EVENT_MANAGER)
    @Idempotent(looksFirst = true)
    @Operation(
            summary = "Add a session",
            operationId = "createSession",
            description = "On a public programme its links are followed before; a dead one keeps it out.")
    @APIResponseSchema(value = SessionView.class, responseCode = "201")
    public Response create(@PathParam("eventId") UUID eventId, @NotNull @Valid SessionDetails details) {
        CheckedLinks checked = links.check(service.links(eventId, details));
        return once.run(() -> {
            checked.requireSound();
            return reader.created(service.create(eventId, details).id());
        });
    }

    @GET
    @Path("sessions/{sessionId}")
    @PermitAll
    @Operation(summary = "Read a session", operationId = "getSession")
    @APIResponseSchema(SessionView.class)
    public Response get(@PathParam("sessionId") UUID sessionId) {
        return reader.session(sessionId);
    }

    @PATCH
    @Path("sessions/{sessionId}")
    @RolesAllowed(Roles.EVENT_MANAGER)
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(
            summary = "Revise a session",
            operationId = "reviseSession",
            description = "Links that the public would be given are followed before; a dead one keeps the change out.")
    @APIResponseSchema(SessionView.class)
    public Response revise(
            @PathParam("sessionId") UUID sessionId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = SessionDetails.class))) JsonNode patch) {
        long expected = Versions.required(ifMatch);
        UnaryOperator<SessionDetails> change = details -> patches.apply(details, patch, SessionDetails.class);
        if (MergePatch.touches(patch, "summary", "feedbackNote")) {
            links.check(service.links(sessionId, expected, change)).requireSound();
        }
        service.revise(sessionId, expected, change);
        return reader.session(sessionId);
    }

    @POST
    @Path("sessions/{sessionId}:hold")
    @RolesAllowed(Roles.EVENT_MANAGER)
    @Idempotent
    @Operation(summary = "Record that a follow-up has taken place", operationId = "holdSession")
    @APIResponseSchema(SessionView.class)
    public Response hold(@PathParam("sessionId") UUID sessionId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        service.hold(sessionId, Versions.required(ifMatch));
        return reader.session(sessionId);
    }

    @POST
    @Path("sessions/{sessionId}:cancel")
    @RolesAllowed(Roles.EVENT_MANAGER)
    @Idempotent
    @Operation(summary = "Cancel a session", operationId = "cancelSession")
    @APIResponseSchema(SessionView.class)
    public Response cancel(
            @PathParam("sessionId") UUID sessionId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Reason because) {
        service.cancel(sessionId, Versions.required(ifMatch), because.reason());
        return reader.session(sessionId);
    }
}
