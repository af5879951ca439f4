package eu.mpf.web.request;

import eu.mpf.web.WebConfig;
import eu.mpf.web.problem.Problems;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * Answers 503 at once where a request would only wait: with more at work than connections can serve in time, all of them
 * would wait until they are given up, and nobody would be served. What cannot come again later, such as handing in before
 * a deadline, is spared; so are streams, which hold no connection while they last.
 */
@ApplicationScoped
class Overload {
    private static final int AFTER_MEDIA_TYPE = 996_000;

    private final int atOnce;
    private final Pattern spared;
    private final Problems problems;
    private final AtomicInteger inside = new AtomicInteger();

    @Inject
    Overload(WebConfig config, Problems problems) {
        this(config.overload().atOnce(), config.overload().spared(), problems);
    }

    Overload(int atOnce, String spared, Problems problems) {
        this.atOnce = atOnce;
        this.spared = Pattern.compile(spared);
        this.problems = problems;
    }

    void install(@Observes Filters filters) {
        filters.register(this::admit, AFTER_MEDIA_TYPE);
    }

    void admit(RoutingContext request) {
        if (isSpared(request)) {
            request.next();
        } else if (inside.incrementAndGet() > atOnce) {
            inside.decrementAndGet();
            // Its body is read and dropped, so that the connection can carry the repetition.
            request.response().endHandler(_ -> request.request().resume());
            problems.end(request, 503);
        } else {
            request.addEndHandler(_ -> inside.decrementAndGet());
            request.next();
        }
    }

    private boolean isSpared(RoutingContext request) {
        var path = request.request().path();
        var accept = request.request().getHeader(HttpHeaders.ACCEPT);
        return !path.startsWith("/v1/")
                || spared.matcher(path).matches()
                || (accept != null && accept.contains("text/event-stream"));
    }
}
