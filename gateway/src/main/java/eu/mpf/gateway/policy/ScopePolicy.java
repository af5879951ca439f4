package eu.mpf.gateway.policy;

import eu.mpf.gateway.Exchange;
import eu.mpf.gateway.policy.auth.Caller;
import eu.mpf.gateway.problem.GatewayProblem;
import eu.mpf.gateway.route.Route;
import io.vertx.core.http.HttpMethod;
import java.util.Objects;

/** Refuses what the scopes of the caller's credential do not cover, before anything is forwarded (RFC 6750, 3.1). */
public final class ScopePolicy implements Policy {

    @Override
    public void apply(Exchange exchange) {
        Caller caller = exchange.caller();
        Route route = Objects.requireNonNull(exchange.route());
        if (caller.isAnonymous() || route.area().isEmpty()) {
            exchange.next();
            return;
        }
        HttpMethod method = exchange.request().method();
        boolean write = !method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD);
        if (caller.covers(route.area(), write)) {
            exchange.next();
        } else {
            String needed = route.area() + (write ? ":write" : ":read");
            exchange.response()
                    .headers()
                    .set("WWW-Authenticate", "Bearer error=\"insufficient_scope\", scope=\"" + needed + '"');
            exchange.refuse(GatewayProblem.INSUFFICIENT_SCOPE, "The credential lacks the scope " + needed + ".");
        }
    }
}
