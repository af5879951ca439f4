package eu.mpf.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.gateway.Rehearsal;
import eu.mpf.gateway.route.Route;
import eu.mpf.gateway.route.RouteTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing outside the table of routes is ever forwarded. */
class RoutePolicyTest {

    private static final RoutePolicy POLICY =
            new RoutePolicy(new RouteTable(Rehearsal.config().gateway()));

    private static Rehearsal ask(String method, String path) {
        Rehearsal rehearsal = Rehearsal.of(method, path);
        rehearsal.exchange().target(path, null);
        return rehearsal.through(POLICY);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/projects/1, /v1/projects",
        "DELETE, /v1/projects/1, /v1/projects",
        "OPTIONS, /v1/projects, /v1/projects",
        "HEAD, /v1/stream, /v1/stream",
        "OPTIONS, /v1/stream, /v1/stream",
        "OPTIONS, /v1/me, /v1/me",
    })
    void whatIsServedHasItsRoute(String method, String path, String prefix) {
        Rehearsal asked = ask(method, path);
        assertThat(asked.passed()).isTrue();
        assertThat(asked.exchange().route()).extracting(Route::prefix).isEqualTo(prefix);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/nothing", "/x", "/v1"})
    void whatIsNotThereIsNotFoundAndHasNoRoute(String path) {
        Rehearsal refused = ask("GET", path);
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.problem()).isEqualTo("not-found");
        assertThat(refused.exchange().route()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "TRACE, /v1/projects, 'DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT'",
        "CONNECT, /v1/projects, 'DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT'",
        "BREW, /v1/projects, 'DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT'",
        "POST, /v1/stream, 'GET, HEAD'",
        "DELETE, /v1/me, 'GET, HEAD'",
    })
    void anotherMethodIsToldWhichOnesAreServed(String method, String path, String allowed) {
        Rehearsal refused = ask(method, path);
        assertThat(refused.status()).isEqualTo(405);
        assertThat(refused.problem()).isEqualTo("method-not-allowed");
        assertThat(refused.answer("Allow")).isEqualTo(allowed);
        assertThat(refused.exchange().route()).isNull();
    }
}
