package eu.mpf.gateway.forward;

import eu.mpf.gateway.Exchange;
import eu.mpf.gateway.problem.GatewayProblem;
import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.net.ConnectException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a request may be sent once more (ADR 20). What did not arrive may always, as long as its body is at hand. What the
 * service broke off may have had its effect: only what has none (RFC 9110, 9.2.1), or what carries a key by which the
 * service knows it again. What the service itself asks for: only without a body, and what changes nothing twice (9.2.2).
 */
enum Retry {
    NEVER(false, false),
    IF_IT_DID_NOT_ARRIVE(false, false),
    IF_ASKED_FOR(false, true),
    IF_BROKEN_OFF(true, false),
    IF_BROKEN_OFF_OR_ASKED_FOR(true, true);

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final Set<HttpMethod> IDEMPOTENT =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.PUT, HttpMethod.DELETE);
    private static final long SOON_MS = 50;

    private final boolean brokenOff;
    private final boolean asked;

    Retry(boolean brokenOff, boolean asked) {
        this.brokenOff = brokenOff;
        this.asked = asked;
    }

    /**
     * @param keyed whether the service knows the request again by the key that it carries
     * @param empty whether the request has no body
     * @param held whether its body, if it has one, is at hand as a whole
     */
    static Retry of(HttpMethod method, boolean keyed, boolean empty, boolean held) {
        if (!empty && !held) {
            return NEVER;
        }
        boolean asked = empty && IDEMPOTENT.contains(method);
        if (SAFE.contains(method) || keyed) {
            return asked ? IF_BROKEN_OFF_OR_ASKED_FOR : IF_BROKEN_OFF;
        }
        return asked ? IF_ASKED_FOR : IF_IT_DID_NOT_ARRIVE;
    }

    /** Milliseconds until the second attempt, or -1 if there is none. */
    long pause(@Nullable Throwable failure, @Nullable HttpClientResponse answer) {
        if (this == NEVER) {
            return -1;
        }
        if (failure != null) {
            return didNotArrive(failure.getCause()) || brokenOff && wasBrokenOff(failure.getCause()) ? SOON_MS : -1;
        }
        if (!asked || answer == null || answer.statusCode() != 502 && answer.statusCode() != 503) {
            return -1;
        }
        String after = answer.getHeader(HttpHeaders.RETRY_AFTER);
        // longer than a second is for the client to wait
        return "0".equals(after) ? SOON_MS : "1".equals(after) ? 1_000 : -1;
    }

    private static boolean didNotArrive(@Nullable Throwable cause) {
        return cause instanceof ConnectException && !(cause instanceof ConnectTimeoutException);
    }

    private static boolean wasBrokenOff(@Nullable Throwable cause) {
        return cause instanceof HttpClosedException
                || cause instanceof IOException && !(cause instanceof ConnectTimeoutException);
    }

    /** Whether an attempt ended for no fault of the service: its client left, or was refused for what it sent. */
    static boolean isClientsOwn(Exchange exchange) {
        return exchange.isDone() && exchange.refusal() != GatewayProblem.GATEWAY_TIMEOUT;
    }
}
