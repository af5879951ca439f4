package eu.mpf.web.request;

import eu.mpf.web.problem.CommonProblem;
import eu.mpf.web.problem.FieldError;
import eu.mpf.web.problem.HttpProblems;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.problem.Violations;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.Objects;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

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
    public @Nullable Uni<Void> checkToken(HttpHeaders headers) {
        // Null goes on at once; a Uni, even one that is done, has the request suspended and resumed.
        return headers.getHeaderString(HttpHeaders.AUTHORIZATION) == null
                ? null
                : identities.getDeferredIdentity().replaceWithVoid();
    }

    /** A misspelt filter must not look like one that matches everything. */
    @ServerRequestFilter(priority = Priorities.USER)
    public void checkParameters(ResourceInfo resource, UriInfo uri) {
        var method = resource.getResourceMethod();
        if (method == null || uri.getQueryParameters().isEmpty() || method.isAnnotationPresent(AnyParameters.class)) {
            return;
        }
        var known = parameters.of(method);
        var unknown = uri.getQueryParameters().keySet().stream()
                .filter(name -> !known.containsKey(name))
                .sorted()
                .map(name -> new FieldError("?" + name, "unknown", "is not a parameter of this operation"))
                .toList();
        if (!unknown.isEmpty()) {
            throw new ProblemException(
                    CommonProblem.UNKNOWN_PARAMETER,
                    unknown.getFirst().pointer().substring(1) + " is not a parameter of this operation.",
                    unknown);
        }
        var faults = new Violations();
        uri.getQueryParameters().forEach((name, values) -> {
            for (var value : values) {
                var fault = ParameterTypes.fault(Objects.requireNonNull(known.get(name)), value);
                faults.check(fault == null, "?" + name, "invalid", String.valueOf(fault));
            }
        });
        faults.throwIfAny();
    }

    /** Where one path has methods for several media types, an unoffered one would get the first of them. */
    @ServerRequestFilter(priority = Priorities.USER)
    public void checkAccept(ResourceInfo resource, HttpHeaders headers) {
        var method = resource.getResourceMethod();
        if (method == null || headers.getHeaderString(HttpHeaders.ACCEPT) == null) {
            return;
        }
        var produces = method.getAnnotation(Produces.class) != null
                ? method.getAnnotation(Produces.class)
                : method.getDeclaringClass().getAnnotation(Produces.class);
        if (produces != null && !isOffered(headers, produces.value())) {
            throw HttpProblems.of(406);
        }
    }

    private static boolean isOffered(HttpHeaders headers, String[] offered) {
        // The usual case first: one type is asked for, and in just these letters.
        var asked = headers.getHeaderString(HttpHeaders.ACCEPT);
        return Arrays.asList(offered).contains(asked)
                || Arrays.stream(offered)
                        .map(MediaType::valueOf)
                        .anyMatch(type -> headers.getAcceptableMediaTypes().stream()
                                .anyMatch(accepted -> accepted.isCompatible(type)));
    }
}
