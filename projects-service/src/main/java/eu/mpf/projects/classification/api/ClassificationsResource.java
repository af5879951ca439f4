package eu.mpf.projects.classification.api;

import eu.mpf.projects.classification.ClassificationService;
import eu.mpf.projects.classification.ClassificationView;
import eu.mpf.projects.classification.Classifications;
import eu.mpf.projects.classification.NewClassification;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
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

/** How a project works in partnership, in the facility's view and in the grantee's own. */
@Path("/v1/projects")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Typology")
@RunOnVirtualThread
public class ClassificationsResource {

    private final ClassificationService classifications;

    ClassificationsResource(ClassificationService classifications) {
        this.classifications = classifications;
    }

    @GET
    @Path("{projectId}/classifications")
    @PermitAll
    @Operation(
            operationId = "listClassifications",
            summary = "List how a project is classified",
            description = "All views ever taken, the latest first, and how far the two views of today agree.")
    public Classifications list(@PathParam("projectId") UUID projectId) {
        return classifications.list(projectId);
    }

    @POST
    @Path("{projectId}/classifications")
    @Idempotent
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Operation(
            operationId = "classifyProject",
            summary = "Classify a project",
            description =
                    "For one published version of the typology, with one or several means. Positions of exercises come by themselves.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ClassificationView.class)))
    public Response classify(@PathParam("projectId") UUID projectId, @NotNull @Valid NewClassification request) {
        ClassificationView created = classifications.classify(projectId, request);
        return Response.created(URI.create("/v1/projects/" + projectId + "/classifications"))
                .entity(created)
                .build();
    }
}
