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
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** When a request may be sent once more: whoever did not answer may have acted. */
class RetryTest {

    @ParameterizedTest
    @CsvSource({
        "GET,     no,  empty,    IF_BROKEN_OFF_OR_ASKED_FOR",
        "HEAD,    no,  empty,    IF_BROKEN_OFF_OR_ASKED_FOR",
        "GET,     no,  held,     IF_BROKEN_OFF",
        "GET,     no,  streamed, NEVER",
        "PUT,     no,  empty,    IF_ASKED_FOR",
        "DELETE,  no,  empty,    IF_ASKED_FOR",
        "DELETE,  no,  held,     IF_IT_DID_NOT_ARRIVE",
        "PATCH,   no,  held,     IF_IT_DID_NOT_ARRIVE",
        "PUT,     no,  held,     IF_IT_DID_NOT_ARRIVE",
        "OPTIONS, no,  empty,    IF_IT_DID_NOT_ARRIVE",
        "POST,    no,  empty,    IF_IT_DID_NOT_ARRIVE",
        "POST,    no,  held,     IF_IT_DID_NOT_ARRIVE",
        "POST,    yes, empty,    IF_BROKEN_OFF",
        "POST,    yes, held,     IF_BROKEN_OFF",
        "POST,    yes, streamed, NEVER",
    })
    void whatMayBeRepeatedIsKnownByItsMethodItsKeyAndItsBody(String method, String key, String body, Retry retry) {
        boolean keyed = "yes".equals(key);
        assertThat(Retry.of(HttpMethod.valueOf(method), keyed, "empty".equals(body), "held".equals(body)))
                .isEqualTo(retry);
    }

    @ParameterizedTest
    @EnumSource(Retry.class)
    void whatDidNotArriveIsSentAgainSoonAndWhatMayHaveOnlyIfThatDoesNoHarm(Retry retry) {
        assertThat(retry.pause(new RuntimeException(new ConnectException("refused")), null))
                .isEqualTo(retry == Retry.NEVER ? -1 : 50);
        for (Throwable cause : new Throwable[] {new SocketException("reset"), new HttpClosedException("closed")}) {
            assertThat(retry.pause(new RuntimeException(cause), null))
                    .as("%s", cause)
                    .isEqualTo(retry.name().startsWith("IF_BROKEN_OFF") ? 50 : -1);
        }
        for (Throwable cause : new Throwable[] {new ConnectTimeoutException("slow"), new TimeoutException(), null}) {
            assertThat(retry.pause(new RuntimeException(cause), null))
                    .as("%s", cause)
                    .isEqualTo(-1);
        }
        assertThat(retry.pause(new ConnectException("not wrapped by the guard"), null))
                .isEqualTo(-1);
        assertThat(retry.pause(null, null)).isEqualTo(-1);
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
        assertThat(Retry.IF_ASKED_FOR.pause(null, answer)).isEqualTo(pause);
        assertThat(Retry.IF_BROKEN_OFF_OR_ASKED_FOR.pause(null, answer)).isEqualTo(pause);
        assertThat(Retry.IF_BROKEN_OFF.pause(null, answer)).isEqualTo(-1);
        assertThat(Retry.IF_IT_DID_NOT_ARRIVE.pause(null, answer)).isEqualTo(-1);
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
