package eu.mpf.calls.application.api;

import eu.mpf.calls.application.Application;
import eu.mpf.calls.application.ApplicationService;
import eu.mpf.calls.application.Contact;
import eu.mpf.calls.application.DraftService;
import eu.mpf.calls.application.Step;
import eu.mpf.calls.application.Submission;
import eu.mpf.web.page.Page;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.Caller;
import eu.mpf.web.security.PersonalData;
import eu.mpf.web.security.Roles;
import eu.mpf.web.version.Versions;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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

/** What belongs to an application: budget, receipts, contact, history. */
@Path("/v1/applications")
@Tag(name = "Applications")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ApplicationPartsResource {

    private final DraftService drafts;
    private final ApplicationService service;
    private final ApplicationViews views;
    private final Caller caller;

    ApplicationPartsResource(DraftService drafts, ApplicationService service, ApplicationViews views, Caller caller) {
        this.drafts = drafts;
        this.service = service;
        this.views = views;
        this.caller = caller;
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
    @Path("/{applicationId}/contact")
    @Authenticated
    @PersonalData
    @Operation(summary = "Whom to write to", description = "At first the person of the token that started the draft.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Contact.class)))
    public Response contact(@PathParam("applicationId") UUID id) {
        Application application = service.visible(id);
        boolean allowed = views.own(application) || caller.hasAnyRole(Roles.PROGRAMME_OFFICER, Roles.FINANCE_OFFICER);
        Contact contact =
                drafts.contact(id).filter(known -> allowed).orElseThrow(() -> ProblemException.notFound("contact", id));
        return views.contact(application, contact);
    }

    @PUT
    @Path("/{applicationId}/contact")
    @RolesAllowed(Roles.APPLICANT)
    @PersonalData
    @Operation(summary = "Change whom to write to", description = "In any status; letters go there from then on.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Contact.class)))
    public Response writeTo(
            @PathParam("applicationId") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Contact request) {
        return views.contact(drafts.writeTo(id, Versions.required(ifMatch), request), request);
    }

    @GET
    @Path("/{applicationId}/history")
    @Authenticated
    @Operation(summary = "How an application came to where it stands")
    public Page<Step> history(@PathParam("applicationId") UUID id) {
        Application application = service.visible(id);
        return Page.of(views.own(application) ? application.publicSteps() : application.steps());
    }
}
