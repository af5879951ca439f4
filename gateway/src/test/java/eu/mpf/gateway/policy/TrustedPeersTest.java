package eu.mpf.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.net.SocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose word about the client is believed. */
class TrustedPeersTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.0.1, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "10.1.2.3, 10.1.2.3, true",
        "10.1.2.3, 10.1.2.4, false",
        "10.1.2.3/32, 10.1.2.2, false",
        "192.168.4.0/22, 192.168.7.255, true",
        "192.168.4.0/22, 192.168.8.0, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "fd00::/8, fd12::1, true",
        "fd00::/8, fe80::1, false",
        "::1, ::1, true",
        "::1, ::2, false",
        "2001:db8::1, 2001:db8::1, true",
        "2001:db8::1, 2001:db8::3, false",
        "2001:db8::1, 2001:db8:8000::1, false",
        "10.0.0.0/8, fd00::1, false",
        "' 10.0.0.0/8', 10.0.0.1, true",
    })
    void anAddressIsTrustedWithinItsBlock(String block, String peer, boolean trusted) {
        TrustedPeers peers = new TrustedPeers(List.of(block));
        assertThat(peers.contains(SocketAddress.inetSocketAddress(1, peer))).isEqualTo(trusted);
    }

    @Test
    void severalBlocksAddUp() {
        TrustedPeers peers = new TrustedPeers(List.of("10.0.0.0/8", "fd00::/8"));
        assertThat(peers.contains(SocketAddress.inetSocketAddress(1, "10.0.0.1")))
                .isTrue();
        assertThat(peers.contains(SocketAddress.inetSocketAddress(1, "fd00::1")))
                .isTrue();
        assertThat(peers.contains(SocketAddress.inetSocketAddress(1, "192.0.2.1")))
                .isFalse();
    }

    @Test
    void nobodyIsTrustedByDefaultAndNobodyWithoutAnAddressEver() {
        assertThat(new TrustedPeers(List.of()).contains(SocketAddress.inetSocketAddress(1, "127.0.0.1")))
                .isFalse();
        TrustedPeers everybody = new TrustedPeers(List.of("0.0.0.0/0"));
        assertThat(everybody.contains(null)).isFalse();
        assertThat(everybody.contains(SocketAddress.domainSocketAddress("/run/gateway")))
                .isFalse();
        assertThat(everybody.contains(SocketAddress.inetSocketAddress(1, "proxy.internal")))
                .as("a name that was never resolved")
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.0/x", "10.0.0.0/33", "proxy"})
    void whatIsNoBlockIsNotedAtTheStart(String block) {
        assertThatThrownBy(() -> new TrustedPeers(List.of(block))).isInstanceOf(RuntimeException.class);
    }
}
