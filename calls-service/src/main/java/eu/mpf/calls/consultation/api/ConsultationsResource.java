package eu.mpf.calls.consultation.api;

import eu.mpf.calls.consultation.ConsultationService;
import eu.mpf.calls.consultation.ConsultationService.Consulted;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.page.Page;
import eu.mpf.web.security.PersonalData;
import eu.mpf.web.security.Roles;
import eu.mpf.web.version.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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

/** Consultation of services, delegations and Member States. */
@Path("/v1/applications")
@Tag(name = "Consultations", description = "Advice on an application, asked of other bodies.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PersonalData
public class ConsultationsResource {

    private final ConsultationService service;

    ConsultationsResource(ConsultationService service) {
        this.service = service;
    }

    @GET
    @Path("/{applicationId}/consultations")
    @RolesAllowed({
        Roles.PROGRAMME_OFFICER,
        Roles.FINANCE_OFFICER,
        Roles.AUDITOR,
        Roles.ADMINISTRATOR,
        Roles.COMMITTEE_MEMBER,
        Roles.CONSULTEE
    })
    @Operation(summary = "The consultations on an application", description = "A consultee sees its own.")
    public Page<ConsultationView> list(@PathParam("applicationId") UUID id) {
        return Page.of(service.of(id).stream().map(ConsultationView::of).toList());
    }

    @GET
    @Path("/{applicationId}/consultations/{consultationId}")
    @RolesAllowed({
        Roles.PROGRAMME_OFFICER,
        Roles.FINANCE_OFFICER,
        Roles.AUDITOR,
        Roles.ADMINISTRATOR,
        Roles.COMMITTEE_MEMBER,
        Roles.CONSULTEE
    })
    @Operation(summary = "Read a consultation")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ConsultationView.class)))
    public Response get(@PathParam("applicationId") UUID id, @PathParam("consultationId") UUID consultationId) {
        return ConsultationView.answer(Response.ok(), service.one(id, consultationId))
                .build();
    }

    @POST
    @Path("/{applicationId}/consultations/{consultationId}:cancel")
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Idempotent
    @Operation(summary = "Take a question back", description = "While there is no advice; nobody is reminded of it.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ConsultationView.class)))
    public Response cancel(
            @PathParam("applicationId") UUID id,
            @PathParam("consultationId") UUID consultationId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid CancelRequest request) {
        Consulted cancelled = service.cancel(id, consultationId, Versions.required(ifMatch), request.reason());
        return ConsultationView.answer(Response.ok(), cancelled).build();
    }

    @POST
    @Path("/{applicationId}/consultations")
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Idempotent
    @Operation(
            summary = "Ask a body for advice",
            description = "A round asks each body once. It is reminded by mail, once, before the advice is due.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ConsultationView.class)))
    public Response ask(@PathParam("applicationId") UUID id, @NotNull @Valid ConsultationRequest request) {
        Consulted asked = service.ask(id, request.toQuestion());
        URI location = URI.create("/v1/applications/" + id + "/consultations/"
                + asked.consultation().id());
        return ConsultationView.answer(Response.created(location), asked).build();
    }

    @POST
    @Path("/{applicationId}/consultations/{consultationId}:advise")
    @RolesAllowed(Roles.CONSULTEE)
    @Idempotent
    @Operation(summary = "Give advice", description = "By the body that was asked. Late advice is recorded and marked.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ConsultationView.class)))
    public Response advise(
            @PathParam("applicationId") UUID id,
            @PathParam("consultationId") UUID consultationId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid AdviceRequest request) {
        Consulted advised =
                service.advise(id, consultationId, Versions.required(ifMatch), request.opinion(), request.advice());
        return ConsultationView.answer(Response.ok(), advised).build();
    }
}
