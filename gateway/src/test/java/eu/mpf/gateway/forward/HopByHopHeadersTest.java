package eu.mpf.gateway.forward;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** G2 and G3: what goes end to end, and what does not. */
class HopByHopHeadersTest {

    private static MultiMap headers(String... pairs) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        for (int i = 0; i < pairs.length; i += 2) {
            headers.add(pairs[i], pairs[i + 1]);
        }
        return headers;
    }

    private static MultiMap toService(MultiMap from) {
        MultiMap to = headers();
        HopByHopHeaders.copyToService(from, to);
        return to;
    }

    private static MultiMap toClient(MultiMap from) {
        MultiMap to = headers();
        HopByHopHeaders.copyToClient(from, to);
        return to;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Connection",
                "Keep-Alive",
                "Proxy-Connection",
                "Proxy-Authenticate",
                "Proxy-Authorization",
                "TE",
                "Trailer",
                "Transfer-Encoding",
                "Upgrade",
                "HTTP2-Settings",
                "Content-Length",
                "Expect",
                "Host",
                "X-Request-Id",
                "Forwarded",
                "X-Forwarded-For",
                "X-Forwarded-Host",
                "X-Forwarded-Proto",
                "X-Forwarded-Anything",
                "X-MPF-Caller",
                "X-MPF-1",
                "X-Real-IP",
                "X-Original-URL",
                "X-Rewrite-URL",
                "X-HTTP-Method-Override",
                "X-API-Key",
                "X-Remote-User",
                "X-Authenticated-User",
                "traceparent",
                "tracestate",
                "baggage"
            })
    void noServiceHearsThisFromAClient(String name) {
        for (String written : new String[] {name, name.toLowerCase(Locale.ROOT), name.toUpperCase(Locale.ROOT)}) {
            assertThat(toService(headers(written, "x", "Accept", "y")).names())
                    .as(written)
                    .containsExactly("Accept");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept",
                "Authorization",
                "Content-Type",
                "Cookie",
                "If-Match",
                "Idempotency-Key",
                "X-MPF",
                "X-MPF-",
                "X-MP-1",
                "XXMPF-A",
                "X-Forwarded",
                "X-Other",
                "Te-2",
                "Server",
                "A",
                "A-Header-Longer-Than-Every-Name-On-The-List"
            })
    void everythingElseItHears(String name) {
        MultiMap to = toService(headers(name, "1", name, "2"));
        assertThat(to.getAll(name)).containsExactly("1", "2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Connection",
                "Keep-Alive",
                "Proxy-Connection",
                "Proxy-Authenticate",
                "Proxy-Authentication-Info",
                "TE",
                "Trailer",
                "Transfer-Encoding",
                "Upgrade",
                "Server",
                "X-Powered-By",
                "X-Request-Id",
                "Access-Control-Allow-Origin",
                "Access-Control-Allow-Credentials",
                "Access-Control-Allow-Methods",
                "Access-Control-Allow-Headers",
                "Access-Control-Expose-Headers",
                "Access-Control-Max-Age"
            })
    void noClientHearsThisFromAService(String name) {
        assertThat(toClient(headers(name, "x", name.toLowerCase(Locale.ROOT), "y", "ETag", "z"))
                        .names())
                .containsExactly("ETag");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ETag", "Content-Length", "Set-Cookie", "Vary", "X-MPF-Debug", "Link", "Proxy-Authorization"})
    void everythingElseGoesToTheClient(String name) {
        assertThat(toClient(headers(name, "1", name, "2")).getAll(name)).containsExactly("1", "2");
    }

    @Test
    void whatAConnectionHeaderNamesEndsHere() {
        MultiMap from = headers(
                "Connection",
                "close, x-one",
                "Connection",
                "X-Two ,keep-alive",
                "X-One",
                "1",
                "x-two",
                "2",
                "X-Three",
                "3");
        assertThat(toService(from).names()).containsExactly("X-Three");
        assertThat(toClient(from).names()).containsExactly("X-Three");
    }

    @ParameterizedTest
    @ValueSource(strings = {"close", "Close", "keep-alive", "Keep-Alive"})
    void itsUsualValuesNameNoHeader(String value) {
        assertThat(toService(headers("Connection", value, "close", "1", "A", "2"))
                        .names())
                .containsExactlyInAnyOrder("close", "A");
    }

    @Test
    void whatWasCopiedToTheClientCanBeTakenBackAndWhatTheGatewaySaidStays() {
        MultiMap service = headers(
                "ETag",
                "\"1\"",
                "Vary",
                "Accept",
                "Content-Type",
                "text/csv",
                "X-Request-Id",
                "theirs",
                "Link",
                "</x>");
        MultiMap answer = headers("X-Request-Id", "ours", "RateLimit", "r", "Content-Encoding", "gzip");
        HopByHopHeaders.copyToClient(service, answer);
        assertThat(answer.contains("ETag")).isTrue();
        HopByHopHeaders.takeBack(service, answer);
        assertThat(answer.names()).containsExactlyInAnyOrder("X-Request-Id", "RateLimit", "Vary");
        assertThat(answer.getAll("X-Request-Id")).containsExactly("ours");
    }

    @Test
    void aSetOfNamesIsBlindToCaseAndToNothingElse() {
        HeaderNames names = new HeaderNames("TE", "Trailer", "Upgrade");
        for (String in : new String[] {"TE", "te", "Te", "trailer", "UPGRADE", "Upgrade"}) {
            assertThat(names.contains(in)).as(in).isTrue();
        }
        for (String out : new String[] {"", "T", "TEE", "ET", "upgrades", "Upgrad", "a-much-longer-name"}) {
            assertThat(names.contains(out)).as(out).isFalse();
        }
    }
}
