package eu.mpf.web.idempotency;

import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.Caller;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What identifies the current request for idempotency: its key, whose it is, and what it asks. */
@ApplicationScoped
class CurrentRequest {
    static final String HEADER = "Idempotency-Key";
    static final String BODY_HASH = "mpf.body-hash";
    private static final String FORM_DIGEST = "mpf.form-digest";

    private final CurrentVertxRequest request;
    private final Caller caller;

    CurrentRequest(CurrentVertxRequest request, Caller caller) {
        this.request = request;
        this.caller = caller;
    }

    /** @throws ProblemException 400 unless the key is 1 to 255 printable ASCII characters */
    @Nullable
    String idempotencyKey() {
        var context = request.getCurrent();
        var key = context == null ? null : context.request().getHeader(HEADER);
        return RequestDigest.checked(key);
    }

    /** Caller, method, path and key: another caller's key is another key. */
    byte[] scope(String key) {
        var http = context().request();
        return RequestDigest.scope(caller.subject(), http.method().name(), http.path(), key);
    }

    /** What the request asks: its query, media type and body. */
    byte[] hash() {
        var context = context();
        var body = context.<byte[]>get(BODY_HASH);
        return RequestDigest.asked(
                context.request().query(),
                context.request().getHeader("Content-Type"),
                body == null ? formDigest(context) : new String(body, StandardCharsets.ISO_8859_1));
    }

    /** Computed once: a method that took the files may have moved them. */
    private static String formDigest(RoutingContext context) {
        var known = context.<String>get(FORM_DIGEST);
        if (known != null) {
            return known;
        }
        var digest = Forms.digest();
        context.put(FORM_DIGEST, digest);
        return digest;
    }

    private RoutingContext context() {
        return Objects.requireNonNull(request.getCurrent(), "outside an HTTP request");
    }
}
