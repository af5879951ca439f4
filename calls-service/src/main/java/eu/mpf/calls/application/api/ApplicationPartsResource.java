package eu.mpf.calls.application.api;

import eu.mpf.calls.application.ApplicationService;
import eu.mpf.calls.application.Decision;
import eu.mpf.calls.application.DraftService;
import eu.mpf.calls.application.EligibilityCheck;
import eu.mpf.calls.application.Step;
import eu.mpf.calls.application.Submission;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.page.Page;
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
import jakarta.ws.rs.PUT;
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

/** What belongs to an application: budget, receipts, check, decision, history. */
@Path("/v1/applications")
@Tag(name = "Applications")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ApplicationPartsResource {

    private final DraftService drafts;
    private final ApplicationService service;
    private final ApplicationViews views;

    ApplicationPartsResource(DraftService drafts, ApplicationService service, ApplicationViews views) {
        this.drafts = drafts;
        this.service = service;
        this.views = views;
    }

    @GET
    @Path("/{applicationId}/budget")
    @Authenticated
    @Operation(summary = "The budget by heading")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BudgetView.class)))
    public Response budget(@PathParam("applicationId") UUID id) {
        return BudgetView.answer(views.opened(id));
    }

    @PUT
    @Path("/{applicationId}/budget")
    @RolesAllowed(Roles.APPLICANT)
    @Operation(summary = "Write the budget")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BudgetView.class)))
    public Response writeBudget(
            @PathParam("applicationId") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid BudgetRequest request) {
        return BudgetView.answer(drafts.budget(id, Versions.required(ifMatch), request.lines(), request.euShare()));
    }

    @GET
    @Path("/{applicationId}/receipt")
    @Authenticated
    @Operation(summary = "The latest receipt")
    public ReceiptView receipt(@PathParam("applicationId") UUID id) {
        views.opened(id);
        List<Submission> all = service.submissions(id);
        if (all.isEmpty()) {
            throw ProblemException.notFound("receipt", id);
        }
        return ReceiptView.of(all.getLast());
    }

    @GET
    @Path("/{applicationId}/submissions")
    @Authenticated
    @Operation(
            summary = "Everything handed in",
            description = "The concept note stays beside the full application, unchanged.")
    public Page<ReceiptView> submissions(@PathParam("applicationId") UUID id) {
        views.opened(id);
        return Page.of(service.submissions(id).stream().map(ReceiptView::of).toList());
    }

    @GET
    @Path("/{applicationId}/eligibility")
    @Authenticated
    @Operation(summary = "The result of the eligibility check")
    public EligibilityCheck eligibility(@PathParam("applicationId") UUID id) {
        EligibilityCheck check = views.opened(id).eligibility();
        if (check == null) {
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
            description =
                    "The rules of the edition in force at submission are asked again; nothing is eligible while one fails.")
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
    @Path("/{applicationId}/decision")
    @Authenticated
    @Operation(summary = "The decision on an application")
    public Decision decision(@PathParam("applicationId") UUID id) {
        Decision decision = service.visible(id).decision();
        if (decision == null) {
            throw ProblemException.notFound("decision", id);
        }
        return decision;
    }

    @GET
    @Path("/{applicationId}/history")
    @Authenticated
    @Operation(summary = "How an application came to where it stands")
    public Page<Step> history(@PathParam("applicationId") UUID id) {
        return Page.of(service.visible(id).steps());
    }
}
