package eu.mpf.projects.project.api;

import eu.mpf.projects.project.Change;
import eu.mpf.projects.project.ProjectHistory;
import eu.mpf.projects.project.ProjectVersionView;
import eu.mpf.projects.project.ProjectView;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A project through time. */
@Path("/v1/projects")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Projects")
@RunOnVirtualThread
public class ProjectHistoryResource {

    private final ProjectHistory history;

    ProjectHistoryResource(ProjectHistory history) {
        this.history = history;
    }

    @GET
    @Path("{projectId}/versions")
    @PermitAll
    @Operation(
            operationId = "listProjectVersions",
            summary = "List the versions of a project",
            description = "The latest first; each with the days on which it was true, and the project as it stood.")
    public Page<ProjectVersionView> versions(
            @PathParam("projectId") UUID projectId,
            @QueryParam("change") @Parameter(description = "STATUS for the moves alone, with reason and date.")
                    List<Change.Kind> change,
            @BeanParam PageParams page) {
        return history.versions(projectId, change, page);
    }

    @GET
    @Path("{projectId}/versions/{version}")
    @PermitAll
    @Operation(operationId = "getProjectVersion", summary = "Read an earlier version of a project")
    public ProjectVersionView version(
            @PathParam("projectId") UUID projectId,
            @PathParam("version") long version,
            @QueryParam("compareWith")
                    @Parameter(description = "Another version: the answer then says where the two differ.")
                    @Nullable
                    Long compareWith) {
        return compareWith == null
                ? history.version(projectId, version)
                : history.compared(projectId, version, compareWith);
    }

    @GET
    @Path("{projectId}/succession")
    @PermitAll
    @Operation(
            operationId = "getProjectSuccession",
            summary = "The chain of phases a project belongs to",
            description = "The first phase first; made of the predecessors that projects name.")
    public Page<ProjectView> succession(@PathParam("projectId") UUID projectId) {
        return Page.of(history.succession(projectId));
    }
}
