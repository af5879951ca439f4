package eu.mpf.web.request;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.TreeSet;

/** Headers every answer carries unless its method sets them otherwise. */
@ApplicationScoped
class ProtectiveHeaders {
    private static final int AFTER_REQUEST_ID = 999_000;

    void install(@Observes Filters filters) {
        filters.register(ProtectiveHeaders::add, AFTER_REQUEST_ID);
    }

    private static void add(RoutingContext request) {
        var known = request.request().headers().contains(HttpHeaders.AUTHORIZATION);
        // At the end: a header that was there before would stand beside the method's own, and browsers obey both.
        request.addHeadersEndHandler(end -> {
            var headers = request.response().headers();
            setIfAbsent(headers, "X-Content-Type-Options", "nosniff");
            setIfAbsent(headers, "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
            setIfAbsent(headers, "Referrer-Policy", "no-referrer");
            // Kept copies are asked for again by ETag; what depends on the caller is kept by nobody else.
            setIfAbsent(headers, HttpHeaders.CACHE_CONTROL, known ? "private, no-cache" : "no-cache");
            nameOnce(headers, HttpHeaders.VARY);
        });
        request.next();
    }

    private static void setIfAbsent(MultiMap headers, String name, String value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
        }
    }

    /** Resources, filters and the framework each say what they looked at in the request: told in one line, each once. */
    private static void nameOnce(MultiMap headers, String list) {
        var lines = headers.getAll(list);
        if (lines.size() > 1) {
            var names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
            lines.forEach(line ->
                    Arrays.stream(line.split(",", -1)).map(String::strip).forEach(names::add));
            headers.set(list, String.join(", ", names));
        }
    }
}
