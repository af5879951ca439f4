package eu.mpf.gateway.identity;

import eu.mpf.gateway.policy.auth.Caller;
import eu.mpf.gateway.policy.auth.TokenChecks;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/**
 * Tells the gateway's own resources who is calling. The inner port checks the token itself rather than believe the
 * public one; the memory of verified tokens is shared, so that this costs a look-up.
 */
@ApplicationScoped
public class TokenMechanism implements HttpAuthenticationMechanism {

    /** Attribute of the security identity that holds the {@link Caller}. */
    public static final String CALLER = "caller";

    private static final String SCHEME = "Bearer ";

    private final TokenChecks tokens;

    TokenMechanism(TokenChecks tokens) {
        this.tokens = tokens;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        String header = context.request().getHeader("Authorization");
        if (header == null) {
            return Uni.createFrom().nullItem();
        }
        String token = header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).trim()
                : "";
        String fingerprint = TokenChecks.fingerprint(token);
        Caller known = tokens.known(fingerprint);
        if (known != null) {
            return Uni.createFrom().item(identity(known));
        }
        return Uni.createFrom()
                .item(() -> check(token, fingerprint))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private SecurityIdentity check(String token, String fingerprint) {
        if (tokens.verify(token, fingerprint, "inner") instanceof TokenChecks.Outcome.Accepted accepted) {
            return identity(accepted.caller());
        }
        throw new AuthenticationFailedException();
    }

    private static SecurityIdentity identity(Caller caller) {
        QuarkusSecurityIdentity.Builder identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(caller.subject()))
                .addRoles(caller.roles())
                .addAttribute(CALLER, caller);
        if (caller.organisation() != null) {
            identity.addAttribute("organisation", caller.organisation());
        }
        if (caller.name() != null) {
            identity.addAttribute("name", caller.name());
        }
        return identity.build();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }
}
