package eu.mpf.calls.check.api;

import eu.mpf.calls.application.Application;
import eu.mpf.calls.application.EligibilityCheck;
import eu.mpf.calls.application.api.ApplicationView;
import eu.mpf.calls.application.api.ApplicationViews;
import eu.mpf.calls.check.CheckClock;
import eu.mpf.calls.check.CheckService;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.problem.ProblemException;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The check of what was handed in: its result and its clock. */
@Path("/v1/applications")
@Tag(name = "Check", description = "The check of eligibility, with questions to the applicant.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class CheckResource {

    private final CheckService service;
    private final ApplicationViews views;

    CheckResource(CheckService service, ApplicationViews views) {
        this.service = service;
        this.views = views;
    }

    @GET
    @Path("/{applicationId}/eligibility")
    @Authenticated
    @Operation(
            summary = "The result of the eligibility check",
            description = "To the applicant once it was told of it.")
    public EligibilityCheck eligibility(@PathParam("applicationId") UUID id) {
        Application application = views.opened(id);
        EligibilityCheck check = application.eligibility();
        if (check == null
                || !check.eligible() && application.publicStatus() != application.status() && views.own(application)) {
            throw ProblemException.notFound("eligibility check", id);
        }
        return check;
    }

    @POST
    @Path("/{applicationId}/eligibility")
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Idempotent
    @Operation(
            summary = "Record the eligibility check",
            description = "The rules and the check-list of the edition in force at submission are asked; "
                    + "nothing is eligible while a rule fails or a point that counts is not met.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Response check(
            @PathParam("applicationId") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid CheckRequest request) {
        views.opened(id);
        List<EligibilityCheck.Item> checklist = request.checklist() == null ? List.of() : request.checklist();
        return views.answer(
                service.check(id, Versions.required(ifMatch), request.eligible(), checklist, request.note()));
    }

    @GET
    @Path("/{applicationId}/clock")
    @Authenticated
    @Operation(
            summary = "How long the check has taken",
            description = "Days elapsed without the pauses for questions to the applicant.")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "409", description = "The application has not been handed in: no clock runs")
    public CheckClock clock(@PathParam("applicationId") UUID id) {
        views.opened(id);
        return service.clock(id);
    }
}
