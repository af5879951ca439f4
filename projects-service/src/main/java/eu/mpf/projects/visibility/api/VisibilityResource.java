package eu.mpf.projects.visibility.api;

import eu.mpf.projects.visibility.Finding;
import eu.mpf.projects.visibility.VisibilityItem;
import eu.mpf.projects.visibility.VisibilityService;
import eu.mpf.web.link.CheckedLinks;
import eu.mpf.web.link.LinkChecker;
import eu.mpf.web.page.Page;
import eu.mpf.web.security.Roles;
import eu.mpf.web.version.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
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

/** Does a project show who pays for it? */
@Path("/v1/projects")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Visibility", description = "The visibility check-list: its items are the code list `visibility-items`.")
@RunOnVirtualThread
public class VisibilityResource {

    private final VisibilityService visibility;
    private final LinkChecker links;

    VisibilityResource(VisibilityService visibility, LinkChecker links) {
        this.visibility = visibility;
        this.links = links;
    }

    @GET
    @Path("{projectId}/visibility")
    @PermitAll
    @Operation(
            operationId = "listVisibilityItems",
            summary = "The visibility check-list of a project",
            description =
                    "Every item, looked at or not. Who looked is for staff, what was noted for staff and the lead.")
    public Page<VisibilityItem> list(@PathParam("projectId") UUID projectId) {
        return Page.of(visibility.list(projectId));
    }

    @GET
    @Path("{projectId}/visibility/{item}")
    @PermitAll
    @Operation(operationId = "getVisibilityItem", summary = "Read one item of the check-list")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = VisibilityItem.class)))
    public Response get(@PathParam("projectId") UUID projectId, @PathParam("item") String item) {
        return versioned(visibility.get(projectId, item));
    }

    @PUT
    @Path("{projectId}/visibility/{item}")
    @RolesAllowed(Roles.PROGRAMME_OFFICER)
    @Operation(
            operationId = "checkVisibilityItem",
            summary = "Record what was found on an item",
            description =
                    "What is met needs evidence, at an address that answers; what is not, or does not apply, a note. If-Match is \"0\" for an item nobody looked at yet.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = VisibilityItem.class)))
    public Response find(
            @PathParam("projectId") UUID projectId,
            @PathParam("item") String item,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Finding request) {
        long expected = Versions.required(ifMatch);
        CheckedLinks evidence = links.check(request.evidence());
        return versioned(visibility.find(projectId, item, expected, request, evidence));
    }

    private static Response versioned(VisibilityItem item) {
        return Response.ok(item).tag(Versions.etag(item.version())).build();
    }
}
