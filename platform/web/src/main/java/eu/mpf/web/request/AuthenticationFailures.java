package eu.mpf.web.request;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import io.quarkus.runtime.RuntimeValue;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Hands failed authentication to the problem documents by Quarkus' own handler, but without what it does beside: for metrics of
 * failures before JAX-RS it matches the path of every request against all resources, with a matcher made anew each time, which
 * was a third of what a request allocated. Here a token is looked at in JAX-RS only, where the path is matched already.
 */
@ApplicationScoped
class AuthenticationFailures {
    /** Where Quarkus puts the handler that would look up paths, which finds nothing to do behind this one. */
    private static final int ORDER = -199;

    /** Observers of the router come before the handlers that Quarkus adds with the same order. */
    void install(@Observes Router router) {
        router.route()
                .order(ORDER)
                .handler(new ResteasyReactiveRecorder().defaultAuthFailureHandler(new RuntimeValue<>(), false));
    }
}
