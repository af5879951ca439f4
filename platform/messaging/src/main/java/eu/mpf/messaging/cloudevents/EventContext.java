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
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** What led to an event: the event being handled, or else the request being answered, and the trace. */
public final class EventContext {

    /** Logging context key under which the request id is found. */
    public static final String REQUEST_ID = "requestId";

    private static final String TRACER = "eu.mpf.messaging";

    private static final String TRACEPARENT = "ce_traceparent";

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

    /**
     * Begins the sending of an event that belongs to a trace, and makes whoever receives it a child of the sending. The
     * caller ends the span once the broker has answered. An event without a trace starts none.
     */
    public static Span sending(ProducerRecord<String, byte[]> message) {
        Header traceparent = message.headers().lastHeader(TRACEPARENT);
        if (traceparent == null) {
            return Span.getInvalid();
        }
        Span span = GlobalOpenTelemetry.getTracer(TRACER)
                .spanBuilder("send " + message.topic())
                .setSpanKind(SpanKind.PRODUCER)
                .setParent(parent(new String(traceparent.value(), StandardCharsets.US_ASCII)))
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.destination.name", message.topic())
                .startSpan();
        if (span.getSpanContext().isValid()) {
            message.headers().remove(TRACEPARENT);
            message.headers()
                    .add(TRACEPARENT, traceparent(span.getSpanContext()).getBytes(StandardCharsets.US_ASCII));
        }
        return span;
    }

    private static Context parent(@Nullable String traceparent) {
        return traceparent == null
                ? Context.root()
                : W3CTraceContextPropagator.getInstance()
                        .extract(Context.root(), Map.of("traceparent", traceparent), HEADERS);
    }

    private static Span span(IncomingEvent event, @Nullable String traceparent) {
        return GlobalOpenTelemetry.getTracer(TRACER)
                .spanBuilder("process " + event.topic())
                .setSpanKind(SpanKind.CONSUMER)
                .setParent(parent(traceparent))
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
            extensions.put("traceparent", traceparent(span));
        }
        return extensions;
    }

    private static String traceparent(SpanContext span) {
        return "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                + span.getTraceFlags().asHex();
    }
}
