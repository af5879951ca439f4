package eu.mpf.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.gateway.Rehearsal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** G9: a body that is declared too large is refused before it is read. */
class BodyLimitPolicyTest {

    private static final BodyLimitPolicy POLICY = new BodyLimitPolicy(new BodyLimits(100, 1_000));

    private static Rehearsal post(String path, String... headers) {
        Rehearsal rehearsal = Rehearsal.of("POST", path);
        for (int i = 0; i < headers.length; i += 2) {
            rehearsal.header(headers[i], headers[i + 1]);
        }
        return rehearsal.routed().through(POLICY);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/projects, 0",
        "/v1/projects, 100",
        "/v1/projects:import, 101",
        "/v1/projects:import, 1000",
    })
    void aBodyUpToTheLimitGoesOn(String path, String length) {
        assertThat(post(path, "Content-Length", length).passed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/projects, 101, 100",
        "/v1/projects:imported, 101, 100",
        "/v1/projects/import, 101, 100",
        "/v1/projects:import, 1001, 1000",
        "/v1/projects, 9223372036854775807, 100",
    })
    void oneByteMoreIsTooLarge(String path, String length, String limit) {
        Rehearsal refused = post(path, "Content-Length", length, "Expect", "100-continue");
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.problem()).isEqualTo("payload-too-large");
        assertThat(refused.detail()).contains("at most " + limit + " bytes");
        assertThat(refused.continues()).as("nobody is asked to send it").isZero();
    }

    @Test
    void aBodyOfUnknownLengthIsCountedLater() {
        assertThat(post("/v1/projects", "Transfer-Encoding", "chunked").passed())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"100-continue, 1", "100-Continue, 1", "something-else, 0"})
    void aClientThatWaitsForAGoAheadGetsIt(String expected, int continues) {
        Rehearsal asked = post("/v1/projects", "Content-Length", "5", "Expect", expected);
        assertThat(asked.continues()).isEqualTo(continues);
        assertThat(asked.passed()).isTrue();
    }

    @Test
    void importsHaveALimitOfTheirOwnThatIsNeverBelowTheUsualOne() {
        assertThat(limits("10K", "20K")).isEqualTo(new BodyLimits(10_240, 20_480));
        assertThat(limits("10K", "1K")).isEqualTo(new BodyLimits(10_240, 10_240));
    }

    private static BodyLimits limits(String body, String imported) {
        return BodyLimits.of(Rehearsal.config("gateway.limits.body", body, "gateway.limits.import-body", imported)
                .gateway()
                .limits());
    }
}
