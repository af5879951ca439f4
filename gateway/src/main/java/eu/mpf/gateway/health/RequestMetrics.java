package eu.mpf.gateway.health;

import eu.mpf.gateway.GatewayServer;
import eu.mpf.gateway.policy.AccessLog;
import eu.mpf.gateway.policy.AccessRecord;
import eu.mpf.gateway.span.SpanExport;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Counts finished requests on the access log's thread, so that figures cost the event loops nothing. */
@ApplicationScoped
public class RequestMetrics {

    private record Key(String upstream, String route, int status) {}

    private final MeterRegistry registry;
    private final Map<Key, Timer> timers = new HashMap<>();

    RequestMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Called by one thread only. */
    public void count(AccessRecord finished) {
        timers.computeIfAbsent(new Key(finished.upstream(), finished.route(), finished.status()), this::timer)
                .record(finished.nanos(), TimeUnit.NANOSECONDS);
    }

    private Timer timer(Key key) {
        return Timer.builder("gateway.requests")
                .description("Requests by route; status 0 are those whose client left")
                .tag("upstream", key.upstream())
                .tag("route", key.route())
                .tag("status", Integer.toString(key.status()))
                .register(registry);
    }

    public void watch(SpanExport spans) {
        FunctionCounter.builder("gateway.spans.dropped", spans, SpanExport::dropped)
                .description("Spans lost because the collector was away or too slow")
                .register(registry);
    }

    public void watch(GatewayServer server, AccessLog log) {
        Gauge.builder("gateway.requests.active", server, GatewayServer::active)
                .description("Requests under way")
                .register(registry);
        FunctionCounter.builder("gateway.log.dropped", log, AccessLog::dropped)
                .description("Access log lines lost because the writer was too slow")
                .register(registry);
    }
}
