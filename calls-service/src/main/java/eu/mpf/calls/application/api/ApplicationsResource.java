package eu.mpf.calls.application.api;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.calls.application.Application;
import eu.mpf.calls.application.ApplicationCommand;
import eu.mpf.calls.application.ApplicationService;
import eu.mpf.calls.application.ApplicationStatus;
import eu.mpf.calls.application.DraftService;
import eu.mpf.calls.application.Sight;
import eu.mpf.calls.application.Validation;
import eu.mpf.calls.call.AskedCodes;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.idempotency.WithoutKey;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.patch.MergePatch;
import eu.mpf.web.security.Caller;
import eu.mpf.web.security.Roles;
import eu.mpf.web.version.Versions;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Applications: drafted, validated, handed in, withdrawn. Sent back and resumed they are in {@code check.api.ReturnsResource}. */
@Path("/v1/applications")
@Tag(name = "Applications", description = "Drafts, files and submissions of those who apply, and what becomes of them.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ApplicationsResource {

    private final DraftService drafts;
    private final ApplicationService service;
    private final ApplicationList list;
    private final ApplicationViews views;
    private final AskedCodes codes;
    private final Caller caller;

    ApplicationsResource(
            DraftService drafts,
            ApplicationService service,
            ApplicationList list,
            ApplicationViews views,
            AskedCodes codes,
            Caller caller) {
        this.drafts = drafts;
        this.service = service;
        this.list = list;
        this.views = views;
        this.codes = codes;
        this.caller = caller;
    }

    @GET
    @Authenticated
    @Operation(
            summary = "List applications",
            description =
                    "An applicant sees its own organisation's, staff what was handed in, others what was put before them.")
    public Page<ApplicationSummary> list(
            @BeanParam PageParams params,
            @QueryParam("callId") @Nullable UUID callId,
            @QueryParam("status") List<ApplicationStatus> status,
            @QueryParam("fund") List<String> fund,
            @QueryParam("lead") List<String> lead) {
        return list.page(
                params, Sight.of(caller), caller.organisation().isEmpty(), callId, status, codes.funds(fund), lead);
    }

    @POST
    @RolesAllowed(Roles.APPLICANT)
    @Idempotent
    @Operation(summary = "Start a draft", description = "The organisation is the token's.")
    @APIResponse(responseCode = "404", description = "There is no such call")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    @APIResponse(responseCode = "204", description = "Checked with validateOnly; nothing was stored.")
    public Response create(
            @NotNull @Valid NewApplication request,
            @QueryParam("validateOnly")
                    @Parameter(description = "Check the request and store nothing.")
                    @DefaultValue("false")
                    boolean validateOnly) {
        if (validateOnly) {
            drafts.checkCreate(request.callId(), request.contentOrEmpty());
            return Response.noContent().build();
        }
        Application application = drafts.create(request.callId(), request.contentOrEmpty());
        return Response.created(URI.create("/v1/applications/" + application.id()))
                .entity(views.of(application))
                .tag(Versions.etag(application.version()))
                .build();
    }

    @GET
    @Path("/{applicationId}")
    @Authenticated
    @Operation(summary = "Read an application", description = "What is not yours is not found.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Response get(@PathParam("applicationId") UUID id) {
        return views.answer(service.visible(id));
    }

    @DELETE
    @Path("/{applicationId}")
    @RolesAllowed(Roles.APPLICANT)
    @Operation(
            summary = "Throw a draft away",
            description = "With its files and contacts. What was ever handed in is withdrawn instead.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    public void discard(@PathParam("applicationId") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        drafts.discard(id, Versions.required(ifMatch));
    }

    @PATCH
    @Path("/{applicationId}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Roles.APPLICANT)
    @Operation(
            summary = "Save a draft",
            description = "Merge patch of {\"content\": …}; anything may still be missing.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Response edit(
            @PathParam("applicationId") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MergePatch.MEDIA_TYPE,
                                            schema = @Schema(implementation = ApplicationPatch.class)))
                    JsonNode patch) {
        return views.answer(drafts.edit(id, Versions.required(ifMatch), patch));
    }

    @POST
    @Path("/{applicationId}:validate")
    @RolesAllowed({Roles.APPLICANT, Roles.PROGRAMME_OFFICER})
    @WithoutKey("changes nothing")
    @Operation(
            summary = "Check an application",
            description = "A dry run of every rule; lists all that fail with id, words of the guidelines and pointer.")
    public Validation validate(@PathParam("applicationId") UUID id) {
        return service.validate(id);
    }

    @POST
    @Path("/{applicationId}:submit")
    @RolesAllowed(Roles.APPLICANT)
    @Idempotent
    @Operation(
            summary = "Hand in an application",
            description = "The database's clock decides in this transaction: exactly on the deadline is in. "
                    + "The answer holds the signed receipt.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Submitted.class)))
    @APIResponse(responseCode = "204", description = "Checked with validateOnly; nothing was handed in.")
    public Response submit(
            @PathParam("applicationId") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @QueryParam("validateOnly")
                    @Parameter(description = "Check the request and store nothing.")
                    @DefaultValue("false")
                    boolean validateOnly) {
        if (validateOnly) {
            service.checkSubmit(id, Versions.required(ifMatch));
            return Response.noContent().build();
        }
        return views.answer(service.submit(id, Versions.required(ifMatch)));
    }

    @POST
    @Path("/{applicationId}:withdraw")
    @RolesAllowed(Roles.APPLICANT)
    @Idempotent
    @Operation(
            summary = "Withdraw an application",
            description = "Before the deadline it may be changed and handed in again.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Response withdraw(
            @PathParam("applicationId") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid MoveReason request) {
        return views.answer(service.withdraw(id, Versions.required(ifMatch), request.reason()));
    }

    @POST
    @Path("/{applicationId}:invite")
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Idempotent
    @Operation(
            summary = "Invite the full application",
            description = "After a concept note; the note stays as it was handed in.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Response invite(
            @PathParam("applicationId") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid MoveReason request) {
        return move(id, ifMatch, ApplicationCommand.INVITE, request);
    }

    @POST
    @Path("/{applicationId}:decline")
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Idempotent
    @Operation(summary = "Do not invite the full application")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Response decline(
            @PathParam("applicationId") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid MoveReason request) {
        return move(id, ifMatch, ApplicationCommand.DECLINE, request);
    }

    private Response move(UUID id, @Nullable String ifMatch, ApplicationCommand command, MoveReason request) {
        return views.answer(service.move(id, Versions.required(ifMatch), command, request.reason()));
    }
}
