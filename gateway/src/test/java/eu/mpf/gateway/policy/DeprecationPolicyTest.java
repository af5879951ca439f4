package eu.mpf.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.gateway.Rehearsal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Operations that will go say so (RFC 9745, RFC 8594). */
class DeprecationPolicyTest {

    private static final DeprecationPolicy POLICY = new DeprecationPolicy(Rehearsal.config(
                    "gateway.deprecations.a.path", "/v1/projects/{id}/old",
                    "gateway.deprecations.a.methods", "get,POST",
                    "gateway.deprecations.a.since", "2026-01-02",
                    "gateway.deprecations.a.sunset", "2027-01-31",
                    "gateway.deprecations.a.successor", "/v1/projects/{id}/new",
                    "gateway.deprecations.b.path", "/v1/stream",
                    "gateway.deprecations.b.since", "2026-03-01",
                    "gateway.deprecations.c.path", "/v1/projects/{id}:publish",
                    "gateway.deprecations.c.since", "2026-03-01",
                    "gateway.deprecations.d.path", "/v1/projects:import",
                    "gateway.deprecations.d.since", "2026-03-01",
                    "gateway.deprecations.e.path", "/v1/projects/{id}/files/{file}",
                    "gateway.deprecations.e.since", "2026-03-01")
            .gateway()
            .deprecations()
            .values());

    private static Rehearsal ask(String method, String path) {
        return Rehearsal.of(method, path).routed().through(POLICY);
    }

    @ParameterizedTest
    @CsvSource({"GET, /v1/projects/42/old", "POST, /v1/projects/x/old"})
    void aDeprecatedOperationSaysSinceWhenUntilWhenAndWhatComesInstead(String method, String path) {
        Rehearsal asked = ask(method, path);
        assertThat(asked.passed()).isTrue();
        assertThat(asked.answer("Deprecation")).isEqualTo("@1767312000");
        assertThat(asked.answer("Sunset")).isEqualTo("Sun, 31 Jan 2027 00:00:00 GMT");
        assertThat(asked.answer("Link")).isEqualTo("</v1/projects/{id}/new>; rel=\"successor-version\"");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/projects/42:publish",
        "POST, /v1/projects/a:b:publish",
        "POST, /v1/projects:import",
        "GET, /v1/projects/42/files/7",
    })
    void aVerbIsPartOfTheOperation(String method, String path) {
        Rehearsal asked = ask(method, path);
        assertThat(asked.passed()).isTrue();
        assertThat(asked.answer("Deprecation")).isEqualTo("@1772323200");
    }

    @Test
    void withoutAnEndOrASuccessorItSaysNoMoreThanThat() {
        for (String method : new String[] {"GET", "DELETE"}) {
            Rehearsal asked = ask(method, "/v1/stream");
            assertThat(asked.passed()).isTrue();
            assertThat(asked.answer("Deprecation")).isEqualTo("@1772323200");
            assertThat(asked.answer().contains("Sunset")).isFalse();
            assertThat(asked.answer().contains("Link")).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /v1/projects/42/old",
        "GET, /v1/projects/42/older",
        "GET, /v1/projects/42",
        "GET, /v1/projects/42/old/1",
        "GET, /v1/stream/1",
        "GET, /v1/projects",
        "POST, /v1/projects/42:close",
        "POST, /v1/projects/42:unpublish",
        "POST, /v1/projects/42",
        "POST, /v1/projects/42:publish/x",
        "POST, /v1/projects:export",
        "POST, /v1/projects/42/files/7:publish",
        "POST, /v1/projects/42/files:import",
    })
    void nothingIsSaidOfAnyOther(String method, String path) {
        Rehearsal asked = ask(method, path);
        assertThat(asked.passed()).isTrue();
        assertThat(asked.answer().isEmpty()).isTrue();
    }
}
