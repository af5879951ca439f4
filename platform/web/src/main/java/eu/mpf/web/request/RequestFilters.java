package eu.mpf.web.request;

import eu.mpf.web.problem.CommonProblem;
import eu.mpf.web.problem.FieldError;
import eu.mpf.web.problem.ProblemException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** What is checked of every request before its method runs. */
public class RequestFilters {
    private final CurrentIdentityAssociation identities;
    private final KnownParameters parameters;

    RequestFilters(CurrentIdentityAssociation identities, KnownParameters parameters) {
        this.identities = identities;
        this.parameters = parameters;
    }

    /** A token that is sent must be good, also where none is needed: nobody is quietly taken for a stranger. */
    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    public Uni<Void> checkToken(HttpHeaders headers) {
        return headers.getHeaderString(HttpHeaders.AUTHORIZATION) == null
                ? Uni.createFrom().voidItem()
                : identities.getDeferredIdentity().replaceWithVoid();
    }

    /** A misspelt filter must not look like one that matches everything. */
    @ServerRequestFilter(priority = Priorities.USER)
    public void refuseUnknownParameters(ResourceInfo resource, UriInfo uri) {
        var method = resource.getResourceMethod();
        if (method == null || uri.getQueryParameters().isEmpty()) {
            return;
        }
        var known = parameters.of(method);
        var errors = uri.getQueryParameters().keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .map(name -> new FieldError("?" + name, "unknown", "is not a parameter of this operation"))
                .toList();
        if (!errors.isEmpty()) {
            throw new ProblemException(
                    CommonProblem.UNKNOWN_PARAMETER,
                    errors.getFirst().pointer().substring(1) + " is not a parameter of this operation.",
                    errors);
        }
    }
}
