package eu.mpf.projects.result.api;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.projects.result.IndicatorDetails;
import eu.mpf.projects.result.IndicatorView;
import eu.mpf.projects.result.NewIndicator;
import eu.mpf.projects.result.NewMeasurement;
import eu.mpf.projects.result.ResultService;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.page.Page;
import eu.mpf.web.patch.MergePatch;
import eu.mpf.web.security.Roles;
import eu.mpf.web.version.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Results of a project. Reading is open to everybody. */
@Path("/v1/projects")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Results", description = "Indicators with baseline, target and actual values.")
@RunOnVirtualThread
public class ResultsResource {

    private final ResultService results;

    ResultsResource(ResultService results) {
        this.results = results;
    }

    @GET
    @Path("{projectId}/results")
    @PermitAll
    @Operation(
            operationId = "listResults",
            summary = "Indicators of a project with what was measured",
            description =
                    "Measured by the staff, or taken from accepted reports. What is unknown is absent, never zero.")
    public Page<IndicatorView> list(@PathParam("projectId") UUID projectId) {
        return Page.of(results.list(projectId));
    }

    @GET
    @Path("{projectId}/results/{indicatorId}")
    @PermitAll
    @Operation(operationId = "getResult", summary = "Read an indicator")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = IndicatorView.class)))
    public Response get(@PathParam("projectId") UUID projectId, @PathParam("indicatorId") UUID indicatorId) {
        return versioned(results.get(projectId, indicatorId));
    }

    @POST
    @Path("{projectId}/results")
    @Idempotent
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Operation(operationId = "addIndicator", summary = "Add an indicator to a project")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = IndicatorView.class)))
    public Response add(@PathParam("projectId") UUID projectId, @NotNull @Valid NewIndicator request) {
        IndicatorView indicator = results.add(projectId, request);
        return Response.created(URI.create("/v1/projects/" + projectId + "/results/" + indicator.id()))
                .entity(indicator)
                .tag(Versions.etag(indicator.version()))
                .build();
    }

    @PATCH
    @Path("{projectId}/results/{indicatorId}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Operation(operationId = "correctIndicator", summary = "Correct an indicator's title, unit, baseline or target")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = IndicatorDetails.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = IndicatorView.class)))
    public Response correct(
            @PathParam("projectId") UUID projectId,
            @PathParam("indicatorId") UUID indicatorId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            JsonNode patch) {
        return versioned(results.correct(projectId, indicatorId, Versions.required(ifMatch), patch));
    }

    @POST
    @Path("{projectId}/results/{indicatorId}:measure")
    @Idempotent
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Operation(
            operationId = "measureIndicator",
            summary = "Record an actual value",
            description = "It stands beside the earlier ones; the latest by its day is the actual value.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = IndicatorView.class)))
    public Response measure(
            @PathParam("projectId") UUID projectId,
            @PathParam("indicatorId") UUID indicatorId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid NewMeasurement request) {
        return versioned(results.measure(projectId, indicatorId, Versions.required(ifMatch), request));
    }

    private static Response versioned(IndicatorView indicator) {
        return Response.ok(indicator).tag(Versions.etag(indicator.version())).build();
    }
}
