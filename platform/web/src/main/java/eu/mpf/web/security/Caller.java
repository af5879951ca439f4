package eu.mpf.web.security;

import eu.mpf.web.problem.CommonProblem;
import eu.mpf.web.problem.ProblemException;
import io.quarkus.arc.Arc;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Who makes the current request, by the token alone. Outside a request (listeners, jobs) the caller is the system
 * itself: subject {@code system}, no roles, no organisation.
 */
@ApplicationScoped
public class Caller {
    private static final String ANONYMOUS = "anonymous";
    private static final String SYSTEM = "system";

    private final CurrentIdentityAssociation identities;
    private final CurrentVertxRequest request;

    Caller(CurrentIdentityAssociation identities, CurrentVertxRequest request) {
        this.identities = identities;
        this.request = request;
    }

    public String subject() {
        var identity = identity();
        if (identity == null) {
            return SYSTEM;
        }
        return identity.isAnonymous() ? ANONYMOUS : identity.getPrincipal().getName();
    }

    public Set<String> roles() {
        var identity = identity();
        return identity == null ? Set.of() : identity.getRoles();
    }

    public boolean hasRole(String role) {
        return roles().contains(role);
    }

    /** Whether the caller has one of these roles. */
    public boolean hasAnyRole(String... roles) {
        for (var role : roles) {
            if (hasRole(role)) {
                return true;
            }
        }
        return false;
    }

    /** The code of the organisation the token names; empty for staff. */
    public Optional<String> organisation() {
        return claim("organisation");
    }

    /** @throws ProblemException 403 if the token names no organisation */
    public String requireOrganisation() {
        return organisation()
                .orElseThrow(() -> new ProblemException(
                        CommonProblem.FORBIDDEN,
                        "Your token names no organisation on whose behalf you could do this."));
    }

    /** The caller's name, if the token tells it. Personal data: not for logs or events. */
    public Optional<String> name() {
        return claim("name");
    }

    /** The caller's address, if the token tells it. Personal data: not for logs or events. */
    public Optional<String> email() {
        return claim("email");
    }

    public boolean isAnonymous() {
        var identity = identity();
        return identity != null && identity.isAnonymous();
    }

    private Optional<String> claim(String name) {
        var identity = identity();
        if (identity == null) {
            return Optional.empty();
        }
        Object value = identity.getPrincipal() instanceof JsonWebToken token
                ? token.getClaim(name)
                : identity.getAttribute(name);
        return Optional.ofNullable(value).map(String::valueOf).filter(text -> !text.isBlank());
    }

    private @Nullable SecurityIdentity identity() {
        if (!Arc.container().requestContext().isActive() || request.getCurrent() == null) {
            return null;
        }
        return identities.getIdentity();
    }
}
