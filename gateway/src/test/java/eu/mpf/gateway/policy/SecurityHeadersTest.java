package eu.mpf.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;

/** What protects every answer. */
class SecurityHeadersTest {

    private final MultiMap headers = MultiMap.caseInsensitiveMultiMap();

    @Test
    void whatIsMissingIsAdded() {
        new SecurityHeaders("https://mpf.example").complete(headers);
        assertThat(headers.entries())
                .extracting(header -> header.getKey() + ": " + header.getValue())
                .containsExactlyInAnyOrder(
                        "X-Content-Type-Options: nosniff",
                        "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'",
                        "Referrer-Policy: no-referrer",
                        "Cross-Origin-Resource-Policy: same-origin",
                        "Cross-Origin-Opener-Policy: same-origin",
                        "Strict-Transport-Security: max-age=63072000; includeSubDomains");
    }

    @Test
    void whatAPageSetsItselfStaysExceptWhatIsNotItsToDecide() {
        headers.set("Content-Security-Policy", "default-src 'self'")
                .set("Referrer-Policy", "same-origin")
                .set("Cross-Origin-Opener-Policy", "unsafe-none")
                .set("Cross-Origin-Resource-Policy", "cross-origin")
                .set("Strict-Transport-Security", "max-age=0");
        new SecurityHeaders("https://mpf.example").complete(headers);
        assertThat(headers.get("Content-Security-Policy")).isEqualTo("default-src 'self'");
        assertThat(headers.get("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(headers.get("Cross-Origin-Opener-Policy")).isEqualTo("unsafe-none");
        assertThat(headers.getAll("Cross-Origin-Resource-Policy")).containsExactly("same-origin");
        assertThat(headers.getAll("Strict-Transport-Security")).containsExactly("max-age=63072000; includeSubDomains");
    }

    @Test
    void onlyAPlatformReachedByHttpsTellsBrowsersToInsistOnIt() {
        new SecurityHeaders("http://127.0.0.1:8080").complete(headers);
        assertThat(headers.contains("Strict-Transport-Security")).isFalse();
        assertThat(headers.contains("X-Content-Type-Options")).isTrue();
    }
}
