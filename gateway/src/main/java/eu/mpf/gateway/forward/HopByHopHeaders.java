package eu.mpf.gateway.forward;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Copies the headers that go end to end, and only those (RFC 9110, 7.6.1): not the fixed hop-by-hop ones, not those a
 * Connection header nominates, and not those the gateway itself speaks for (G2, G3). The gateway's own headers are set
 * after the copy, so that a client cannot nominate them away.
 */
public final class HopByHopHeaders {

    private static final HeaderNames NOT_TO_SERVICE = new HeaderNames(
            "Connection",
            "Keep-Alive",
            "Proxy-Connection",
            "Proxy-Authenticate",
            "Proxy-Authorization",
            "TE",
            "Trailer",
            "Transfer-Encoding",
            "Upgrade",
            "HTTP2-Settings",
            "Content-Length",
            "Expect",
            "Host",
            "X-Request-Id",
            "Forwarded",
            "X-Real-IP",
            "X-Original-URL",
            "X-Rewrite-URL",
            "X-HTTP-Method-Override",
            "X-API-Key",
            "X-Remote-User",
            "X-Authenticated-User",
            "traceparent",
            "tracestate",
            "baggage");

    private static final HeaderNames NOT_TO_CLIENT = new HeaderNames(
            "Connection",
            "Keep-Alive",
            "Proxy-Connection",
            "Proxy-Authenticate",
            "Proxy-Authentication-Info",
            "TE",
            "Trailer",
            "Transfer-Encoding",
            "Upgrade",
            "Server",
            "X-Powered-By",
            "X-Request-Id",
            "Access-Control-Allow-Origin",
            "Access-Control-Allow-Credentials",
            "Access-Control-Allow-Methods",
            "Access-Control-Allow-Headers",
            "Access-Control-Expose-Headers",
            "Access-Control-Max-Age");

    private HopByHopHeaders() {}

    static void copyToService(MultiMap from, MultiMap to) {
        List<String> nominated = nominated(from);
        for (Map.Entry<String, String> header : from) {
            String name = header.getKey();
            if (!NOT_TO_SERVICE.contains(name) && !isInternal(name) && !isNominated(nominated, name)) {
                to.add(name, header.getValue());
            }
        }
    }

    static void copyToClient(MultiMap from, MultiMap to) {
        List<String> nominated = nominated(from);
        for (Map.Entry<String, String> header : from) {
            String name = header.getKey();
            if (!NOT_TO_CLIENT.contains(name) && !isNominated(nominated, name)) {
                to.add(name, header.getValue());
            }
        }
    }

    /**
     * Undoes {@link #copyToClient}, for an answer the gateway gives in place of one that broke off. What both of them say
     * the answer depends on may stay: it then depends on more than it need.
     */
    public static void takeBack(MultiMap from, MultiMap to) {
        for (String name : from.names()) {
            if (!NOT_TO_CLIENT.contains(name) && !name.equalsIgnoreCase("Vary")) {
                to.remove(name);
            }
        }
        to.remove(HttpHeaders.CONTENT_ENCODING);
    }

    /** Headers by which only the gateway may speak to a service. */
    private static boolean isInternal(String name) {
        return name.length() > 6
                && (name.regionMatches(true, 0, "X-MPF-", 0, 6) || name.regionMatches(true, 0, "X-Forwarded-", 0, 12));
    }

    private static List<String> nominated(MultiMap headers) {
        List<String> values = headers.getAll(HttpHeaders.CONNECTION);
        if (values.isEmpty()) {
            return List.of();
        }
        List<String> names = new ArrayList<>(4);
        for (String value : values) {
            if (!value.equalsIgnoreCase("keep-alive") && !value.equalsIgnoreCase("close")) {
                for (String name : value.split(",", -1)) {
                    names.add(name.trim());
                }
            }
        }
        return names;
    }

    private static boolean isNominated(List<String> nominated, String name) {
        for (String candidate : nominated) {
            if (candidate.equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }
}
