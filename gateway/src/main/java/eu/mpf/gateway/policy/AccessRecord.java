package eu.mpf.gateway.policy;

import eu.mpf.gateway.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * A finished exchange, as it is logged and counted. Neither the address, the query nor the caller's name stand in it:
 * they are or may hold personal data.
 *
 * @param status 0 if the client left before an answer began
 * @param bytes of the answer's body
 * @param trace null if nothing was forwarded
 */
public record AccessRecord(
        String requestId,
        String method,
        String path,
        String route,
        String upstream,
        int status,
        long bytes,
        long nanos,
        boolean authenticated,
        @Nullable Trace trace) {

    /** Put together by hand: a format is parsed for every line, and there is a line for every request. */
    public String line() {
        return method + ' ' + path + ' ' + status + ' ' + bytes + " B " + nanos / 1_000 + " us route=" + route
                + " upstream=" + upstream + (authenticated ? " token" : " anonymous") + " request=" + requestId;
    }
}
