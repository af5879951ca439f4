package eu.mpf.web.time;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long a request has been here. It is measured by the monotonic clock of this process alone, so that together with the
 * database's clock it tells when the request came, whatever the time of day is here.
 */
@ApplicationScoped
public class Arrival {
    private static final String KEY = "mpf.arrived-nanos";
    private static final int BEFORE_EVERYTHING = 2_000_000;

    private final CurrentVertxRequest request;

    Arrival(CurrentVertxRequest request) {
        this.request = request;
    }

    void install(@Observes Filters filters) {
        filters.register(
                context -> {
                    context.put(KEY, System.nanoTime());
                    context.next();
                },
                BEFORE_EVERYTHING);
    }

    /** Time since the head of the current request had come in; zero outside a request. */
    public Duration waited() {
        var context = request.getCurrent();
        @Nullable Long arrived = context == null ? null : context.get(KEY);
        return arrived == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - arrived);
    }
}
