package eu.mpf.web.request;

import eu.mpf.web.WebConfig;
import eu.mpf.web.problem.Problems;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.timeout.IdleStateHandler;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses a body that is announced too large before a byte of it is read; Quarkus would do so without a document. The file
 * of an import may be larger than any other body: it goes to the disk as it comes and is never held.
 */
@ApplicationScoped
class BodyLimit {
    private static final int AFTER_HEADERS = 998_000;

    /** Behind the limit of Quarkus, which is one for all routes. */
    private static final int AFTER_QUARKUS = 1;

    private static final String IMPORT = ":import";

    private final long limit;
    private final long importLimit;
    private final Problems problems;

    BodyLimit(
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit,
            WebConfig config,
            Problems problems) {
        this.limit = limit.asLongValue();
        this.importLimit = Math.max(this.limit, config.importLimit().asLongValue());
        this.problems = problems;
    }

    void install(@Observes Filters filters) {
        filters.register(this::check, AFTER_HEADERS);
        filters.register(this::widen, AFTER_QUARKUS);
    }

    private void check(RoutingContext request) {
        var announced = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        long length = announced == null || announced.length() > 18 ? 0 : Long.parseLong(announced);
        if (length > (isImport(request) ? importLimit : limit)) {
            request.response().putHeader("Connection", "close");
            // What the client goes on sending is not waited for.
            request.response().endHandler(_ -> request.request().connection().close());
            problems.end(request, 413);
            return;
        }
        if (length > limit) {
            // Quarkus counts a body of unknown length while it is read, up to the limit below.
            request.request().headers().remove(HttpHeaders.CONTENT_LENGTH);
        }
        request.next();
    }

    private void widen(RoutingContext request) {
        if (isImport(request)) {
            request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, importLimit);
            stayOpen(request);
        }
        request.next();
    }

    /** While rows are done nothing is sent either way: that is no idle connection. It ends with its answer. */
    private static void stayOpen(RoutingContext request) {
        if (request.request().version() != HttpVersion.HTTP_2
                && request.request().connection() instanceof ConnectionBase connection) {
            ChannelPipeline pipeline = connection.channel().pipeline();
            if (pipeline.get(IdleStateHandler.class) != null) {
                pipeline.remove(IdleStateHandler.class);
            }
            request.response().putHeader("Connection", "close");
            request.addEndHandler(_ -> connection.close());
        }
    }

    private static boolean isImport(RoutingContext request) {
        return request.normalizedPath().endsWith(IMPORT);
    }
}
