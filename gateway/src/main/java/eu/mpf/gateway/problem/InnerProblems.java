package eu.mpf.gateway.problem;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Problem documents for what goes wrong in the gateway's own resources. */
@ApplicationScoped
public class InnerProblems {

    private static final Logger LOG = Logger.getLogger(InnerProblems.class);

    private final ProblemBody body;

    InnerProblems(ProblemBody body) {
        this.body = body;
    }

    /** The answer that carries a problem. */
    public Response answer(GatewayProblem problem, String detail, HttpServerRequest request) {
        String id = request.getHeader("X-Request-Id");
        String json =
                body.json(problem, detail, request.path(), id == null ? "" : id).encode();
        return Response.status(problem.status())
                .header("Content-Type", ProblemBody.MEDIA_TYPE)
                .entity(json)
                .build();
    }

    @ServerExceptionMapper
    Response http(WebApplicationException failure, HttpServerRequest request) {
        return switch (failure.getResponse().getStatus()) {
            case 404 -> answer(GatewayProblem.NOT_FOUND, "There is nothing here.", request);
            case 405 -> answer(GatewayProblem.METHOD_NOT_ALLOWED, "The method is not served here.", request);
            case 406 -> answer(GatewayProblem.NOT_ACCEPTABLE, "Ask for another media type.", request);
            case 503 -> answer(GatewayProblem.UNAVAILABLE, String.valueOf(failure.getMessage()), request);
            default -> failure.getResponse();
        };
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response security(HttpServerRequest request) {
        return answer(GatewayProblem.UNAUTHENTICATED, "A bearer token is needed.", request);
    }

    @ServerExceptionMapper
    Response unexpected(RuntimeException failure, HttpServerRequest request) {
        LOG.error("A resource of the gateway failed", failure);
        return answer(GatewayProblem.INTERNAL_ERROR, "The gateway could not answer.", request);
    }
}
