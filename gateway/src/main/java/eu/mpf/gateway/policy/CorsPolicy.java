package eu.mpf.gateway.policy;

import eu.mpf.gateway.Exchange;
import eu.mpf.gateway.problem.GatewayProblem;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import java.util.Set;

/**
 * Lets browser frontends of named origins call the API. An origin is never reflected unless it is on the list, and
 * credentials are never allowed: tokens travel in the Authorization header, not in cookies.
 */
public final class CorsPolicy implements Policy {

    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String REQUEST_HEADERS = "Accept, Accept-Language, Authorization, Content-Type, If-Match,"
            + " If-None-Match, Idempotency-Key, Last-Event-ID, Registration-Token, X-API-Key, X-Request-Id";
    private static final String RESPONSE_HEADERS = "Content-Disposition, Deprecation, ETag, Idempotency-Replayed, Link,"
            + " Location, RateLimit, RateLimit-Policy, Rehearsal-Clock, Retry-After, Sunset, X-Request-Id";

    private final Set<String> origins;
    private final String own;

    /** @param own the platform's own origin, whose portal calls the API too */
    public CorsPolicy(Set<String> origins, String own) {
        this.origins = origins;
        this.own = own;
    }

    @Override
    public void apply(Exchange exchange) {
        String origin = exchange.request().getHeader(HttpHeaders.ORIGIN);
        MultiMap answer = exchange.response().headers();
        if (!origins.isEmpty()) {
            Varying.by(answer, HttpHeaders.ORIGIN);
        }
        if (origin == null) {
            exchange.next();
            return;
        }
        boolean allowed = origins.contains(origin) || origin.equals(own);
        boolean preflight = exchange.request().method().equals(HttpMethod.OPTIONS)
                && exchange.request().headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
        if (allowed) {
            answer.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
            answer.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, RESPONSE_HEADERS);
        }
        if (!preflight) {
            exchange.next();
        } else if (!allowed) {
            exchange.refuse(GatewayProblem.ORIGIN_NOT_ALLOWED, "Frontends of this origin may not call the API.");
        } else {
            answer.set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
            answer.set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS);
            answer.set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "600");
            exchange.response().setStatusCode(204).end();
            exchange.complete();
        }
    }
}
