package eu.mpf.gateway.policy.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.mpf.gateway.Rehearsal;
import eu.mpf.gateway.policy.resilience.UpstreamGuard.UpstreamFailure;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientResponse;
import java.net.ConnectException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.junit.jupiter.api.Test;

/** When a failing service is left alone, and when it is asked again. */
class UpstreamGuardTest {

    private static final HttpClientResponse ANSWER = Rehearsal.answer(500);

    private int attempts;

    private static UpstreamGuard guard(String pause) {
        return new UpstreamGuard(
                "projects",
                Rehearsal.config(
                                "gateway.breaker.volume", "4",
                                "gateway.breaker.failure-ratio", "0.5",
                                "gateway.breaker.pause", pause,
                                "gateway.breaker.successes", "2")
                        .gateway()
                        .breaker());
    }

    private Future<HttpClientResponse> attempt(UpstreamGuard guard, Future<HttpClientResponse> result) {
        return guard.attempt(() -> {
            attempts++;
            return result;
        });
    }

    private Future<HttpClientResponse> fail(UpstreamGuard guard) {
        return attempt(guard, Future.failedFuture(new UpstreamFailure(new ConnectException("refused"))));
    }

    private Future<HttpClientResponse> succeed(UpstreamGuard guard) {
        return attempt(guard, Future.succeededFuture(ANSWER));
    }

    @Test
    void whatTheServiceAnswersAndHowItFailsIsHandedOn() {
        UpstreamGuard guard = guard("1m");
        assertThat(succeed(guard).result()).isSameAs(ANSWER);
        assertThat(fail(guard).cause()).isInstanceOf(UpstreamFailure.class).hasCauseInstanceOf(ConnectException.class);
        assertThat(guard.isClosed()).isTrue();
    }

    @Test
    void halfOfTheLastFewThatFailOpenTheCircuitAndTheServiceIsLeftAlone() {
        UpstreamGuard guard = guard("1m");
        succeed(guard);
        fail(guard);
        succeed(guard);
        assertThat(guard.isClosed()).isTrue();
        fail(guard);
        assertThat(guard.isClosed()).isFalse();
        assertThat(succeed(guard).cause()).isInstanceOf(CircuitBreakerOpenException.class);
        assertThat(attempts).as("it is not asked").isEqualTo(4);
    }

    @Test
    void fewerDoNot() {
        UpstreamGuard guard = guard("1m");
        for (int i = 0; i < 20; i++) {
            assertThat((i % 4 == 0 ? fail(guard) : succeed(guard)).isComplete()).isTrue();
        }
        assertThat(guard.isClosed()).isTrue();
        assertThat(attempts).isEqualTo(20);
    }

    @Test
    void failuresThatAreNotTheServicesDoNotCount() {
        UpstreamGuard guard = guard("1m");
        for (int i = 0; i < 10; i++) {
            attempt(guard, Future.failedFuture(new IllegalStateException("the client has left")));
        }
        assertThat(guard.isClosed()).isTrue();
        assertThat(attempts).isEqualTo(10);
    }

    @Test
    void afterThePauseAFewTrialsDecide() {
        UpstreamGuard guard = guard("20ms");
        for (int i = 0; i < 4; i++) {
            fail(guard);
        }
        assertThat(guard.isClosed()).isFalse();
        await().until(() -> succeed(guard).succeeded());
        assertThat(guard.isClosed()).as("one success is not enough").isFalse();
        assertThat(succeed(guard).succeeded()).isTrue();
        assertThat(guard.isClosed()).isTrue();
    }

    @Test
    void aTrialThatFailsOpensTheCircuitAgain() {
        UpstreamGuard guard = guard("20ms");
        for (int i = 0; i < 4; i++) {
            fail(guard);
        }
        await().until(() -> fail(guard).cause() instanceof UpstreamFailure);
        assertThat(guard.isClosed()).isFalse();
    }
}
