package eu.mpf.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.gateway.Rehearsal;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** G1 and G12: exactly one well-formed Host that is served here, and no protocol upgrade. */
class HostPolicyTest {

    private static final HostPolicy OPEN = new HostPolicy(Set.of());
    private static final HostPolicy CLOSED = new HostPolicy(Set.of("mpf.example", "mpf.example:8443"));

    @ParameterizedTest
    @ValueSource(strings = {"mpf.example", "MPF.example:8443", "az-AZ_09.example", "127.0.0.1:8080", "[::1]:8080", "a"})
    void aWellFormedHostIsServed(String host) {
        assertThat(Rehearsal.get("/").header("Host", host).through(OPEN).passed())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a b", "a/b", "a@b", "a,b", "a?b", "a#b", "a`b", "a{b", "ä.example", "a\tb", "a;b", "a^b"})
    void anyOtherIsMalformed(String host) {
        Rehearsal refused = Rehearsal.get("/").header("Host", host).through(OPEN);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.problem()).isEqualTo("malformed-request");
    }

    @Test
    void aHostIsAtMost255CharactersLong() {
        assertThat(Rehearsal.get("/")
                        .header("Host", "a".repeat(255))
                        .through(OPEN)
                        .passed())
                .isTrue();
        assertThat(Rehearsal.get("/")
                        .header("Host", "a".repeat(256))
                        .through(OPEN)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void noHostAndTwoHostsAreRefused() {
        assertThat(Rehearsal.get("/").through(OPEN).status()).isEqualTo(400);
        assertThat(Rehearsal.get("/")
                        .header("Host", "a")
                        .header("Host", "a")
                        .through(OPEN)
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "mpf.example, true",
        "MPF.EXAMPLE, true",
        "mpf.example:8443, true",
        "mpf.example:8080, false",
        "other.example, false",
        "x.mpf.example, false"
    })
    void aHostThatIsNotListedIsMisdirected(String host, boolean served) {
        Rehearsal asked = Rehearsal.get("/").header("Host", host).through(CLOSED);
        assertThat(asked.passed()).isEqualTo(served);
        assertThat(asked.status()).isEqualTo(served ? 200 : 421);
        assertThat(asked.problem()).isEqualTo(served ? "" : "misdirected-request");
    }

    @ParameterizedTest
    @CsvSource({"websocket, false", "WebSocket, false", "'h2c, websocket', false", "h2c, true"})
    void anUpgradeToWebSocketIsRefusedAndAnyOtherIsIgnored(String upgrade, boolean served) {
        Rehearsal asked = Rehearsal.get("/")
                .header("Host", "mpf.example")
                .header("Upgrade", upgrade)
                .through(CLOSED);
        assertThat(asked.passed()).isEqualTo(served);
        assertThat(asked.problem()).isEqualTo(served ? "" : "upgrade-refused");
    }
}
