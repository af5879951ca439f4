package eu.mpf.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.web.problem.CommonProblem;
import eu.mpf.web.problem.FieldError;
import eu.mpf.web.problem.ProblemException;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the gateway refuses, as a document (RFC 9457). */
class ProblemBodyTest {

    private static final ProblemBody BODIES = new ProblemBody("https://mpf.example");

    private static JsonObject body(String instance, Locale language) {
        return new JsonObject(BODIES.bytes(CommonProblem.NOT_FOUND, language, "It is not there.", instance, "r-1"));
    }

    @Test
    void aDocumentHasTheMembersAllServicesUse() {
        assertThat(body("/v1/x", Locale.ENGLISH))
                .isEqualTo(new JsonObject()
                        .put("type", "https://mpf.example/problems/not-found")
                        .put("title", CommonProblem.NOT_FOUND.title())
                        .put("status", 404)
                        .put("detail", "It is not there.")
                        .put("instance", "/v1/x")
                        .put("code", "not-found")
                        .put("requestId", "r-1"));
    }

    @Test
    void whereThePathIsNotKnownYetNoInstanceIsNamed() {
        assertThat(body(null, Locale.ENGLISH).containsKey("instance")).isFalse();
    }

    @Test
    void itsTitleIsInTheLanguageAskedFor() {
        assertThat(body(null, Locale.FRENCH).getString("title"))
                .isNotBlank()
                .isNotEqualTo(CommonProblem.NOT_FOUND.title());
    }

    @ParameterizedTest
    @EnumSource(GatewayProblem.class)
    void everyProblemHasACodeATitleAndAStatusOfItsKind(GatewayProblem problem) {
        assertThat(problem.code())
                .matches("[a-z]+(-[a-z]+)*")
                .isEqualTo(problem.name().replace("_", "-").toLowerCase(Locale.ROOT));
        assertThat(problem.title()).isNotBlank();
        assertThat(problem.status()).isBetween(400, 504);
    }

    @Test
    void aRefusalBlamesItsParameter() {
        ProblemException refusal = Refusals.of(GatewayProblem.INVALID_CURSOR, "Use another.", "after");
        assertThat(refusal.type()).isEqualTo(GatewayProblem.INVALID_CURSOR);
        assertThat(refusal.detail()).isEqualTo("Use another.");
        assertThat(refusal.errors()).containsExactly(new FieldError("?after", "invalid-cursor", "Use another."));
    }
}
