package eu.mpf.projects.exchange.api;

import eu.mpf.projects.project.ProjectReader;
import eu.mpf.web.bulk.Origin;
import eu.mpf.web.bulk.Provenance;
import eu.mpf.web.page.Page;
import eu.mpf.web.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which file a project came from. */
@Path("/v1/projects")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Projects")
@RunOnVirtualThread
public class ProvenanceResource {

    private final ProjectReader projects;
    private final Provenance provenance;

    ProvenanceResource(ProjectReader projects, Provenance provenance) {
        this.projects = projects;
        this.provenance = provenance;
    }

    @GET
    @Path("{projectId}/provenance")
    @RolesAllowed({Roles.PROGRAMME_OFFICER, Roles.AUDITOR, Roles.ADMINISTRATOR})
    @Operation(
            operationId = "listProjectOrigins",
            summary = "List the imports a project came from",
            description = "With file, row, time and who imported it; empty for a project that was entered here.")
    public Page<Origin> list(@PathParam("projectId") UUID projectId) {
        projects.get(projectId);
        return Page.of(provenance.of("project", projectId.toString()));
    }
}
