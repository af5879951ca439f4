package eu.mpf.gateway.policy.resilience;

import eu.mpf.gateway.GatewayConfig;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.Guard;
import io.vertx.core.Future;
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

    private final Guard guard;
    private volatile CircuitBreakerState state = CircuitBreakerState.CLOSED;

    public UpstreamGuard(String service, GatewayConfig.Gateway.Breaker config) {
        this.guard = Guard.create()
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
    public <T> Future<T> attempt(Supplier<Future<T>> attempt) {
        CompletionStage<T> stage =
                guard.get(() -> attempt.get().toCompletionStage(), new TypeLiteral<CompletionStage<T>>() {});
        return Future.fromCompletionStage(stage);
    }
}
