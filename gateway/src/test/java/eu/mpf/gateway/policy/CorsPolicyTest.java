package eu.mpf.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.gateway.Exchange;
import eu.mpf.gateway.Rehearsal;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Browser frontends of named origins, and no others. */
class CorsPolicyTest {

    private static final String LISTED = "https://portal.example";
    private static final String OWN = "https://mpf.example";
    private static final CorsPolicy POLICY = new CorsPolicy(Set.of(LISTED), OWN);

    private static Rehearsal preflight(String origin) {
        return Rehearsal.of("OPTIONS", "/v1/projects")
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .through(POLICY);
    }

    @ParameterizedTest
    @ValueSource(strings = {LISTED, OWN})
    void aListedOriginAndOnesOwnMayReadAnswers(String origin) {
        Rehearsal asked = Rehearsal.get("/v1/projects").header("Origin", origin).through(POLICY);
        assertThat(asked.passed()).isTrue();
        assertThat(asked.answer("Access-Control-Allow-Origin")).isEqualTo(origin);
        assertThat(asked.answer("Access-Control-Expose-Headers")).contains("ETag", "X-Request-Id", "RateLimit");
        assertThat(asked.answer("Access-Control-Allow-Credentials")).isNull();
        assertThat(asked.answer("Access-Control-Allow-Methods")).isNull();
        assertThat(asked.answer("Vary")).isEqualToIgnoringCase("Origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example", "null", "https://portal.example.evil.example", "http://mpf.example"})
    void anotherOriginIsServedButItsScriptsMayNotReadTheAnswer(String origin) {
        Rehearsal asked = Rehearsal.get("/v1/projects").header("Origin", origin).through(POLICY);
        assertThat(asked.passed()).isTrue();
        assertThat(asked.answer().names()).noneMatch(name -> name.startsWith("Access-Control"));
    }

    @ParameterizedTest
    @ValueSource(strings = {LISTED, OWN})
    void aPreflightOfAListedOriginIsAnsweredHere(String origin) {
        Rehearsal asked = preflight(origin);
        assertThat(asked.passed()).isFalse();
        assertThat(asked.ended()).isTrue();
        assertThat(asked.exchange().phase()).isEqualTo(Exchange.Phase.DONE);
        assertThat(asked.status()).isEqualTo(204);
        assertThat(asked.answer("Access-Control-Allow-Origin")).isEqualTo(origin);
        assertThat(asked.answer("Access-Control-Allow-Methods")).isEqualTo("GET, HEAD, POST, PUT, PATCH, DELETE");
        assertThat(asked.answer("Access-Control-Allow-Headers"))
                .contains("Authorization", "X-API-Key", "If-Match", "Idempotency-Key");
        assertThat(asked.answer("Access-Control-Max-Age")).isEqualTo("600");
    }

    @Test
    void aPreflightOfAnotherOriginIsRefused() {
        Rehearsal asked = preflight("https://evil.example");
        assertThat(asked.status()).isEqualTo(403);
        assertThat(asked.problem()).isEqualTo("origin-not-allowed");
        assertThat(asked.answer().names()).noneMatch(name -> name.startsWith("Access-Control"));
    }

    @Test
    void optionsThatAreNoPreflightAndPostsThatLookLikeOneGoOn() {
        assertThat(Rehearsal.of("OPTIONS", "/v1/projects")
                        .header("Origin", LISTED)
                        .through(POLICY)
                        .passed())
                .isTrue();
        assertThat(Rehearsal.of("POST", "/v1/projects")
                        .header("Origin", "https://evil.example")
                        .header("Access-Control-Request-Method", "POST")
                        .through(POLICY)
                        .passed())
                .isTrue();
    }

    @Test
    void withoutAnOriginNothingIsSaidButThatAnswersVary() {
        Rehearsal asked = Rehearsal.get("/v1/projects").through(POLICY);
        assertThat(asked.passed()).isTrue();
        assertThat(asked.answer().names()).hasSize(1);
        assertThat(asked.answer("Vary")).isEqualToIgnoringCase("Origin");
    }

    @Test
    void whereNoOriginIsListedAnswersDoNotVary() {
        Rehearsal asked = Rehearsal.get("/v1/projects").through(new CorsPolicy(Set.of(), OWN));
        assertThat(asked.passed()).isTrue();
        assertThat(asked.answer().isEmpty()).isTrue();
    }
}
