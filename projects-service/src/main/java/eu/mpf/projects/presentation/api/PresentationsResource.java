package eu.mpf.projects.presentation.api;

import eu.mpf.projects.presentation.PresentationService;
import eu.mpf.projects.presentation.PresentationView;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where a project was presented. */
@Path("/v1/projects")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Projects")
@RunOnVirtualThread
public class PresentationsResource {

    private final PresentationService presentations;

    PresentationsResource(PresentationService presentations) {
        this.presentations = presentations;
    }

    @GET
    @Path("{projectId}/presentations")
    @PermitAll
    @Operation(
            operationId = "listPresentations",
            summary = "Where a project was presented",
            description =
                    "Told by the events service. Projects not presented yet: `GET /v1/projects?notPresented=true`.")
    public Page<PresentationView> list(@PathParam("projectId") UUID projectId, @BeanParam PageParams page) {
        return presentations.of(projectId, page);
    }
}
