package eu.mpf.web.security;

import eu.mpf.web.problem.CommonProblem;
import eu.mpf.web.problem.ProblemException;
import io.quarkus.arc.Arc;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/**
 * Who makes the current request, by the token alone. Outside a request (listeners, jobs) the caller is the system
 * itself: subject {@code system}, no roles, no organisation. A token comes in {@code Authorization} and nowhere else, so
 * who sends no such header is a stranger, and nobody need be asked.
 */
@ApplicationScoped
public class Caller {
    private final CurrentIdentityAssociation identities;
    private final CurrentVertxRequest request;

    Caller(CurrentIdentityAssociation identities, CurrentVertxRequest request) {
        this.identities = identities;
        this.request = request;
    }

    public String subject() {
        return bearer().subject();
    }

    public Set<String> roles() {
        return bearer().roles();
    }

    public boolean hasRole(String role) {
        return roles().contains(role);
    }

    /** Whether the caller has one of these roles. */
    public boolean hasAnyRole(String... roles) {
        Set<String> held = roles();
        for (String role : roles) {
            if (held.contains(role)) {
                return true;
            }
        }
        return false;
    }

    /** The code of the organisation the token names; empty for staff. */
    public Optional<String> organisation() {
        return bearer().claim("organisation");
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
        return bearer().claim("name");
    }

    /** The caller's address, if the token tells it. Personal data: not for logs or events. */
    public Optional<String> email() {
        return bearer().claim("email");
    }

    public boolean isAnonymous() {
        return bearer().isAnonymous();
    }

    private Bearer bearer() {
        var current = Arc.container().requestContext().isActive() ? request.getCurrent() : null;
        if (current == null) {
            return Bearer.SYSTEM;
        }
        return current.request().headers().contains(HttpHeaders.AUTHORIZATION)
                ? new Bearer(identities.getIdentity())
                : Bearer.STRANGER;
    }
}
