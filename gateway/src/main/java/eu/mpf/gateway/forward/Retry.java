package eu.mpf.gateway.forward;

import eu.mpf.gateway.Exchange;
import eu.mpf.gateway.problem.GatewayProblem;
import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import java.net.ConnectException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request may be sent once more. Only one without a body whose repetition changes nothing (RFC 9110, 9.2.2), and
 * only if it did not arrive or the service itself asks for it: whoever did not answer may have acted.
 */
final class Retry {

    private static final Set<HttpMethod> REPEATABLE =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.PUT, HttpMethod.DELETE);
    private static final long SOON_MS = 50;

    private Retry() {}

    static boolean allowed(HttpMethod method, long length) {
        return length == 0 && REPEATABLE.contains(method);
    }

    /** Milliseconds until the second attempt, or -1 if there is none. */
    static long pause(@Nullable Throwable failure, @Nullable HttpClientResponse answer) {
        if (failure != null) {
            Throwable cause = failure.getCause();
            boolean unreached = cause instanceof ConnectException && !(cause instanceof ConnectTimeoutException);
            return unreached ? SOON_MS : -1;
        }
        if (answer == null || answer.statusCode() != 502 && answer.statusCode() != 503) {
            return -1;
        }
        String after = answer.getHeader(HttpHeaders.RETRY_AFTER);
        // longer than a second is for the client to wait
        return "0".equals(after) ? SOON_MS : "1".equals(after) ? 1_000 : -1;
    }

    /** Whether an attempt ended for no fault of the service: its client left, or was refused for what it sent. */
    static boolean isClientsOwn(Exchange exchange) {
        return exchange.isDone() && exchange.refusal() != GatewayProblem.GATEWAY_TIMEOUT;
    }
}
