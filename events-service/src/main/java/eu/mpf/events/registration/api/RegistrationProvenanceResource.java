package eu.mpf.events.registration.api;

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

/** Which file a registration came from: whoever was registered by others may ask where their data came from. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Registrations")
@RunOnVirtualThread
public class RegistrationProvenanceResource {
    private final RegistrationReader registrations;
    private final Provenance provenance;

    RegistrationProvenanceResource(RegistrationReader registrations, Provenance provenance) {
        this.registrations = registrations;
        this.provenance = provenance;
    }

    @GET
    @Path("registrations/{registrationId}/provenance")
    @RolesAllowed({Roles.EVENT_MANAGER, Roles.DATA_PROTECTION_OFFICER, Roles.AUDITOR, Roles.ADMINISTRATOR})
    @Operation(
            operationId = "listRegistrationOrigins",
            summary = "List the imports a registration came from",
            description = "With file, row, time and who imported it; empty for somebody who registered here.")
    public Page<Origin> list(@PathParam("registrationId") UUID registrationId) {
        registrations.requireKnown(registrationId);
        return Page.of(provenance.of("registration", registrationId));
    }
}
