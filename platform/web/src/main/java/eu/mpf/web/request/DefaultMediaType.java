package eu.mpf.web.request;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * JSON where nothing is said. Who accepts anything gets JSON, also where the same path offers exports: which else it would
 * be, JAX-RS leaves open. And a request without a body needs no Content-Type, also where it might have had one.
 */
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
        if (request.request().method() == HttpMethod.POST
                && headers.get(HttpHeaders.CONTENT_TYPE) == null
                && headers.get(HttpHeaderNames.TRANSFER_ENCODING) == null
                && isEmpty(headers.get(HttpHeaders.CONTENT_LENGTH))) {
            headers.set(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        }
        request.next();
    }

    private static boolean isEmpty(@Nullable String length) {
        return length == null || length.strip().equals("0");
    }
}
