package eu.mpf.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.gateway.Rehearsal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** G13: what is matched is what is forwarded. */
class PathPolicyTest {

    private static Rehearsal ask(String uri) {
        return Rehearsal.get(uri).header("Host", "mpf.example").through(new PathPolicy());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "/v1/projects, /v1/projects, none, /v1/projects",
                "/v1/%70rojects, /v1/projects, none, /v1/projects",
                "/v1/projects?q=%2e%2E/a&b, /v1/projects, q=%2e%2E/a&b, /v1/projects?q=%2e%2E/a&b",
                "/v1/projects?, /v1/projects, '', /v1/projects?",
                "/v1/projects?a?b, /v1/projects, a?b, /v1/projects?a?b",
                "/?~!, /, ~!, /?~!",
                "/, /, none, /",
                "http://mpf.example/v1/me?x=1, /v1/me, x=1, /v1/me?x=1",
                "http://mpf.example, /, none, /",
                "http://mpf.example/, /, none, /",
            })
    void aPathIsBroughtIntoItsOneFormAndAQueryStaysAsItCame(String uri, String path, String query, String target) {
        Rehearsal asked = ask(uri);
        assertThat(asked.passed()).isTrue();
        assertThat(asked.exchange().path()).isEqualTo(path);
        assertThat(asked.exchange().query()).isEqualTo(query);
        assertThat(asked.exchange().target()).isEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "/v1/../x",
                "/v1//x",
                "/v1/",
                "/a?b#c",
                "/a?b c",
                "/a?b\u007f",
                "/a?ä",
                "/a?b\tc",
                "?x=1",
                "http://other.example/v1/me",
                "https://mpf.example/v1/me",
                "http://mpf.example.evil/v1",
                "http://mpf.example?x=1",
                "ftp://mpf.example/"
            })
    void whatIsAmbiguousIsRefused(String uri) {
        Rehearsal refused = ask(uri);
        assertThat(refused.passed()).isFalse();
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.problem()).isEqualTo("invalid-path");
        assertThat(refused.exchange().path()).isEmpty();
    }
}
