package eu.mpf.calls.committee.api;

import eu.mpf.calls.application.Application;
import eu.mpf.calls.application.Decision;
import eu.mpf.calls.application.api.ApplicationViews;
import eu.mpf.calls.committee.DecisionService;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Decisions on applications. */
@Path("/v1/applications")
@Tag(name = "Committee")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class DecisionsResource {

    private final DecisionService service;
    private final ApplicationViews views;

    DecisionsResource(DecisionService service, ApplicationViews views) {
        this.service = service;
        this.views = views;
    }

    @GET
    @Path("/{applicationId}/decision")
    @Authenticated
    @Operation(
            summary = "The decision on an application",
            description = "To the applicant once its letter is out, and without the risks.")
    public Decision decision(@PathParam("applicationId") UUID id) {
        Application application = views.opened(id);
        Decision decision = application.decision();
        boolean own = views.own(application);
        boolean told = application.publicStatus() == application.status();
        if (decision == null || own && !told) {
            throw ProblemException.notFound("decision", id);
        }
        return own ? decision.forApplicant() : decision;
    }

    @POST
    @Path("/{applicationId}/decision")
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Idempotent
    @Operation(
            summary = "Record a decision",
            description =
                    "An award makes the grant and moves the money in the same transaction. If-Match is the application's ETag.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Decision.class)))
    public Response decide(
            @PathParam("applicationId") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid DecisionRequest request) {
        Application decided = service.decide(id, Versions.required(ifMatch), request.toProposal());
        return Response.ok(decided.decision())
                .tag(Versions.etag(decided.version()))
                .build();
    }
}
