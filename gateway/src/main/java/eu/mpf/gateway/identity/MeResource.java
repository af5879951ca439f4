package eu.mpf.gateway.identity;

import eu.mpf.gateway.policy.auth.Caller;
import eu.mpf.gateway.policy.ratelimit.ClientKind;
import eu.mpf.gateway.policy.ratelimit.RateLimiter;
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
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Tells callers who they are to the platform. */
@Path("/v1/me")
@Authenticated
public class MeResource {

    /**
     * How many requests the caller may make; what is left of them stands in the RateLimit headers of every answer.
     *
     * @param policy name of the limit in those headers: {@code token} or {@code key}
     * @param requests in a window
     * @param windowSeconds in which as many requests are given back
     */
    public record Limit(String policy, int requests, long windowSeconds) {}

    /** The caller, as the token says. */
    public record Me(
            String subject,
            @Nullable String name,
            List<String> roles,
            @Nullable String organisation,
            List<String> scopes,
            Instant expiresAt,
            Limit limit) {}

    private final SecurityIdentity identity;
    private final RateLimiter limiter;

    MeResource(SecurityIdentity identity, RateLimiter limiter) {
        this.identity = identity;
        this.limiter = limiter;
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
                caller.expiresAt().truncatedTo(ChronoUnit.MILLIS),
                limit(caller));
        return Response.ok(me).header("Cache-Control", "no-store").build();
    }

    private Limit limit(Caller caller) {
        ClientKind kind = caller.client() == null ? ClientKind.TOKEN : ClientKind.KEY;
        Integer own = caller.rateLimit();
        return new Limit(
                kind.name().toLowerCase(Locale.ROOT),
                own == null ? limiter.limit(kind) : own,
                Math.max(1, limiter.window().toSeconds()));
    }
}
