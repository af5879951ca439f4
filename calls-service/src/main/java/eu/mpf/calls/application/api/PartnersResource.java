package eu.mpf.calls.application.api;

import eu.mpf.calls.application.ApplicationService;
import eu.mpf.calls.application.DraftService;
import eu.mpf.calls.application.Partner;
import eu.mpf.calls.application.PartnerCommand;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.page.Page;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.Roles;
import eu.mpf.web.value.Countries;
import eu.mpf.web.value.Ids;
import eu.mpf.web.version.Versions;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The consortium: each partner named and invited by the lead, and confirmed by itself. */
@Path("/v1/applications")
@Tag(name = "Applications")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PartnersResource {

    private final DraftService drafts;
    private final ApplicationService service;
    private final ApplicationViews views;

    PartnersResource(DraftService drafts, ApplicationService service, ApplicationViews views) {
        this.drafts = drafts;
        this.service = service;
        this.views = views;
    }

    @GET
    @Path("/{applicationId}/partners")
    @Authenticated
    @Operation(summary = "The partners of an application")
    public Page<Partner> partners(@PathParam("applicationId") UUID id) {
        return Page.of(views.of(service.visible(id)).partners());
    }

    @POST
    @Path("/{applicationId}/partners")
    @RolesAllowed(Roles.APPLICANT)
    @Idempotent
    @Operation(
            summary = "Name a partner",
            description = "Needs the application's ETag in If-Match; answers with the application.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Response add(
            @PathParam("applicationId") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid NewPartner request) {
        String country = request.country();
        Partner partner = new Partner(
                Ids.next(),
                request.organisation(),
                request.name(),
                country == null ? null : country(country),
                request.role(),
                Partner.State.LISTED);
        var application = drafts.addPartner(id, Versions.required(ifMatch), partner, request.contact());
        return Response.created(URI.create("/v1/applications/" + id + "/partners/" + partner.id()))
                .entity(views.of(application))
                .tag(Versions.etag(application.version()))
                .build();
    }

    private static String country(String written) {
        if (!Countries.known(written)) {
            throw ProblemException.invalid("/country", "unknown-country", "not a country: " + written);
        }
        return Countries.canonical(written);
    }

    @DELETE
    @Path("/{applicationId}/partners/{partnerId}")
    @RolesAllowed(Roles.APPLICANT)
    @Operation(summary = "Take a partner out")
    @APIResponse(responseCode = "204")
    public Response remove(
            @PathParam("applicationId") UUID id,
            @PathParam("partnerId") UUID partnerId,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        var application = drafts.removePartner(id, Versions.required(ifMatch), partnerId);
        return Response.noContent().tag(Versions.etag(application.version())).build();
    }

    @POST
    @Path("/{applicationId}/partners/{partnerId}:invite")
    @RolesAllowed(Roles.APPLICANT)
    @Idempotent
    @Operation(
            summary = "Invite a partner",
            description = "From then on the partner sees the application; its contact is asked by mail.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Response invite(
            @PathParam("applicationId") UUID id,
            @PathParam("partnerId") UUID partnerId,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return views.answer(drafts.invitePartner(id, Versions.required(ifMatch), partnerId));
    }

    @POST
    @Path("/{applicationId}/partners/{partnerId}:confirm")
    @RolesAllowed(Roles.APPLICANT)
    @Idempotent
    @Operation(summary = "Confirm the own part", description = "With a token of the partner's organisation.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Response confirm(
            @PathParam("applicationId") UUID id,
            @PathParam("partnerId") UUID partnerId,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return views.answer(drafts.answerInvitation(id, Versions.required(ifMatch), partnerId, PartnerCommand.CONFIRM));
    }

    @POST
    @Path("/{applicationId}/partners/{partnerId}:decline")
    @RolesAllowed(Roles.APPLICANT)
    @Idempotent
    @Operation(
            summary = "Decline the own part",
            description = "With a token of the partner's organisation, which then no longer sees the application.")
    @APIResponse(responseCode = "204")
    public Response decline(
            @PathParam("applicationId") UUID id,
            @PathParam("partnerId") UUID partnerId,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        drafts.answerInvitation(id, Versions.required(ifMatch), partnerId, PartnerCommand.DECLINE);
        return Response.noContent().build();
    }
}
