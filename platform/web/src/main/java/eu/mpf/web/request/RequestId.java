package eu.mpf.web.request;

import eu.mpf.web.value.Ids;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Gives every request its id: the sender's if it is plain, else a new one. It stands in the answer and in every log line. */
@ApplicationScoped
public class RequestId {
    public static final String HEADER = "X-Request-Id";
    static final String KEY = "requestId";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{8,64}");
    private static final int BEFORE_EVERYTHING = 1_000_000;

    void install(@Observes Filters filters) {
        filters.register(RequestId::assign, BEFORE_EVERYTHING);
    }

    /** The current request's id; null outside a request. */
    public static @Nullable String current() {
        return MDC.get(KEY) instanceof String id ? id : null;
    }

    private static void assign(RoutingContext request) {
        var sent = request.request().getHeader(HEADER);
        var id = sent != null && PLAIN.matcher(sent).matches()
                ? sent
                : Ids.next().toString();
        MDC.put(KEY, id);
        request.put(KEY, id);
        request.response().putHeader(HEADER, id);
        request.next();
    }
}
