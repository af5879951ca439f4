package eu.mpf.web.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.web.problem.HttpProblems;
import eu.mpf.web.problem.Problem;
import eu.mpf.web.problem.Problems;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Gives a problem document also to requests that fail before or beside JAX-RS: no route, too large, cannot be decoded. */
@ApplicationScoped
class UnroutedRequests {
    private static final int[] STATUSES = {400, 404, 405, 406, 413, 414, 415, 431, 500, 503};

    private final Problems problems;
    private final ObjectMapper json;

    UnroutedRequests(Problems problems, ObjectMapper json) {
        this.problems = problems;
        this.json = json;
    }

    void install(@Observes Router router) {
        for (var status : STATUSES) {
            router.errorHandler(status, request -> answer(request, status));
        }
    }

    private void answer(RoutingContext request, int status) {
        var response = request.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        var problem = HttpProblems.of(status);
        var document = problems.document(problem.type(), problem.detail(), problem.errors(), request);
        try {
            response.setStatusCode(document.status())
                    .putHeader("Content-Type", Problem.MEDIA_TYPE)
                    .end(Buffer.buffer(json.writeValueAsBytes(document)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem document is plain text", e);
        }
    }
}
