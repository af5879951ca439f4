package eu.mpf.gateway.problem;

import eu.mpf.web.problem.ProblemTexts;
import eu.mpf.web.problem.ProblemType;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes problem documents (RFC 9457) on the forwarding path, with the members that all services of the platform use. */
public final class ProblemBody {

    public static final String MEDIA_TYPE = "application/problem+json";

    private final String catalogue;

    public ProblemBody(String publicUrl) {
        this.catalogue = publicUrl + "/problems/";
    }

    /** The address of the page that explains a kind of problem. */
    public String type(ProblemType problem) {
        return catalogue + problem.code();
    }

    /** @param language of the title; see {@link ProblemTexts#language} */
    public Buffer bytes(
            ProblemType problem, Locale language, String detail, @Nullable String instance, String requestId) {
        JsonObject body = new JsonObject()
                .put("type", type(problem))
                .put("title", ProblemTexts.title(problem, language))
                .put("status", problem.status())
                .put("detail", detail);
        if (instance != null) {
            body.put("instance", instance);
        }
        return body.put("code", problem.code()).put("requestId", requestId).toBuffer();
    }
}
