package eu.mpf.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.gateway.Rehearsal;
import io.vertx.core.net.SocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By what a client without a credential is counted. */
class ClientAddressTest {

    private static final TrustedPeers PROXIES = new TrustedPeers(List.of("10.0.0.0/8"));

    private static String of(Rehearsal request) {
        return ClientAddress.of(request.exchange().request(), PROXIES);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 20010db800010002/64",
        "2001:db8:1:2::1, 20010db800010002/64",
        "2001:db8:1:3::1, 20010db800010003/64",
        "fe80::1, fe80000000000000/64",
        "::1, 0000000000000000/64",
    })
    void anAddressIsItselfAndOfIpv6ItsNetwork(String peer, String counted) {
        assertThat(of(Rehearsal.get("/").from(peer))).isEqualTo(counted);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9, 203.0.113.9",
        "'198.51.100.1, 203.0.113.9', 203.0.113.9",
        "'198.51.100.1,203.0.113.9 ', 203.0.113.9",
        "2001:db8:1:2::9, 20010db800010002/64",
        "::1, 0000000000000000/64",
        "'203.0.113.9, 10.4.5.6', 203.0.113.9",
        "'198.51.100.1, 203.0.113.9, 10.4.5.6,10.7.8.9', 203.0.113.9",
        "'10.4.5.6, 10.7.8.9', 10.4.5.6",
        "',10.7.8.9', 10.7.8.9",
        "'unknown', unknown",
        "'nonsense:x', nonsense:x",
    })
    void ofTheChainOfTrustedProxiesWhoStandsBeforeThemIsTheClient(String chain, String counted) {
        assertThat(of(Rehearsal.get("/").from("10.1.2.3").header("X-Forwarded-For", chain)))
                .isEqualTo(counted);
    }

    /** Some proxies add a line of their own instead of lengthening the one that is there. */
    @Test
    void whatTheClientClaimsInALineOfItsOwnIsNotBelieved() {
        assertThat(of(Rehearsal.get("/")
                        .from("10.1.2.3")
                        .header("X-Forwarded-For", "198.51.100.1")
                        .header("X-Forwarded-For", "203.0.113.9")))
                .isEqualTo("203.0.113.9");
    }

    @Test
    void aProxyThatSaysNothingIsTheClientAndOneThatIsNotTrustedToo() {
        assertThat(of(Rehearsal.get("/").from("10.1.2.3"))).isEqualTo("10.1.2.3");
        assertThat(of(Rehearsal.get("/").from("192.0.2.7").header("X-Forwarded-For", "203.0.113.9")))
                .isEqualTo("192.0.2.7");
    }

    @Test
    void whoHasNoAddressIsUnknown() {
        assertThat(of(Rehearsal.get("/").from((SocketAddress) null))).isEqualTo("unknown");
        assertThat(of(Rehearsal.get("/").from(SocketAddress.domainSocketAddress("/run/x"))))
                .isEqualTo("unknown");
    }
}
