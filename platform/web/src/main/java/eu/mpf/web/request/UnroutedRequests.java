package eu.mpf.web.request;

import eu.mpf.web.problem.Problems;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Gives a problem document also to requests that fail before or beside JAX-RS: no route, too large, cannot be decoded. */
@ApplicationScoped
class UnroutedRequests {
    private static final int[] STATUSES = {400, 404, 405, 406, 413, 414, 415, 431, 500, 503};

    private final Problems problems;

    UnroutedRequests(Problems problems) {
        this.problems = problems;
    }

    void install(@Observes Router router) {
        for (var status : STATUSES) {
            router.errorHandler(status, request -> problems.end(request, status));
        }
    }
}
