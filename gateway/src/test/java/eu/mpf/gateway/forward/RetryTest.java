package eu.mpf.gateway.forward;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.gateway.Exchange;
import eu.mpf.gateway.Rehearsal;
import eu.mpf.gateway.problem.GatewayProblem;
import eu.mpf.web.problem.CommonProblem;
import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import java.net.ConnectException;
import java.net.SocketException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a request may be sent once more: whoever did not answer may have acted. */
class RetryTest {

    @ParameterizedTest
    @CsvSource({
        "GET, 0, true",
        "HEAD, 0, true",
        "PUT, 0, true",
        "DELETE, 0, true",
        "POST, 0, false",
        "PATCH, 0, false",
        "OPTIONS, 0, false",
        "GET, 1, false",
        "DELETE, 5, false",
        "PUT, -1, false",
    })
    void onlyWhatHasNoBodyAndChangesNothingTwiceMayBeRepeated(String method, long length, boolean allowed) {
        assertThat(Retry.allowed(HttpMethod.valueOf(method), length)).isEqualTo(allowed);
    }

    @Test
    void whatDidNotArriveIsSentAgainSoonAndWhatMayHaveIsNot() {
        assertThat(Retry.pause(new RuntimeException(new ConnectException("refused")), null))
                .isEqualTo(50);
        for (Throwable cause : new Throwable[] {
            new ConnectTimeoutException("slow"), new SocketException("reset"), new HttpClosedException("closed"), null
        }) {
            assertThat(Retry.pause(new RuntimeException(cause), null))
                    .as("%s", cause)
                    .isEqualTo(-1);
        }
        assertThat(Retry.pause(new ConnectException("not wrapped by the guard"), null))
                .isEqualTo(-1);
        assertThat(Retry.pause(null, null)).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "503, 0, 50",
                "503, 1, 1000",
                "502, 0, 50",
                "502, 1, 1000",
                "503, 2, -1",
                "503, 10, -1",
                "503, none, -1",
                "503, soon, -1",
                "500, 0, -1",
                "504, 0, -1",
                "429, 1, -1",
                "200, 0, -1",
            })
    void aServiceThatAsksForItWithinASecondIsAskedAgain(int status, String after, long pause) {
        var answer = after == null ? Rehearsal.answer(status) : Rehearsal.answer(status, "Retry-After", after);
        assertThat(Retry.pause(null, answer)).isEqualTo(pause);
    }

    @Test
    void anAttemptThatEndedBecauseTheClientDidIsTheClientsOwn() {
        Exchange open = Rehearsal.get("/").exchange();
        assertThat(Retry.isClientsOwn(open)).isFalse();
        Exchange left = Rehearsal.get("/").exchange();
        left.complete();
        assertThat(Retry.isClientsOwn(left)).isTrue();
        Exchange tooLarge = Rehearsal.get("/").exchange();
        tooLarge.refuse(CommonProblem.PAYLOAD_TOO_LARGE, "x");
        assertThat(Retry.isClientsOwn(tooLarge)).isTrue();
        Exchange late = Rehearsal.get("/").exchange();
        late.refuse(GatewayProblem.GATEWAY_TIMEOUT, "x");
        assertThat(Retry.isClientsOwn(late)).as("the service was too slow").isFalse();
    }
}
