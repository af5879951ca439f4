package eu.mpf.gateway.identity;

import eu.mpf.gateway.policy.auth.Caller;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Tells callers who they are to the platform. */
@Path("/v1/me")
@Authenticated
public class MeResource {

    /** The caller, as the token says. */
    public record Me(
            String subject,
            @Nullable String name,
            List<String> roles,
            @Nullable String organisation,
            List<String> scopes,
            Instant expiresAt) {}

    private final SecurityIdentity identity;

    MeResource(SecurityIdentity identity) {
        this.identity = identity;
    }

    @GET
    @Authenticated
    @Operation(hidden = true)
    @Produces(MediaType.APPLICATION_JSON)
    public Response me() {
        Caller caller = identity.getAttribute(TokenMechanism.CALLER);
        Me me = new Me(
                caller.subject(),
                caller.name(),
                caller.roles().stream().sorted().toList(),
                caller.organisation(),
                caller.scopes(),
                caller.expiresAt().truncatedTo(ChronoUnit.MILLIS));
        return Response.ok(me).header("Cache-Control", "no-store").build();
    }
}
