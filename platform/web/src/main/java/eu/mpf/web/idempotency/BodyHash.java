package eu.mpf.web.idempotency;

import eu.mpf.web.value.Sha256;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jspecify.annotations.Nullable;

/** Remembers the digest of the body's bytes, as they came, for requests with a key. */
@Provider
class BodyHash implements ReaderInterceptor {
    private final CurrentVertxRequest request;

    BodyHash(CurrentVertxRequest request) {
        this.request = request;
    }

    @Override
    public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        var http = request.getCurrent();
        if (http != null && http.request().headers().contains(CurrentRequest.HEADER) && isAskedFor()) {
            var body = context.getInputStream().readAllBytes();
            http.put(CurrentRequest.BODY_HASH, Sha256.of(body));
            context.setInputStream(new ByteArrayInputStream(body));
        }
        return context.proceed();
    }

    /** A body that is streamed into something else is not taken into memory for nothing. */
    private static boolean isAskedFor() {
        var request = (ResteasyReactiveRequestContext) CurrentRequestManager.get();
        return request != null
                && request.getTarget() != null
                && request.getTarget().getLazyMethod().getMethod().isAnnotationPresent(Idempotent.class);
    }
}
