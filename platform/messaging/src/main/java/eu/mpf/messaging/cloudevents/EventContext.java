package eu.mpf.messaging.cloudevents;

import eu.mpf.messaging.IncomingEvent;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.MDC;

/** What led to an event: the event being handled, or else the request being answered, and the trace. */
public final class EventContext {

    /** Logging context key under which the request id is found. */
    public static final String REQUEST_ID = "requestId";

    private static final ScopedValue<IncomingEvent> HANDLING = ScopedValue.newInstance();

    private EventContext() {}

    /** Runs a handler, so that events it publishes name the incoming one as their cause. */
    public static void handling(IncomingEvent event, Runnable handler) {
        String correlation = event.correlationId() == null ? event.id().toString() : event.correlationId();
        Object before = MDC.get(REQUEST_ID);
        MDC.put(REQUEST_ID, correlation);
        try {
            ScopedValue.where(HANDLING, event).run(handler);
        } finally {
            if (before == null) {
                MDC.remove(REQUEST_ID);
            } else {
                MDC.put(REQUEST_ID, before);
            }
        }
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
                    "00-" + span.getTraceId() + "-" + span.getSpanId() + "-" + span.getTraceFlags().asHex());
        }
        return extensions;
    }
}
