package eu.mpf.projects.exchange.api;

import eu.mpf.projects.organisation.OrganisationReader;
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

/** Which file an organisation came from. */
@Path("/v1/organisations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organisations")
@RunOnVirtualThread
public class OrganisationProvenanceResource {

    private final OrganisationReader organisations;
    private final Provenance provenance;

    OrganisationProvenanceResource(OrganisationReader organisations, Provenance provenance) {
        this.organisations = organisations;
        this.provenance = provenance;
    }

    @GET
    @Path("{organisationId}/provenance")
    @RolesAllowed({Roles.PROGRAMME_OFFICER, Roles.AUDITOR, Roles.ADMINISTRATOR})
    @Operation(
            operationId = "listOrganisationOrigins",
            summary = "List the imports an organisation came from",
            description = "With file, row, time and who imported it; empty for one that was entered here.")
    public Page<Origin> list(@PathParam("organisationId") UUID organisationId) {
        organisations.get(organisationId);
        return Page.of(provenance.of("organisation", organisationId));
    }
}
