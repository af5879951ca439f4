package eu.mpf.calls.exchange.api;

import eu.mpf.calls.call.Calls;
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

/** Which file a call came from. */
@Path("/v1/calls")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calls")
@RunOnVirtualThread
public class CallProvenanceResource {

    private final Calls calls;
    private final Provenance provenance;

    CallProvenanceResource(Calls calls, Provenance provenance) {
        this.calls = calls;
        this.provenance = provenance;
    }

    @GET
    @Path("{callId}/provenance")
    @RolesAllowed({Roles.PROGRAMME_OFFICER, Roles.AUDITOR, Roles.ADMINISTRATOR})
    @Operation(
            operationId = "listCallOrigins",
            summary = "List the imports a call came from",
            description = "With file, row, time and who imported it; empty for a call that was entered here.")
    public Page<Origin> list(@PathParam("callId") UUID callId) {
        calls.get(callId);
        return Page.of(provenance.of("call", callId.toString()));
    }
}
