package eu.mpf.gateway.forward;

import eu.mpf.gateway.Exchange;
import eu.mpf.gateway.policy.resilience.UpstreamGuard.UpstreamFailure;
import eu.mpf.gateway.problem.GatewayProblem;
import eu.mpf.web.problem.CommonProblem;
import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.http.HttpHeaders;
import java.net.ConnectException;
import java.net.UnknownHostException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/** What the client is told when a service cannot be reached or breaks off before it has answered (G8). */
final class UpstreamErrors {

    private UpstreamErrors() {}

    /** @param breakerPause seconds after which a service that was cut off is tried again */
    static void answer(Exchange exchange, Throwable failure, String breakerPause) {
        Throwable cause = failure instanceof UpstreamFailure counted ? counted.getCause() : failure;
        if (cause instanceof CircuitBreakerOpenException) {
            unavailable(exchange, "The service is failing and is left alone for a moment.", breakerPause);
        } else if (cause instanceof ConnectTimeoutException) {
            exchange.refuse(GatewayProblem.GATEWAY_TIMEOUT, "No connection to the service could be made in time.");
        } else if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
            unavailable(exchange, "The service cannot be reached at the moment.", "2");
        } else {
            exchange.refuse(
                    GatewayProblem.BAD_GATEWAY,
                    "The service broke off before it answered. Whether it has acted on the request is not known.");
        }
    }

    /** As many requests as may wait for the service do so already. */
    static void tooBusy(Exchange exchange) {
        unavailable(exchange, "The service has too much to do at the moment.", "2");
    }

    private static void unavailable(Exchange exchange, String detail, String after) {
        if (!exchange.isDone()) {
            exchange.response().headers().set(HttpHeaders.RETRY_AFTER, after);
        }
        exchange.refuse(CommonProblem.UNAVAILABLE, detail);
    }
}
