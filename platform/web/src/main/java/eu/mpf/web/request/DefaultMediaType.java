package eu.mpf.web.request;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;

/** Who accepts anything gets JSON, also where the same path offers exports: which else it would be, JAX-RS leaves open. */
@ApplicationScoped
class DefaultMediaType {
    private static final int AFTER_BODY_LIMIT = 997_000;

    void install(@Observes Filters filters) {
        filters.register(DefaultMediaType::prefer, AFTER_BODY_LIMIT);
    }

    private static void prefer(RoutingContext request) {
        var headers = request.request().headers();
        var accept = headers.get(HttpHeaders.ACCEPT);
        if (request.request().path().startsWith("/v")
                && (accept == null || accept.strip().equals("*/*"))) {
            headers.set(HttpHeaders.ACCEPT, "application/json, */*;q=0.1");
        }
        request.next();
    }
}
