package eu.mpf.projects.project.api;

import eu.mpf.projects.project.ProjectService;
import eu.mpf.projects.project.ProjectStatus.Move;
import eu.mpf.projects.project.ProjectView;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.security.Roles;
import eu.mpf.web.version.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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

/** The verbs that move a project through its life. A body is optional where no reason is owed. */
@Path("/v1/projects")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Projects")
@RunOnVirtualThread
public class ProjectStatusResource {

    private final ProjectService projects;

    ProjectStatusResource(ProjectService projects) {
        this.projects = projects;
    }

    @POST
    @Path("/{projectId}:contract")
    @Idempotent
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Operation(
            operationId = "contractProject",
            summary = "PLANNED → CONTRACTED",
            description = "Its money becomes public.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProjectView.class)))
    public Response contract(
            @PathParam("projectId") UUID projectId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable @Valid StatusMove request) {
        return move(projectId, ifMatch, Move.CONTRACT, request);
    }

    @POST
    @Path("/{projectId}:start")
    @Idempotent
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Operation(operationId = "startProject", summary = "CONTRACTED → RUNNING")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProjectView.class)))
    public Response start(
            @PathParam("projectId") UUID projectId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable @Valid StatusMove request) {
        return move(projectId, ifMatch, Move.START, request);
    }

    @POST
    @Path("/{projectId}:suspend")
    @Idempotent
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Operation(operationId = "suspendProject", summary = "RUNNING → SUSPENDED, with a reason")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProjectView.class)))
    public Response suspend(
            @PathParam("projectId") UUID projectId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable @Valid StatusMove request) {
        return move(projectId, ifMatch, Move.SUSPEND, request);
    }

    @POST
    @Path("/{projectId}:resume")
    @Idempotent
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Operation(operationId = "resumeProject", summary = "SUSPENDED → RUNNING")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProjectView.class)))
    public Response resume(
            @PathParam("projectId") UUID projectId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable @Valid StatusMove request) {
        return move(projectId, ifMatch, Move.RESUME, request);
    }

    @POST
    @Path("/{projectId}:close")
    @Idempotent
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Operation(operationId = "closeProject", summary = "RUNNING → CLOSED")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProjectView.class)))
    public Response close(
            @PathParam("projectId") UUID projectId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable @Valid StatusMove request) {
        return move(projectId, ifMatch, Move.CLOSE, request);
    }

    @POST
    @Path("/{projectId}:terminate")
    @Idempotent
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Operation(operationId = "terminateProject", summary = "End a project early, with a reason")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProjectView.class)))
    public Response terminate(
            @PathParam("projectId") UUID projectId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable @Valid StatusMove request) {
        return move(projectId, ifMatch, Move.TERMINATE, request);
    }

    private Response move(UUID projectId, @Nullable String ifMatch, Move move, @Nullable StatusMove request) {
        long expected = Versions.required(ifMatch);
        StatusMove how = request == null ? StatusMove.TODAY : request;
        return ProjectsResource.versioned(projects.move(projectId, expected, move, how.effectiveOn(), how.reason()));
    }
}
