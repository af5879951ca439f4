package eu.mpf.calls.check.api;

import eu.mpf.calls.application.api.ApplicationView;
import eu.mpf.calls.application.api.ApplicationViews;
import eu.mpf.calls.application.api.Submitted;
import eu.mpf.calls.check.CheckService;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.page.Page;
import eu.mpf.web.security.Roles;
import eu.mpf.web.version.Versions;
import io.quarkus.security.Authenticated;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Sending an application back with a question, and its way in again: {@code :return} and {@code :resume}. */
@Path("/v1/applications")
@Tag(name = "Check")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ReturnsResource {

    private final CheckService service;
    private final ApplicationViews views;

    ReturnsResource(CheckService service, ApplicationViews views) {
        this.service = service;
        this.views = views;
    }

    @POST
    @Path("/{applicationId}:return")
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Idempotent
    @Operation(
            summary = "Send an application back with a question",
            description = "The clock of the check stops until the answer, at the longest until the question is due. "
                    + "The applicant is told by mail, once.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Response returnToApplicant(
            @PathParam("applicationId") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid ReturnRequest request) {
        views.opened(id);
        return views.answer(
                service.ask(id, Versions.required(ifMatch), request.reason(), request.itemsOrNone(), request.dueAt()));
    }

    @POST
    @Path("/{applicationId}:resume")
    @RolesAllowed(Roles.APPLICANT)
    @Idempotent
    @Operation(
            summary = "Hand in again with the answer",
            description = "Gives a new receipt. Late answers count while the officer has not gone on without.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Submitted.class)))
    public Response resume(
            @PathParam("applicationId") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable @Valid ResumeRequest request) {
        return views.answer(service.answer(id, Versions.required(ifMatch), request == null ? null : request.answer()));
    }

    @GET
    @Path("/{applicationId}/clarification-requests")
    @Authenticated
    @Operation(summary = "The questions to the applicant, and the answers")
    public Page<ClarificationRequestView> requests(@PathParam("applicationId") UUID id) {
        views.opened(id);
        return Page.of(
                service.requests(id).stream().map(ClarificationRequestView::of).toList());
    }

    @POST
    @Path("/{applicationId}/clarification-requests/{requestId}:lapse")
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Idempotent
    @Operation(
            summary = "Go on without an answer",
            description = "Once the question is overdue. If-Match is the application's ETag.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Response lapse(
            @PathParam("applicationId") UUID id,
            @PathParam("requestId") UUID requestId,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return views.answer(service.lapse(id, requestId, Versions.required(ifMatch)));
    }
}
