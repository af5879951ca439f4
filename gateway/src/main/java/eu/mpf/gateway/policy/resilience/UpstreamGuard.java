package eu.mpf.gateway.policy.resilience;

import eu.mpf.gateway.GatewayConfig;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientResponse;
import jakarta.enterprise.util.TypeLiteral;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * The circuit breaker of one service, shared by all event loops: when too many of the last requests found it unreachable
 * or silent, the next ones are answered at once, and after a pause a few are let through to see. Only failures of the
 * service itself count, not what it answers, and not clients that leave.
 */
public final class UpstreamGuard {

    private static final Logger LOG = Logger.getLogger(UpstreamGuard.class);

    /** The service could not be reached, broke off, or did not answer in time. */
    public static final class UpstreamFailure extends RuntimeException {
        private static final long serialVersionUID = 1;

        public UpstreamFailure(Throwable cause) {
            super(null, cause, false, false);
        }
    }

    private final TypedGuard<CompletionStage<HttpClientResponse>> guard;
    private volatile CircuitBreakerState state = CircuitBreakerState.CLOSED;

    public UpstreamGuard(String service, GatewayConfig.Gateway.Breaker config) {
        // typed once: a type given with every request would be looked into by reflection every time
        this.guard = TypedGuard.create(new TypeLiteral<CompletionStage<HttpClientResponse>>() {})
                .withDescription(service)
                .withThreadOffload(false)
                .withCircuitBreaker()
                .requestVolumeThreshold(config.volume())
                .failureRatio(config.failureRatio())
                .delay(config.pause().toMillis(), ChronoUnit.MILLIS)
                .successThreshold(config.successes())
                .when(UpstreamFailure.class::isInstance)
                .onStateChange(next -> {
                    state = next;
                    LOG.warnf("the circuit to %s is %s", service, next);
                })
                .done()
                .build();
    }

    /** Whether requests go through at the moment. */
    public boolean isClosed() {
        return state == CircuitBreakerState.CLOSED;
    }

    /** Runs an attempt, unless the circuit is open: then the future fails with CircuitBreakerOpenException. */
    public Future<HttpClientResponse> attempt(Supplier<Future<HttpClientResponse>> attempt) {
        return Future.fromCompletionStage(guard.get(() -> attempt.get().toCompletionStage()));
    }
}
