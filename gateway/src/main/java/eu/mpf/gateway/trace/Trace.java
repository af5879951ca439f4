package eu.mpf.gateway.trace;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where an exchange stands in its trace.
 *
 * @param traceparent as the service was told: the exchange's own span
 * @param parentId the span of the trusted proxy before us, if there was one
 * @param startedAtNanos since 1970
 */
public record Trace(String traceparent, @Nullable String parentId, long startedAtNanos) {

    private static final int TRACE_ID = 3;
    private static final int SPAN_ID = 36;
    private static final int FLAGS = 53;

    /**
     * @param traceparent valid
     * @param believed the one that came from a trusted proxy, if any
     */
    public static Trace of(String traceparent, @Nullable String believed) {
        String parent =
                believed != null && believed.length() >= FLAGS && believed.regionMatches(0, traceparent, 0, SPAN_ID)
                        ? believed.substring(SPAN_ID, FLAGS - 1)
                        : null;
        return new Trace(traceparent, parent, TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis()));
    }

    /** Whether the one who began the trace, or we, want its spans. */
    public static boolean isSampled(@Nullable Trace trace) {
        return trace != null && (Character.digit(trace.traceparent.charAt(FLAGS + 1), 16) & 1) == 1;
    }

    /** 32 hexadecimal digits. */
    public String traceId() {
        return traceparent.substring(TRACE_ID, SPAN_ID - 1);
    }

    /** 16 hexadecimal digits. */
    public String spanId() {
        return traceparent.substring(SPAN_ID, FLAGS - 1);
    }
}
