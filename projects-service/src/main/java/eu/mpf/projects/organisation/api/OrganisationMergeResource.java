package eu.mpf.projects.organisation.api;

import eu.mpf.projects.organisation.OrganisationService;
import eu.mpf.projects.organisation.OrganisationView;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.security.Roles;
import eu.mpf.web.version.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Two records of one body become one. */
@Path("/v1/organisations:merge")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organisations")
@RunOnVirtualThread
public class OrganisationMergeResource {

    private final OrganisationService organisations;

    OrganisationMergeResource(OrganisationService organisations) {
        this.organisations = organisations;
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.PROGRAMME_OFFICER, Roles.ADMINISTRATOR})
    @Operation(
            operationId = "mergeOrganisations",
            summary = "Merge two records of the same body",
            description =
                    "The survivor takes over identifiers and names; the duplicate stays readable and points to it.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OrganisationView.class)))
    public Response merge(@NotNull @Valid Merger request) {
        OrganisationView survivor = organisations.merge(request.duplicate(), request.survivor(), request.reason());
        return Response.ok(survivor).tag(Versions.etag(survivor.version())).build();
    }
}
