package eu.mpf.web.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.web.request.RequestId;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Makes problem documents and the answers that carry them. */
@ApplicationScoped
public class Problems {
    private final String publicUrl;
    private final ObjectMapper json;

    Problems(@ConfigProperty(name = "mpf.public-url") String publicUrl, ObjectMapper json) {
        this.json = json;
        this.publicUrl = publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl;
    }

    /** The address of a kind of problem, as it stands in {@code type}. */
    public String typeUri(ProblemType type) {
        return publicUrl + "/problems/" + type.code();
    }

    /** The document about a failed request, in the language the request prefers. */
    public Problem document(
            ProblemType type, @Nullable String detail, List<FieldError> errors, @Nullable RoutingContext request) {
        var language = request == null ? Locale.ENGLISH : language(request);
        return new Problem(
                typeUri(type),
                ProblemTexts.title(type, language),
                type.status(),
                detail,
                request == null ? null : request.request().path(),
                type.code(),
                request == null ? RequestId.current() : request.get("requestId"),
                errors.isEmpty() ? null : errors);
    }

    Response.ResponseBuilder answer(
            ProblemType type, @Nullable String detail, List<FieldError> errors, @Nullable RoutingContext request) {
        var answer = Response.status(type.status())
                .entity(document(type, detail, errors, request))
                .header(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_LANGUAGE,
                        (request == null ? Locale.ENGLISH : language(request)).getLanguage())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        if (type.status() == 401) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (type.status() == 503 || type == CommonProblem.REQUEST_IN_PROGRESS) {
            answer.header(HttpHeaders.RETRY_AFTER, "1");
        }
        return answer;
    }

    /** Ends a request that does not reach JAX-RS, unless its answer has begun already. */
    public void end(RoutingContext request, int status) {
        var response = request.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        var problem = HttpProblems.of(status);
        var document = document(problem.type(), problem.detail(), problem.errors(), request);
        if (status == 503) {
            response.putHeader(HttpHeaders.RETRY_AFTER, "1");
        }
        try {
            response.setStatusCode(document.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .putHeader(HttpHeaders.CONTENT_LANGUAGE, language(request).getLanguage())
                    .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                    .end(Buffer.buffer(json.writeValueAsBytes(document)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem document is plain text", e);
        }
    }

    static Locale language(RoutingContext request) {
        return ProblemTexts.language(request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
