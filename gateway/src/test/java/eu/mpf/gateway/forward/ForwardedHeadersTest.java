package eu.mpf.gateway.forward;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.gateway.Rehearsal;
import eu.mpf.gateway.policy.TrustedPeers;
import eu.mpf.gateway.trace.Trace;
import io.vertx.core.MultiMap;
import io.vertx.core.net.SocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** G4 and G11: what a service is told about the client, and whose word counts. */
class ForwardedHeadersTest {

    private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final TrustedPeers proxies = new TrustedPeers(List.of("10.0.0.0/8"));
    private final ForwardedHeaders forwarded = new ForwardedHeaders(proxies, "https", 1);

    private MultiMap write(Rehearsal request) {
        MultiMap to = MultiMap.caseInsensitiveMultiMap();
        request.exchange().requestId("request-1");
        forwarded.write(request.exchange(), to);
        return to;
    }

    private static Rehearsal request(String address) {
        return Rehearsal.get("/").from(address).header("Host", "mpf.example");
    }

    private static Rehearsal claiming(String address) {
        return request(address)
                .header("X-Forwarded-For", "203.0.113.9")
                .header("X-Forwarded-Host", "www.mpf.example")
                .header("X-Forwarded-Proto", "http")
                .header("traceparent", PARENT)
                .header("tracestate", "a=1");
    }

    @Test
    void aServiceIsToldWhoWhereAndHow() {
        Rehearsal request = request("192.0.2.7");
        MultiMap told = write(request);
        assertThat(told.get("Host")).isEqualTo("mpf.example");
        assertThat(told.get("X-Forwarded-For")).isEqualTo("192.0.2.7");
        assertThat(told.get("X-Forwarded-Host")).isEqualTo("mpf.example");
        assertThat(told.get("X-Forwarded-Proto")).isEqualTo("https");
        assertThat(told.get("Forwarded")).isEqualTo("for=192.0.2.7;host=\"mpf.example\";proto=https");
        assertThat(told.get("X-Request-Id")).isEqualTo("request-1");
        assertThat(told.get("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        assertThat(told.contains("tracestate")).isFalse();
        assertThat(told.contains("Authorization")).isFalse();
        Trace trace = request.exchange().trace();
        assertThat(trace).isNotNull();
        assertThat(trace.traceparent()).isEqualTo(told.get("traceparent"));
        assertThat(trace.parentId()).isNull();
    }

    @Test
    void whatAClientClaimsItselfCountsForNothing() {
        MultiMap told = write(claiming("192.0.2.7"));
        assertThat(told.get("X-Forwarded-For")).isEqualTo("192.0.2.7");
        assertThat(told.get("X-Forwarded-Host")).isEqualTo("mpf.example");
        assertThat(told.get("X-Forwarded-Proto")).isEqualTo("https");
        assertThat(told.get("traceparent")).doesNotContain(PARENT.substring(3, 35));
        assertThat(told.contains("tracestate")).isFalse();
    }

    @Test
    void whatATrustedProxyClaimsIsHandedOn() {
        Rehearsal request = claiming("10.0.0.1");
        MultiMap told = write(request);
        assertThat(told.get("Host")).isEqualTo("mpf.example");
        assertThat(told.get("X-Forwarded-For")).isEqualTo("203.0.113.9, 10.0.0.1");
        assertThat(told.get("X-Forwarded-Host")).isEqualTo("www.mpf.example");
        assertThat(told.get("X-Forwarded-Proto")).isEqualTo("http");
        assertThat(told.get("Forwarded")).isEqualTo("for=10.0.0.1;host=\"www.mpf.example\";proto=http");
        assertThat(told.get("traceparent")).startsWith(PARENT.substring(0, 36)).isNotEqualTo(PARENT);
        assertThat(told.get("tracestate")).isEqualTo("a=1");
        assertThat(request.exchange().trace().parentId()).isEqualTo("b7ad6b7169203331");
    }

    @Test
    void aTrustedProxyThatClaimsNothingIsTheClient() {
        MultiMap told = write(request("10.0.0.1").header("tracestate", "a=1"));
        assertThat(told.get("X-Forwarded-For")).isEqualTo("10.0.0.1");
        assertThat(told.get("X-Forwarded-Host")).isEqualTo("mpf.example");
        assertThat(told.get("X-Forwarded-Proto")).isEqualTo("https");
        assertThat(told.contains("tracestate")).as("without a trace").isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2001:db8:0:0:0:0:0:7, '\"[2001:db8:0:0:0:0:0:7]\"'", "192.0.2.7, 192.0.2.7"})
    void anIpv6AddressIsQuotedInForwarded(String address, String node) {
        MultiMap told = write(request(address));
        assertThat(told.get("Forwarded")).startsWith("for=" + node + ";");
        assertThat(told.get("X-Forwarded-For")).isEqualTo(address);
    }

    @Test
    void whoHasNoAddressIsUnknown() {
        for (SocketAddress nowhere : new SocketAddress[] {null, SocketAddress.domainSocketAddress("/run/x")}) {
            assertThat(write(Rehearsal.get("/").from(nowhere).header("Host", "h"))
                            .get("X-Forwarded-For"))
                    .isEqualTo("unknown");
        }
    }

    @Test
    void theTokenMadeOfAKeyTakesThePlaceOfWhatCame() {
        Rehearsal request = request("192.0.2.7");
        request.exchange().bearer("made-here");
        assertThat(write(request).getAll("Authorization")).containsExactly("Bearer made-here");
    }
}
