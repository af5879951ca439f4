package eu.mpf.web.request;

import eu.mpf.web.problem.Problems;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses a body that is announced too large before a byte of it is read; Quarkus would do so without a document. */
@ApplicationScoped
class BodyLimit {
    private static final int AFTER_HEADERS = 998_000;

    private final long limit;
    private final Problems problems;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit, Problems problems) {
        this.limit = limit.asLongValue();
        this.problems = problems;
    }

    void install(@Observes Filters filters) {
        filters.register(this::check, AFTER_HEADERS);
    }

    private void check(RoutingContext request) {
        var announced = request.request().getHeader("Content-Length");
        if (announced != null && announced.length() < 19 && Long.parseLong(announced) > limit) {
            request.response().putHeader("Connection", "close");
            // What the client goes on sending is not waited for.
            request.response().endHandler(_ -> request.request().connection().close());
            problems.end(request, 413);
        } else {
            request.next();
        }
    }
}
