package eu.mpf.gateway.forward;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.gateway.Rehearsal;
import eu.mpf.gateway.policy.resilience.UpstreamGuard.UpstreamFailure;
import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.http.HttpClosedException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** G8: what a client is told when a service does not answer. */
class UpstreamErrorsTest {

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new CircuitBreakerOpenException(), 503, "unavailable", "left alone", "7"),
                Arguments.of(
                        new UpstreamFailure(new ConnectTimeoutException("x")), 504, "gateway-timeout", "in time", null),
                Arguments.of(new UpstreamFailure(new ConnectException("x")), 503, "unavailable", "be reached", "2"),
                Arguments.of(new UpstreamFailure(new UnknownHostException("x")), 503, "unavailable", "be reached", "2"),
                Arguments.of(new ConnectException("x"), 503, "unavailable", "be reached", "2"),
                Arguments.of(new UpstreamFailure(new HttpClosedException("x")), 502, "bad-gateway", "broke off", null),
                Arguments.of(new IllegalStateException("x"), 502, "bad-gateway", "broke off", null));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void everyFailureHasItsProblem(Throwable failure, int status, String code, String detail, String after) {
        Rehearsal request = Rehearsal.get("/");
        UpstreamErrors.answer(request.exchange(), failure, "7");
        assertThat(request.status()).isEqualTo(status);
        assertThat(request.problem()).isEqualTo(code);
        assertThat(request.detail()).contains(detail);
        assertThat(request.answer("Retry-After")).isEqualTo(after);
    }

    @Test
    void aServiceWithoutAFreePlaceIsTooBusy() {
        Rehearsal request = Rehearsal.get("/");
        UpstreamErrors.tooBusy(request.exchange());
        assertThat(request.status()).isEqualTo(503);
        assertThat(request.detail()).contains("too much to do");
        assertThat(request.answer("Retry-After")).isEqualTo("2");
    }

    @Test
    void nothingIsSaidToAClientThatHasLeft() {
        Rehearsal request = Rehearsal.get("/");
        request.exchange().complete();
        UpstreamErrors.tooBusy(request.exchange());
        assertThat(request.answer().isEmpty()).isTrue();
        assertThat(request.ended()).isFalse();
    }
}
