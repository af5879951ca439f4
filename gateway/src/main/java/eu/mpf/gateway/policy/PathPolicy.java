package eu.mpf.gateway.policy;

import eu.mpf.gateway.Exchange;
import eu.mpf.gateway.problem.GatewayProblem;
import eu.mpf.gateway.route.RequestPath;
import io.vertx.core.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** Brings the path into its one form; what is matched is what is forwarded (G13). */
public final class PathPolicy implements Policy {

    @Override
    public void apply(Exchange exchange) {
        String uri = originForm(exchange);
        int mark = uri == null ? -1 : uri.indexOf('?');
        String query = uri == null || mark < 0 ? null : uri.substring(mark + 1);
        String path = uri == null ? null : RequestPath.normalise(mark < 0 ? uri : uri.substring(0, mark));
        if (path == null || query != null && !isPlain(query)) {
            exchange.refuse(
                    GatewayProblem.INVALID_PATH,
                    "A path has no empty, dot or parameterised segments, no trailing slash, no encoded slashes and no"
                            + " control characters.");
        } else {
            exchange.target(path, query);
            exchange.next();
        }
    }

    /** The absolute form (RFC 9112, 3.2.2) is understood if it names the same host as the Host header. */
    private static @Nullable String originForm(Exchange exchange) {
        String uri = exchange.request().uri();
        String prefix = "http://" + exchange.request().getHeader(HttpHeaders.HOST);
        if (!uri.startsWith(prefix)) {
            return uri;
        }
        String rest = uri.substring(prefix.length());
        return rest.isEmpty() ? "/" : rest;
    }

    private static boolean isPlain(String query) {
        for (int i = 0; i < query.length(); i++) {
            char c = query.charAt(i);
            if (c <= ' ' || c >= 0x7f || c == '#') {
                return false;
            }
        }
        return true;
    }
}
