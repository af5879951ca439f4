package eu.mpf.gateway.problem;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Writes problem documents (RFC 9457) with the members that all services of the platform use. */
public final class ProblemBody {

    public static final String MEDIA_TYPE = "application/problem+json";

    private final String catalogue;

    public ProblemBody(String publicUrl) {
        this.catalogue = publicUrl + "/problems/";
    }

    /** The address of the page that explains a kind of problem. */
    public String type(GatewayProblem problem) {
        return catalogue + problem.code();
    }

    public JsonObject json(GatewayProblem problem, String detail, @Nullable String instance, String requestId) {
        JsonObject body = new JsonObject()
                .put("type", type(problem))
                .put("title", problem.title())
                .put("status", problem.status())
                .put("detail", detail);
        if (instance != null) {
            body.put("instance", instance);
        }
        return body.put("code", problem.code()).put("requestId", requestId);
    }

    public Buffer bytes(GatewayProblem problem, String detail, @Nullable String instance, String requestId) {
        return json(problem, detail, instance, requestId).toBuffer();
    }
}
