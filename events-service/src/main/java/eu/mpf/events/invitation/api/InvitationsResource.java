package eu.mpf.events.invitation.api;

import eu.mpf.events.invitation.InvitationDetails;
import eu.mpf.events.invitation.InvitationService;
import eu.mpf.events.shared.api.Answers;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.page.Listing;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.page.SortType;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.PersonalData;
import eu.mpf.web.security.Roles;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.version.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Invitations to an event; they decide who may register where the event is for the invited only. */
@Path("/v1")
@Tag(name = "Registrations")
@PersonalData
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class InvitationsResource {
    private final InvitationService service;
    private final Listing listing;
    private final Sql sql;

    public InvitationsResource(InvitationService service, Listing listing, Sql sql) {
        this.service = service;
        this.listing = listing;
        this.sql = sql;
    }

    @GET
    @Path("events/{eventId}/invitations")
    @RolesAllowed({Roles.EVENT_MANAGER, Roles.DATA_PROTECTION_OFFICER})
    @Operation(summary = "List the invitations to an event", operationId = "listInvitations")
    public Page<InvitationView> list(@PathParam("eventId") UUID eventId, @BeanParam PageParams page) {
        return listing.<InvitationView>select(InvitationView.COLUMNS)
                .from("invitation i")
                .where("i.event_id = ?", eventId)
                .sortableNotNull("createdAt", "i.created_at", SortType.INSTANT)
                .idColumn("i.id")
                .defaultSort("createdAt")
                .page(page, InvitationView::of);
    }

    /** An address gets a letter, once; if the event is a draft still, when it is published. */
    @POST
    @Path("events/{eventId}/invitations")
    @RolesAllowed(Roles.EVENT_MANAGER)
    @Idempotent
    @Operation(summary = "Invite an address or a category", operationId = "invite")
    @APIResponseSchema(value = InvitationView.class, responseCode = "201")
    public Response invite(@PathParam("eventId") UUID eventId, @NotNull @Valid InvitationDetails details) {
        UUID id = service.invite(eventId, details);
        InvitationView made = one(eventId, id);
        return Answers.created("/v1/events/%s/invitations/%s".formatted(eventId, id), made, 0);
    }

    @GET
    @Path("events/{eventId}/invitations/{invitationId}")
    @RolesAllowed({Roles.EVENT_MANAGER, Roles.DATA_PROTECTION_OFFICER})
    @Operation(summary = "Read an invitation", operationId = "getInvitation")
    @APIResponseSchema(InvitationView.class)
    public Response get(@PathParam("eventId") UUID eventId, @PathParam("invitationId") UUID invitationId) {
        return Answers.ok(one(eventId, invitationId), 0);
    }

    @DELETE
    @Path("events/{eventId}/invitations/{invitationId}")
    @RolesAllowed(Roles.EVENT_MANAGER)
    @Operation(summary = "Take an invitation back", operationId = "takeBackInvitation")
    @APIResponse(responseCode = "204", description = "Taken back.")
    public Response takeBack(
            @PathParam("eventId") UUID eventId,
            @PathParam("invitationId") UUID invitationId,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        Versions.check(Versions.required(ifMatch), 0);
        service.takeBack(eventId, invitationId);
        return Response.noContent().build();
    }

    private InvitationView one(UUID eventId, UUID id) {
        return sql.first(
                        "SELECT %s FROM invitation i WHERE i.event_id = ? AND i.id = ?"
                                .formatted(InvitationView.COLUMNS),
                        InvitationView::of,
                        eventId,
                        id)
                .orElseThrow(() -> ProblemException.notFound("invitation", id));
    }
}
