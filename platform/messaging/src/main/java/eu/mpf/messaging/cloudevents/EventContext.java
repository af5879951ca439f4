package eu.mpf.messaging.cloudevents;

import eu.mpf.messaging.IncomingEvent;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** What led to an event: the event being handled, or else the request being answered, and the trace. */
public final class EventContext {

    /** Logging context key under which the request id is found. */
    public static final String REQUEST_ID = "requestId";

    private static final ScopedValue<IncomingEvent> HANDLING = ScopedValue.newInstance();

    private static final TextMapGetter<Map<String, String>> HEADERS = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Map<String, String> carrier) {
            return carrier.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> carrier, String key) {
            return carrier == null ? null : carrier.get(key);
        }
    };

    private EventContext() {}

    /** Runs a handler, so that events it publishes name the incoming one as their cause. */
    public static void handling(IncomingEvent event, @Nullable String traceparent, Runnable handler) {
        String correlation = event.correlationId() == null ? event.id().toString() : event.correlationId();
        Object before = MDC.get(REQUEST_ID);
        MDC.put(REQUEST_ID, correlation);
        Span span = span(event, traceparent);
        try (Scope scope = span.makeCurrent()) {
            ScopedValue.where(HANDLING, event).run(handler);
        } finally {
            span.end();
            if (before == null) {
                MDC.remove(REQUEST_ID);
            } else {
                MDC.put(REQUEST_ID, before);
            }
        }
    }

    private static Span span(IncomingEvent event, @Nullable String traceparent) {
        Context parent = traceparent == null
                ? Context.root()
                : W3CTraceContextPropagator.getInstance()
                        .extract(Context.root(), Map.of("traceparent", traceparent), HEADERS);
        return GlobalOpenTelemetry.getTracer("eu.mpf.messaging")
                .spanBuilder("process " + event.topic())
                .setSpanKind(SpanKind.CONSUMER)
                .setParent(parent)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.destination.name", event.topic())
                .setAttribute("cloudevents.event_id", event.id().toString())
                .setAttribute("cloudevents.event_type", event.type())
                .startSpan();
    }

    /** The CloudEvents extensions {@code correlationid}, {@code causationid} and {@code traceparent}, where known. */
    public static Map<String, String> extensions() {
        Map<String, String> extensions = new TreeMap<>();
        Object correlation = MDC.get(REQUEST_ID);
        if (correlation != null) {
            extensions.put("correlationid", correlation.toString());
        }
        if (HANDLING.isBound()) {
            extensions.put("causationid", HANDLING.get().id().toString());
        }
        SpanContext span = Span.current().getSpanContext();
        if (span.isValid()) {
            extensions.put(
                    "traceparent",
                    "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                            + span.getTraceFlags().asHex());
        }
        return extensions;
    }
}
