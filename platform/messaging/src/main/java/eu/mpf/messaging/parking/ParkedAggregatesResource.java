package eu.mpf.messaging.parking;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** For administrators: aggregates whose events wait because Kafka refuses one, per service ({@code projects}, …). */
@Path("/v1/admin/parked-aggregates")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("administrator")
public class ParkedAggregatesResource {

    private final Parking parking;
    private final String service;

    ParkedAggregatesResource(
            Parking parking, @ConfigProperty(name = "quarkus.application.name") String applicationName) {
        this.parking = parking;
        this.service = applicationName.replaceFirst("-service$", "");
    }

    @GET
    @Path("{service}")
    @RolesAllowed("administrator")
    public ParkedAggregates list(@PathParam("service") String asked) {
        requireOurs(asked);
        return new ParkedAggregates(parking.list());
    }

    /** Sends the refused event once more. */
    @POST
    @Path("{service}/{id: [0-9a-f-]+}:retry")
    @RolesAllowed("administrator")
    @APIResponse(responseCode = "204", description = "The aggregate goes on")
    public void retry(@PathParam("service") String asked, @PathParam("id") UUID id, @Context SecurityContext caller) {
        release(asked, id, Parking.Action.RETRY, caller);
    }

    /** Drops the refused event and goes on with the aggregate's next one. */
    @POST
    @Path("{service}/{id: [0-9a-f-]+}:discard")
    @RolesAllowed("administrator")
    @APIResponse(responseCode = "204", description = "The aggregate goes on")
    public void discard(@PathParam("service") String asked, @PathParam("id") UUID id, @Context SecurityContext caller) {
        release(asked, id, Parking.Action.DISCARD, caller);
    }

    private void release(String asked, UUID id, Parking.Action action, SecurityContext caller) {
        requireOurs(asked);
        if (!parking.release(id, action, caller.getUserPrincipal().getName())) {
            throw new NotFoundException("no parked aggregate " + id);
        }
    }

    private void requireOurs(String asked) {
        if (!service.equals(asked)) {
            throw new NotFoundException("not this service: " + asked);
        }
    }
}
