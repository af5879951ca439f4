package eu.mpf.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.gateway.kit.Hollow;
import io.vertx.core.http.HttpClientRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long each phase may last, to the millisecond, and whose fault it is when it lasts longer. */
class DeadlinesTest {

    private static final Deadlines DEADLINES = new Deadlines(30, 60, 8, 1_000, 500, 75, 2);

    private static Exchange exchange(String path, Exchange.Phase phase) {
        Exchange exchange = Rehearsal.get(path).routed().exchange();
        exchange.enter(phase);
        return exchange;
    }

    /** The code of the problem after a silence of so long; none if it is not late. */
    private static String after(Exchange exchange, long millis) {
        var late = DEADLINES.passed(exchange, exchange.touchedAt() + millis);
        return late == null ? "none" : late.code();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/projects, RECEIVING, 60, request-timeout",
        "/v1/projects, WAITING, 30, gateway-timeout",
        "/v1/projects, ANSWERING, 60, gateway-timeout",
        "/v1/stream, RECEIVING, 60, request-timeout",
        "/v1/stream, WAITING, 30, gateway-timeout",
        "/v1/stream, ANSWERING, 500, gateway-timeout",
        "/v1/projects:import, RECEIVING, 60, request-timeout",
        "/v1/projects:import, ANSWERING, 60, gateway-timeout",
    })
    void silenceIsToleratedUpToThePhasesLimit(String path, Exchange.Phase phase, long limit, String problem) {
        Exchange exchange = exchange(path, phase);
        assertThat(after(exchange, 0)).isEqualTo("none");
        assertThat(after(exchange, limit)).isEqualTo("none");
        assertThat(after(exchange, limit + 1)).isEqualTo(problem);
    }

    @Test
    void anImportIsAnsweredWithEveryRowDoneAndTheTotalEndsIt() {
        Exchange exchange = exchange("/v1/projects:import", Exchange.Phase.WAITING);
        assertThat(after(exchange, 1_000)).isEqualTo("none");
        assertThat(after(exchange, 1_001)).isEqualTo("gateway-timeout");
    }

    @ParameterizedTest
    @CsvSource({"RECEIVING, request-timeout", "WAITING, gateway-timeout", "ANSWERING, gateway-timeout", "DONE, none"})
    void aRequestMayTakeNoLongerThanTheTotalHoweverBusyItIs(Exchange.Phase phase, String problem) {
        Deadlines patient = new Deadlines(9_999, 9_999, 9_999, 1_000, 9_999, 75, 2);
        Exchange exchange = exchange("/v1/projects", phase);
        if (phase == Exchange.Phase.DONE) {
            exchange.complete();
            assertThat(after(exchange, 500)).isEqualTo("none");
            return;
        }
        assertThat(patient.passed(exchange, exchange.startedAt() + 1_000)).isNull();
        assertThat(patient.passed(exchange, exchange.startedAt() + 1_001).code())
                .isEqualTo(problem);
    }

    @Test
    void anEndlessStreamMayGoOnForever() {
        Deadlines patient = new Deadlines(9_999, 9_999, 9_999, 1_000, 9_999, 75, 2);
        Exchange stream = exchange("/v1/stream", Exchange.Phase.ANSWERING);
        assertThat(patient.passed(stream, stream.startedAt() + 5_000)).isNull();
    }

    private static HttpClientRequest upstream() {
        return Hollow.of(HttpClientRequest.class, Map.of("reset", nothing -> true));
    }

    @Test
    void aClientWhoseBodyAServiceWaitsForHasLessPatience() {
        Exchange awaited = exchange("/v1/projects", Exchange.Phase.RECEIVING);
        awaited.attach(upstream());
        assertThat(after(awaited, 8)).isEqualTo("none");
        assertThat(after(awaited, 9)).isEqualTo("request-timeout");
        awaited.upstreamSlow(true);
        assertThat(after(awaited, 60))
                .as("it is the service that does not take it")
                .isEqualTo("none");
        assertThat(after(awaited, 61)).isEqualTo("gateway-timeout");
        awaited.upstreamSlow(false);
        awaited.detach();
        assertThat(after(awaited, 60)).isEqualTo("none");
    }

    @Test
    void aBodyThatIsLateOverallIsTheFaultOfWhoeverHoldsItUp() {
        Exchange exchange = exchange("/v1/projects", Exchange.Phase.RECEIVING);
        exchange.upstreamSlow(true);
        assertThat(after(exchange, 1_001)).isEqualTo("gateway-timeout");
    }

    @Test
    void anExchangeWithoutARouteHasTheUsualLimits() {
        Exchange exchange = Rehearsal.get("/x").exchange();
        exchange.enter(Exchange.Phase.ANSWERING);
        assertThat(after(exchange, 60)).isEqualTo("none");
        assertThat(after(exchange, 61)).isEqualTo("gateway-timeout");
    }

    @Test
    void limitsAreAsConfiguredAndABodyAwaitedIsNeverGivenLongerThanAnIdleOne() {
        assertThat(Deadlines.of(Rehearsal.config(
                                "gateway.timeouts.response", "3s",
                                "gateway.timeouts.idle", "4s",
                                "gateway.timeouts.receive", "5s",
                                "gateway.timeouts.total", "6s",
                                "gateway.timeouts.stream", "7s",
                                "gateway.timeouts.keep-alive", "8s",
                                "gateway.timeouts.sweep", "9s")
                        .gateway()
                        .timeouts()))
                .isEqualTo(new Deadlines(3_000, 4_000, 4_000, 6_000, 7_000, 8_000, 18_000));
    }
}
