package eu.mpf.gateway.span;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mpf.gateway.policy.AccessRecord;
import eu.mpf.gateway.trace.Trace;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends a server span of every sampled exchange to a collector: OTLP over HTTP in its JSON form, in batches, on a thread of
 * its own. What the collector does not take is dropped and counted; an exchange never waits for it. A span tells the route
 * and never the address, the query or the caller.
 */
public final class SpanExport implements AutoCloseable {

    private static final int CAPACITY = 8_192;
    private static final int BATCH = 512;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SERVER = 2;
    private static final int ERROR = 2;

    private final BlockingQueue<AccessRecord> waiting = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicLong dropped = new AtomicLong();
    private final URI collector;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final Thread thread;
    private volatile boolean open = true;

    /** @param endpoint the collector's base address, for example {@code http://collector:4318} */
    public SpanExport(URI endpoint) {
        this.collector = endpoint.resolve("/v1/traces");
        this.thread = Thread.ofPlatform().daemon().name("gateway-spans").start(this::run);
    }

    /** Notes a finished exchange; called by the access log's thread. */
    public void add(AccessRecord finished) {
        if (Trace.isSampled(finished.trace()) && !waiting.offer(finished)) {
            dropped.incrementAndGet();
        }
    }

    /** Spans lost because the collector was away or too slow, since the start. */
    public long dropped() {
        return dropped.get();
    }

    private void run() {
        try {
            while (open || !waiting.isEmpty()) {
                AccessRecord first = waiting.poll(1, TimeUnit.SECONDS);
                if (first != null) {
                    List<AccessRecord> batch = new ArrayList<>(List.of(first));
                    waiting.drainTo(batch, BATCH - 1);
                    send(batch);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(List<AccessRecord> batch) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(collector)
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(document(batch))))
                    .build();
            if (http.send(request, BodyHandlers.discarding()).statusCode() / 100 != 2) {
                dropped.addAndGet(batch.size());
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("strings and numbers are JSON", e);
        } catch (IOException away) {
            dropped.addAndGet(batch.size());
        }
    }

    private static ObjectNode document(List<AccessRecord> batch) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ObjectNode resource = document.putArray("resourceSpans").addObject();
        attribute(resource.putObject("resource"), "service.name", "gateway");
        ObjectNode scope = resource.putArray("scopeSpans").addObject();
        scope.putObject("scope").put("name", "eu.mpf.gateway");
        var spans = scope.putArray("spans");
        batch.forEach(finished -> write(finished, spans.addObject()));
        return document;
    }

    private static void write(AccessRecord finished, ObjectNode span) {
        Trace trace = Objects.requireNonNull(finished.trace());
        span.put("traceId", trace.traceId())
                .put("spanId", trace.spanId())
                .put("name", finished.method() + " " + finished.route())
                .put("kind", SERVER)
                .put("startTimeUnixNano", Long.toString(trace.startedAtNanos()))
                .put("endTimeUnixNano", Long.toString(trace.startedAtNanos() + finished.nanos()));
        if (trace.parentId() != null) {
            span.put("parentSpanId", trace.parentId());
        }
        attribute(span, "http.request.method", finished.method());
        attribute(span, "http.route", finished.route());
        attribute(span, "http.response.status_code", Integer.toString(finished.status()));
        attribute(span, "mpf.upstream", finished.upstream());
        if (finished.status() >= 500) {
            span.putObject("status").put("code", ERROR);
        }
    }

    private static void attribute(ObjectNode owner, String key, String value) {
        owner.withArray("attributes")
                .addObject()
                .put("key", key)
                .putObject("value")
                .put("stringValue", value);
    }

    /** Sends what waits, for a moment. */
    @Override
    public void close() {
        open = false;
        try {
            thread.join(2_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
