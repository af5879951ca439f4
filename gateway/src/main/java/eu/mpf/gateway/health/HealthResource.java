package eu.mpf.gateway.health;

import eu.mpf.gateway.GatewayLifecycle;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Live: the process answers. Ready: the routes are loaded and the public port is open. The state of the services
 * and of what the gateway's own resources need stands in the report only, as forwarding goes on without any one of them:
 * then the whole is degraded, and the gateway ready.
 */
@Path("/health")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {

    /** The whole report. */
    public record Report(String status, boolean live, boolean ready, List<PartState> parts) {}

    /** The answer of one probe. */
    public record Probe(String status) {}

    private final GatewayLifecycle gateway;
    private final Parts parts;

    HealthResource(GatewayLifecycle gateway, Parts parts) {
        this.gateway = gateway;
        this.parts = parts;
    }

    @GET
    @Operation(hidden = true)
    public Response report() {
        List<PartState> states = parts.states();
        boolean all = states.stream().allMatch(PartState::answers);
        Report report = new Report(all ? "UP" : "DEGRADED", true, gateway.port() > 0, states);
        return Response.ok(report).header("Cache-Control", "no-store").build();
    }

    @GET
    @Operation(hidden = true)
    @Path("live")
    public Probe live() {
        return new Probe("UP");
    }

    @GET
    @Operation(hidden = true)
    @Path("ready")
    public Response ready() {
        boolean ready = gateway.port() > 0;
        return Response.status(ready ? 200 : 503)
                .entity(new Probe(ready ? "UP" : "DOWN"))
                .build();
    }
}
