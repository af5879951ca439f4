package eu.mpf.gateway.policy;

import eu.mpf.gateway.Exchange;
import eu.mpf.gateway.route.Route;
import eu.mpf.gateway.route.RouteTable;
import eu.mpf.web.problem.CommonProblem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import java.util.stream.Collectors;

/** Finds the route; nothing outside the table is ever forwarded. */
public final class RoutePolicy implements Policy {

    private final RouteTable routes;

    public RoutePolicy(RouteTable routes) {
        this.routes = routes;
    }

    @Override
    public void apply(Exchange exchange) {
        Route route = routes.match(exchange.path());
        HttpMethod method = exchange.request().method();
        if (route == null) {
            exchange.refuse(CommonProblem.NOT_FOUND, "No service answers at this path.");
        } else if (!route.allows(method) && !method.equals(HttpMethod.OPTIONS)) {
            exchange.response()
                    .headers()
                    .set(
                            HttpHeaders.ALLOW,
                            route.methods().stream()
                                    .map(HttpMethod::name)
                                    .sorted()
                                    .collect(Collectors.joining(", ")));
            exchange.refuse(CommonProblem.METHOD_NOT_ALLOWED, "The Allow header names the methods that are served.");
        } else {
            exchange.route(route);
            exchange.next();
        }
    }
}
