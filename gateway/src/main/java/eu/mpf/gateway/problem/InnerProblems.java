package eu.mpf.gateway.problem;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
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
        return builder(problem, json(problem, detail, request)).build();
    }

    private JsonObject json(GatewayProblem problem, String detail, HttpServerRequest request) {
        String id = request.getHeader("X-Request-Id");
        return body.json(problem, detail, request.path(), id == null ? "" : id);
    }

    private static Response.ResponseBuilder builder(GatewayProblem problem, JsonObject json) {
        return Response.status(problem.status())
                .header("Content-Type", ProblemBody.MEDIA_TYPE)
                .header("Cache-Control", "no-store")
                .entity(json.encode());
    }

    @ServerExceptionMapper
    Response refused(RefusedException refusal, HttpServerRequest request) {
        GatewayProblem problem = refusal.problem();
        JsonObject json = json(problem, refusal.detail(), request);
        if (refusal.parameter() != null) {
            json.put(
                    "errors",
                    new JsonArray()
                            .add(new JsonObject()
                                    .put("pointer", "?" + refusal.parameter())
                                    .put("code", problem.code())
                                    .put("message", refusal.detail())));
        }
        Response.ResponseBuilder answer = builder(problem, json);
        if (problem == GatewayProblem.UNAVAILABLE) {
            answer.header("Retry-After", "5");
        }
        return answer.build();
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
    Response forbidden(ForbiddenException failure, HttpServerRequest request) {
        return answer(GatewayProblem.FORBIDDEN, "The caller's roles do not allow this.", request);
    }

    @ServerExceptionMapper
    Response unexpected(RuntimeException failure, HttpServerRequest request) {
        LOG.error("A resource of the gateway failed", failure);
        return answer(GatewayProblem.INTERNAL_ERROR, "The gateway could not answer.", request);
    }
}
