package eu.mpf.calls.evaluation.api;

import eu.mpf.calls.evaluation.EvaluationService;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.security.PersonalData;
import eu.mpf.web.security.Roles;
import eu.mpf.web.version.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A review: read, saved, handed in, or given up for a conflict of interest. */
@Path("/v1/evaluations")
@Tag(name = "Evaluation", description = "Evaluators, scores, consensus and the ranking.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PersonalData
public class EvaluationsResource {

    private final EvaluationService service;

    EvaluationsResource(EvaluationService service) {
        this.service = service;
    }

    @GET
    @Path("/{evaluationId}")
    @RolesAllowed({Roles.PROGRAMME_OFFICER, Roles.AUDITOR, Roles.ADMINISTRATOR, Roles.EVALUATOR})
    @Operation(summary = "Read a review")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EvaluationView.class)))
    public Response get(@PathParam("evaluationId") UUID id) {
        return EvaluationView.answer(Response.ok(), service.visible(id));
    }

    @PUT
    @Path("/{evaluationId}")
    @RolesAllowed(Roles.EVALUATOR)
    @Operation(summary = "Save a review")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EvaluationView.class)))
    public Response write(
            @PathParam("evaluationId") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid MarksRequest request) {
        Map<String, String> comments = request.comments() == null ? Map.of() : request.comments();
        return EvaluationView.answer(
                Response.ok(), service.write(id, Versions.required(ifMatch), request.marks(), comments));
    }

    @DELETE
    @Path("/{evaluationId}")
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Operation(summary = "Take an assignment back", description = "While the review is not in.")
    @APIResponse(responseCode = "204")
    public Response release(@PathParam("evaluationId") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        service.release(id, Versions.required(ifMatch));
        return Response.noContent().build();
    }

    @POST
    @Path("/{evaluationId}:declare-conflict")
    @RolesAllowed(Roles.EVALUATOR)
    @Idempotent
    @Operation(
            summary = "Declare a conflict of interest",
            description =
                    "From then on the application is not seen any more. A consensus with the review in it is void and has"
                            + " to be agreed on anew, unless the application is decided.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EvaluationView.class)))
    public Response declareConflict(
            @PathParam("evaluationId") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid ConflictRequest request) {
        return EvaluationView.answer(
                Response.ok(), service.declareConflict(id, Versions.required(ifMatch), request.reason()));
    }

    @POST
    @Path("/{evaluationId}:submit")
    @RolesAllowed(Roles.EVALUATOR)
    @Idempotent
    @Operation(summary = "Hand in a review")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EvaluationView.class)))
    public Response submit(@PathParam("evaluationId") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return EvaluationView.answer(Response.ok(), service.submit(id, Versions.required(ifMatch)));
    }
}
