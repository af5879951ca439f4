package eu.mpf.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.gateway.Exchange.Phase;
import eu.mpf.gateway.kit.Hollow;
import eu.mpf.gateway.problem.GatewayProblem;
import eu.mpf.web.problem.CommonProblem;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClientRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One request on its way: it goes on until it is answered, and is answered once. */
class ExchangeTest {

    private final List<String> happened = new ArrayList<>();

    private HttpClientRequest upstream() {
        return Hollow.of(
                HttpClientRequest.class, Map.of("reset", nothing -> happened.add("the service's side was reset")));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "none, none, 0, true",
                "5, none, 5, false",
                "0, none, 0, true",
                "none, chunked, -1, false",
                "5, chunked, -1, false",
            })
    void theLengthOfABodyIsAsDeclared(String length, String encoding, long known, boolean ended) {
        Rehearsal request = Rehearsal.of("POST", "/");
        if (length != null) {
            request.header("Content-Length", length);
        }
        if (encoding != null) {
            request.header("Transfer-Encoding", encoding);
        }
        assertThat(request.exchange().bodyLength()).isEqualTo(known);
        assertThat(request.exchange().requestEnded()).isEqualTo(ended);
    }

    @Test
    void aRefusalIsAProblemDocumentThatNoCacheKeeps() {
        Rehearsal request =
                Rehearsal.get("/v1/projects").header("Accept-Language", "fr").routed();
        request.exchange().response().headers().set("Content-Length", "7").set("Transfer-Encoding", "chunked");
        request.exchange().requestId("r-1");
        request.exchange().refuse(CommonProblem.NOT_FOUND, "It is not there.");
        assertThat(request.status()).isEqualTo(404);
        assertThat(request.problem()).isEqualTo("not-found");
        assertThat(request.answer("Content-Type")).isEqualTo("application/problem+json");
        assertThat(request.answer("Content-Language")).isEqualTo("fr");
        assertThat(request.answer("Cache-Control")).isEqualTo("no-store");
        assertThat(request.answer("Vary")).isEqualToIgnoringCase("Accept-Language");
        assertThat(request.answer("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(request.answer("Content-Length")).isNull();
        assertThat(request.answer("Transfer-Encoding")).isNull();
        assertThat(request.answer("Connection"))
                .as("nothing of the request is left")
                .isNull();
        assertThat(request.exchange().refusal()).isEqualTo(CommonProblem.NOT_FOUND);
        assertThat(request.exchange().isDone()).isTrue();
    }

    @Test
    void aRefusalOfABodyThatWasNotReadEndsTheConnection() {
        Rehearsal request = Rehearsal.of("POST", "/").header("Content-Length", "5");
        request.exchange().refuse(CommonProblem.NOT_FOUND, "x");
        assertThat(request.answer("Connection")).isEqualToIgnoringCase("close");
        assertThat(request.resumes()).as("the rest is read away").isEqualTo(1);
    }

    @Test
    void aRefusalTakesBackWhatTheServiceHadSaid() {
        Rehearsal request = Rehearsal.get("/");
        MultiMap service = MultiMap.caseInsensitiveMultiMap().add("ETag", "\"1\"");
        request.exchange().response().headers().set("ETag", "\"1\"").set("RateLimit", "r");
        request.exchange().relays(service);
        request.exchange().refuse(GatewayProblem.BAD_GATEWAY, "x");
        assertThat(request.answer("ETag")).isNull();
        assertThat(request.answer("RateLimit")).isEqualTo("r");
    }

    @Test
    void anExchangeIsAnsweredOnce() {
        Rehearsal request = Rehearsal.get("/");
        request.exchange().refuse(CommonProblem.NOT_FOUND, "first");
        request.exchange().refuse(CommonProblem.INTERNAL_ERROR, "second");
        request.exchange().next();
        request.exchange().enter(Phase.WAITING);
        request.exchange().abandoned();
        request.exchange().cut();
        assertThat(request.detail()).isEqualTo("first");
        assertThat(request.status()).isEqualTo(404);
        assertThat(request.passed()).isFalse();
        assertThat(request.exchange().phase()).isEqualTo(Phase.DONE);
    }

    @Test
    void whateverEndsItTheServiceIsToldAndWhoWaitsForTheEndIsCalledOnce() {
        for (String end : List.of("refused", "complete", "abandoned")) {
            happened.clear();
            Exchange exchange = Rehearsal.get("/").exchange();
            exchange.attach(upstream());
            exchange.atEnd(() -> happened.add("the end, done: " + exchange.isDone()));
            for (int twice = 0; twice < 2; twice++) {
                switch (end) {
                    case "refused" -> exchange.refuse(CommonProblem.NOT_FOUND, "x");
                    case "complete" -> exchange.complete();
                    default -> exchange.abandoned();
                }
            }
            assertThat(happened).as(end).containsExactly("the service's side was reset", "the end, done: true");
        }
    }

    @Test
    void aServiceThatHasAnsweredInFullIsNotReset() {
        Exchange exchange = Rehearsal.get("/").exchange();
        exchange.attach(upstream());
        assertThat(exchange.isAwaited()).isTrue();
        exchange.detach();
        assertThat(exchange.isAwaited()).isFalse();
        exchange.complete();
        assertThat(happened).isEmpty();
    }

    @Test
    void aPolicyThatFailsIsAnInternalErrorWithoutInternals() {
        Rehearsal request = Rehearsal.get("/");
        for (int i = 0; i < 3; i++) {
            request.exchange().next();
        }
        assertThat(request.status()).as("there is no third policy").isEqualTo(500);
        assertThat(request.problem()).isEqualTo("internal-error");
        assertThat(request.detail()).isEqualTo("The gateway could not handle the request.");
    }

    @Test
    void readingIsStoppedOnceAndTakenUpOnce() {
        Rehearsal request = Rehearsal.get("/");
        request.exchange().release();
        assertThat(request.resumes()).isZero();
        request.exchange().hold();
        request.exchange().hold();
        assertThat(request.pauses()).isEqualTo(1);
        request.exchange().release();
        request.exchange().release();
        assertThat(request.resumes()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"/v1/projects:import, true", "/v1/projects:imported, false", "/v1/import, false"})
    void anImportIsKnownByItsVerb(String path, boolean imported) {
        Exchange exchange = Rehearsal.of("POST", path).exchange();
        exchange.target(path, null);
        assertThat(exchange.isImport()).isEqualTo(imported);
    }

    @Test
    void aRequestStillComingInHasNotEndedUntilItHas() {
        Rehearsal request = Rehearsal.of("POST", "/").header("Content-Length", "5");
        request.exchange().requestHasEnded();
        request.exchange().announceClose();
        assertThat(request.answer("Connection")).isNull();
        request.exchange().complete();
        assertThat(request.resumes()).isZero();
    }

    @Test
    void policiesComeOneAfterAnother() {
        Rehearsal request = Rehearsal.get("/");
        request.exchange().next();
        request.exchange().next();
        assertThat(request.reached()).isEqualTo(2);
        assertThat(request.ended()).isFalse();
    }

    @Test
    void aRefusalNamesItsPathOnceThatIsKnown() {
        Rehearsal known = Rehearsal.get("/v1/projects?x=1").routed();
        known.exchange().refuse(CommonProblem.NOT_FOUND, "x");
        assertThat(known.document().getString("instance")).isEqualTo("/v1/projects");
        Rehearsal unknown = Rehearsal.get("//");
        unknown.exchange().refuse(GatewayProblem.INVALID_PATH, "x");
        assertThat(unknown.document().containsKey("instance")).isFalse();
    }

    @Test
    void anAnswerThatIsUnderWayCannotBeReplacedSoTheClientSeesThatItIsIncomplete() {
        Rehearsal request = Rehearsal.get("/").answering();
        request.exchange().attach(upstream());
        for (int twice = 0; twice < 2; twice++) {
            request.exchange().refuse(CommonProblem.NOT_FOUND, "x");
        }
        assertThat(request.disconnects()).isEqualTo(1);
        assertThat(request.ended()).isFalse();
        assertThat(request.exchange().isDone()).isTrue();
        assertThat(happened).containsExactly("the service's side was reset");
    }

    @Test
    void itsClockIsTheEventLoops() {
        Exchange exchange = Rehearsal.get("/").exchange();
        assertThat(exchange.now()).isEqualTo(exchange.startedAt()).isPositive();
    }
}
