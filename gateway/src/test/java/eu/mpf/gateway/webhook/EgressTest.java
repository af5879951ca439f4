package eu.mpf.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The targets a partner's word must not lead the gateway to. */
@Tag("X6")
@Tag("E-31")
class EgressTest {

    private static final Egress STRICT = new Egress(InetAddress::getAllByName, false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://127.1/",
                "https://127.255.255.254/",
                "https://2130706433/",
                "https://0.0.0.0/",
                "https://10.0.0.1/",
                "https://172.16.0.1/",
                "https://172.31.255.255/",
                "https://192.168.1.1/",
                "https://169.254.169.254/latest/meta-data/",
                "https://100.64.0.1/",
                "https://100.127.255.255/",
                "https://192.0.0.192/",
                "https://198.18.0.1/",
                "https://198.51.100.7/",
                "https://203.0.113.9/",
                "https://224.0.0.1/",
                "https://240.0.0.1/",
                "https://255.255.255.255/",
                "https://[::1]/",
                "https://[::]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://[::127.0.0.1]/",
                "https://[fe80::1]/",
                "https://[fc00::1]/",
                "https://[fd00:ec2::254]/",
                "https://[64:ff9b::7f00:1]/",
                "https://[2002:7f00:1::]/",
                "https://[2001:db8::1]/",
                "https://[2001::1]/",
                "https://[ff02::1]/",
                "https://localhost/",
                "http://93.184.215.14/",
                "ftp://93.184.215.14/",
                "file:///etc/passwd",
                "https://user:secret@93.184.215.14/",
                "https:///no-host",
                "https://93.184.215.14/#fragment",
                "https://no-such-host.invalid/"
            })
    void aTargetThatIsNotPublicIsRefused(String url) {
        assertThatThrownBy(() -> STRICT.resolve(URI.create(url))).isInstanceOf(Egress.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://93.184.215.14/hook",
                "https://8.8.8.8:8443/hook?x=1",
                "https://172.32.0.1/",
                "https://100.128.0.1/",
                "https://[2606:4700:4700::1111]/"
            })
    void aPublicTargetIsAccepted(String url) throws Exception {
        assertThat(STRICT.resolve(URI.create(url))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "::1", "169.254.169.254"})
    void aHostIsRefusedIfAnyOfItsAddressesIsPrivate(String hidden) {
        Egress egress = new Egress(
                host -> new InetAddress[] {InetAddress.getByName("93.184.215.14"), InetAddress.getByName(hidden)},
                false);
        assertThatThrownBy(() -> egress.resolve(URI.create("https://partner.example/")))
                .isInstanceOf(Egress.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://partner.example/"})
    void aHostIsResolvedOnceSoThatItCannotChangeItsMind(String url) throws Exception {
        int[] asked = new int[1];
        Egress egress = new Egress(
                host -> {
                    if (asked[0]++ > 0) {
                        throw new UnknownHostException("asked twice");
                    }
                    return new InetAddress[] {InetAddress.getByName("93.184.215.14")};
                },
                false);
        assertThat(egress.resolve(URI.create(url)).getHostAddress()).isEqualTo("93.184.215.14");
        assertThat(asked[0]).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:9000/hook, true",
        "https://[::1]/hook, true",
        "https://10.0.0.1/, true",
        "ftp://127.0.0.1/, false",
        "http://user@127.0.0.1/, false",
        "http://127.0.0.1/#x, false",
        "http:///x, false",
    })
    void aLocalStackMaySendToItselfAndTheFormIsJudgedAllTheSame(String url, boolean allowed) throws Exception {
        Egress open = new Egress(InetAddress::getAllByName, true);
        if (allowed) {
            assertThat(open.resolve(URI.create(url))).isNotNull();
        } else {
            assertThatThrownBy(() -> open.resolve(URI.create(url))).isInstanceOf(Egress.Refused.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://partner.example/, must begin with https://",
        "partner.example, must begin with https://",
        "'https:///x', 'must have a host, and neither a user nor a fragment'",
        "'https://u@partner.example/', 'must have a host, and neither a user nor a fragment'",
        "'https://partner.example/#x', 'must have a host, and neither a user nor a fragment'",
        "https://away.example/, the host is not known",
        "https://inside.example/, the host has an address that is not public",
    })
    void aRefusalSaysWhatIsWrongAndNothingMore(String url, String reason) {
        Egress egress = new Egress(
                host -> {
                    if (host.equals("away.example")) {
                        throw new UnknownHostException(host);
                    }
                    return new InetAddress[] {InetAddress.getByName("10.0.0.1")};
                },
                false);
        assertThatThrownBy(() -> egress.resolve(URI.create(url)))
                .isInstanceOf(Egress.Refused.class)
                .hasMessage(reason);
    }

    @Test
    void anIpv6HostIsResolvedWithoutItsBracketsAndTheFirstAddressIsTaken() throws Exception {
        List<String> asked = new ArrayList<>();
        Egress egress = new Egress(
                host -> {
                    asked.add(host);
                    return new InetAddress[] {
                        InetAddress.getByName("2606:4700:4700::1111"), InetAddress.getByName("93.184.215.14")
                    };
                },
                false);
        assertThat(egress.resolve(URI.create("https://[2606:4700:4700::1111]/")))
                .isEqualTo(InetAddress.getByName("2606:4700:4700::1111"));
        assertThat(asked).containsExactly("2606:4700:4700::1111");
    }
}
