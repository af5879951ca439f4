package eu.mpf.calls.evaluation.api;

import eu.mpf.calls.evaluation.EvaluationService;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.page.Page;
import eu.mpf.web.security.PersonalData;
import eu.mpf.web.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
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

/** The reviews of an application, and the consensus of them. */
@Path("/v1/applications")
@Tag(name = "Evaluation")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PersonalData
public class ApplicationEvaluationsResource {

    private final EvaluationService service;

    ApplicationEvaluationsResource(EvaluationService service) {
        this.service = service;
    }

    @GET
    @Path("/{applicationId}/evaluations")
    @RolesAllowed({Roles.PROGRAMME_OFFICER, Roles.AUDITOR, Roles.ADMINISTRATOR, Roles.EVALUATOR, Roles.COMMITTEE_MEMBER
    })
    @Operation(
            summary = "The reviews of an application",
            description = "An evaluator sees those of others once the own one is in.")
    public Page<EvaluationView> list(@PathParam("applicationId") UUID id) {
        return Page.of(service.of(id).stream().map(EvaluationView::of).toList());
    }

    @POST
    @Path("/{applicationId}/evaluations")
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Idempotent
    @Operation(summary = "Assign an evaluator")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = EvaluationView.class)))
    public Response assign(@PathParam("applicationId") UUID id, @NotNull @Valid AssignRequest request) {
        var evaluation = service.assign(id, request.evaluator());
        return EvaluationView.answer(Response.created(URI.create("/v1/evaluations/" + evaluation.id())), evaluation);
    }

    @GET
    @Path("/{applicationId}/consensus")
    @RolesAllowed({Roles.PROGRAMME_OFFICER, Roles.AUDITOR, Roles.ADMINISTRATOR, Roles.EVALUATOR, Roles.COMMITTEE_MEMBER
    })
    @Operation(summary = "The consensus score")
    public ConsensusView consensus(@PathParam("applicationId") UUID id) {
        return ConsensusView.of(service.consensus(id));
    }

    @POST
    @Path("/{applicationId}/consensus")
    @RolesAllowed({Roles.PROGRAMME_OFFICER, Roles.EVALUATOR})
    @Idempotent
    @Operation(
            summary = "Record the consensus",
            description = "Once every review is in. Recording it again replaces it.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ConsensusView.class)))
    public Response agree(@PathParam("applicationId") UUID id, @NotNull @Valid ConsensusRequest request) {
        return Response.ok(ConsensusView.of(service.agree(id, request.marks(), request.comment())))
                .build();
    }
}
