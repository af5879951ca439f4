package eu.mpf.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.gateway.kit.Issuer;
import eu.mpf.gateway.kit.RawClient;
import eu.mpf.gateway.kit.RawClient.Answer;
import eu.mpf.gateway.kit.RawUpstream;
import eu.mpf.gateway.kit.RawUpstream.Received;
import eu.mpf.gateway.kit.RunningGateway;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sixteen traps of a reverse proxy, over raw sockets; each test carries the number of its trap. */
class TrapsTest {

    private static Issuer issuer;
    private RawUpstream upstream;
    private RunningGateway gateway;

    @BeforeAll
    static void createIssuer() throws Exception {
        issuer = new Issuer();
    }

    @AfterAll
    static void closeIssuer() {
        issuer.close();
    }

    @BeforeEach
    void startUpstream() throws Exception {
        upstream = new RawUpstream();
    }

    @AfterEach
    void stop() throws Exception {
        gateway.close();
        upstream.close();
    }

    private int port(String... settings) {
        gateway = new RunningGateway(upstream.port(), issuer, settings);
        return gateway.port;
    }

    @Test
    void g01_aWebSocketUpgradeIsRefusedAndNeverReachesTheService() throws Exception {
        int port = port();
        String upgrade = "Connection: Upgrade\nUpgrade: websocket\nSec-WebSocket-Version: 13\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==";
        Answer answer = RawClient.get(port, "/v1/projects", upgrade);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("upgrade-refused");
        Answer withBadToken = RawClient.get(port, "/v1/projects", upgrade, "Authorization: Bearer x");
        assertThat(withBadToken.status()).isEqualTo(400);
        assertThat(upstream.untouched()).isTrue();
    }

    @Test
    void g02_hopByHopHeadersOfTheAnswerStayBehindWithThoseTheyNominate() throws Exception {
        upstream.answer("HTTP/1.1 200 OK\nConnection: keep-alive, X-Nominated\nKeep-Alive: timeout=5\n"
                + "Proxy-Authenticate: Basic\nX-Nominated: secret\nX-Kept: yes\nServer: quarkus\nETag: \"3\"\n"
                + "Content-Length: 2\n\nok");
        Answer answer = RawClient.get(port(), "/v1/projects");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("X-Kept")).contains("yes");
        assertThat(answer.header("ETag")).contains("\"3\"");
        for (String gone : new String[] {"Connection", "Keep-Alive", "Proxy-Authenticate", "X-Nominated", "Server"}) {
            assertThat(answer.all(gone)).as(gone).isEmpty();
        }
    }

    @Test
    void g03_requestHeadersNominatedByConnectionAreNotForwarded() throws Exception {
        RawClient.get(
                port(),
                "/v1/projects",
                "Connection: close, X-Internal",
                "Connection: x-forwarded-for, X-Request-Id, traceparent, Host",
                "X-Internal: admin",
                "X-MPF-Subject: admin",
                "X-Remote-User: admin",
                "Proxy-Connection: keep-alive",
                "Proxy-Authorization: Basic x",
                "TE: trailers",
                "X-Kept: yes");
        Received request = upstream.next();
        for (String gone : new String[] {
            "X-Internal", "X-MPF-Subject", "X-Remote-User", "Proxy-Connection", "Proxy-Authorization", "TE"
        }) {
            assertThat(request.all(gone)).as(gone).isEmpty();
        }
        assertThat(request.all("X-Kept")).containsExactly("yes");
        for (String own : new String[] {"X-Forwarded-For", "X-Request-Id", "traceparent", "Host"}) {
            assertThat(request.all(own)).as("cannot be nominated away: " + own).hasSize(1);
        }
    }

    @Test
    void g04_theClientsOwnForwardedHeadersAreReplaced() throws Exception {
        RawClient.get(
                port(),
                "/v1/projects",
                "X-Forwarded-For: 10.1.2.3",
                "X-Forwarded-Host: evil.test",
                "X-Forwarded-Proto: https",
                "X-Forwarded-Prefix: /evil",
                "Forwarded: for=10.1.2.3",
                "X-Real-IP: 10.1.2.3");
        Received request = upstream.next();
        assertThat(request.all("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(request.all("X-Forwarded-Host")).containsExactly("mpf.test");
        assertThat(request.all("X-Forwarded-Proto")).containsExactly("http");
        assertThat(request.all("Forwarded")).containsExactly("for=127.0.0.1;host=\"mpf.test\";proto=http");
        assertThat(request.all("X-Forwarded-Prefix")).isEmpty();
        assertThat(request.all("X-Real-IP")).isEmpty();
        assertThat(request.all("Host")).containsExactly("mpf.test");
    }

    @Test
    void g04_aTrustedProxyIsBelieved() throws Exception {
        RawClient.get(
                port("gateway.trusted-proxies", "127.0.0.0/8"),
                "/v1/projects",
                "X-Forwarded-For: 10.1.2.3",
                "X-Forwarded-Host: mpf.example",
                "X-Forwarded-Proto: https");
        Received request = upstream.next();
        assertThat(request.all("X-Forwarded-For")).containsExactly("10.1.2.3, 127.0.0.1");
        assertThat(request.all("X-Forwarded-Host")).containsExactly("mpf.example");
        assertThat(request.all("X-Forwarded-Proto")).containsExactly("https");
    }

    @Test
    void g05_http2WithPriorKnowledgeIsNotServed() throws Exception {
        try (RawClient client = new RawClient(port())) {
            client.raw("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            client.raw(new byte[] {0, 0, 0, 4, 0, 0, 0, 0, 0});
            String first = client.line();
            assertThat(first == null || first.matches("HTTP/\\S+ [45].*"))
                    .as("%s", first)
                    .isTrue();
        }
        assertThat(upstream.untouched()).isTrue();
    }

    @Test
    void g06_anUpgradeToHttp2IsIgnoredAndTheBodyArrivesWhole() throws Exception {
        Answer answer = RawClient.exchange(
                port(),
                "POST /v1/projects HTTP/1.1\nHost: mpf.test\nConnection: Upgrade, HTTP2-Settings\nUpgrade: h2c\n"
                        + "HTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA\nTransfer-Encoding: chunked\n\n"
                        + "5\nhello\n6\n world\n0\n\n");
        assertThat(answer.status()).isEqualTo(200);
        Received request = upstream.next();
        assertThat(request.body()).isEqualTo("hello world");
        assertThat(request.all("Upgrade")).isEmpty();
        assertThat(request.all("HTTP2-Settings")).isEmpty();
    }

    @Test
    void g07_nothingIsCachedAndConditionalsPassThrough() throws Exception {
        int port = port();
        upstream.answer("HTTP/1.1 200 OK\nCache-Control: max-age=600\nETag: \"1\"\nContent-Length: 3\n\none");
        assertThat(RawClient.get(port, "/v1/projects").body()).isEqualTo("one");
        upstream.next();
        upstream.answer("HTTP/1.1 304 Not Modified\nETag: \"2\"\n\n");
        Answer second = RawClient.get(port, "/v1/projects", "If-None-Match: \"2\"");
        assertThat(second.status()).isEqualTo(304);
        assertThat(second.header("ETag")).contains("\"2\"");
        assertThat(upstream.next().all("If-None-Match")).containsExactly("\"2\"");
    }

    @Test
    void g08_aSilentServiceIsAnswered504() throws Exception {
        upstream.script((request, connection) -> connection.awaitEnd());
        Answer answer = RawClient.get(port("gateway.timeouts.response", "200ms"), "/v1/projects");
        assertThat(answer.status()).isEqualTo(504);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("gateway-timeout", "\"requestId\"", "/problems/gateway-timeout");
        assertThat(upstream.sawEnd()).isTrue();
    }

    @Test
    void g08_waitingBehindAFullPoolIsAnsweredToo() throws Exception {
        upstream.script((request, connection) -> connection.awaitEnd());
        int port = port(
                "gateway.timeouts.response", "300ms",
                "gateway.limits.connections", "1",
                "gateway.limits.waiting", "1");
        try (RawClient first = new RawClient(port);
                RawClient second = new RawClient(port);
                RawClient third = new RawClient(port)) {
            String request = "GET /v1/projects HTTP/1.1\nHost: mpf.test\n\n";
            first.send(request);
            upstream.next();
            second.send(request);
            third.send(request);
            assertThat(first.read().status()).isEqualTo(504);
            assertThat(new int[] {second.read().status(), third.read().status()})
                    .as("one waits and times out, one finds the queue full")
                    .containsExactlyInAnyOrder(504, 503);
        }
    }

    @Test
    void g08_aServiceThatIsDownIs503AndOneThatBreaksOffIs502() throws Exception {
        int port = port();
        upstream.script((request, connection) -> connection.close());
        assertThat(RawClient.get(port, "/v1/projects").status()).isEqualTo(502);
        upstream.close();
        Answer down = RawClient.get(port, "/v1/projects");
        assertThat(down.status()).isEqualTo(503);
        assertThat(down.header("Retry-After")).isPresent();
        assertThat(down.body()).contains("\"code\":\"unavailable\"");
    }

    @Test
    void g08_aBodyThatStallsIsCutSoThatTheClientNotices() throws Exception {
        upstream.script((request, connection) -> {
            connection.send("HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n3\nabc\n");
            connection.awaitEnd();
        });
        try (RawClient client = new RawClient(port("gateway.timeouts.idle", "200ms"))) {
            client.send("GET /v1/projects HTTP/1.1\nHost: mpf.test\n\n");
            assertThat(client.readHead().status()).isEqualTo(200);
            assertThat(client.line()).isEqualTo("3");
            assertThat(client.line()).isEqualTo("abc");
            assertThat(client.closedByPeer()).as("no last chunk, only the end").isTrue();
        }
        assertThat(upstream.sawEnd()).isTrue();
    }

    @Test
    void g08_aRequestBodyThatStallsIsAnswered408() throws Exception {
        try (RawClient client = new RawClient(port("gateway.timeouts.idle", "200ms"))) {
            client.send("POST /v1/projects HTTP/1.1\nHost: mpf.test\nContent-Length: 100\n\nhello");
            assertThat(client.read().status()).isEqualTo(408);
            assertThat(client.closedByPeer()).isTrue();
        }
        assertThat(upstream.untouched()).isTrue();
    }

    @Test
    void g09_aDeclaredBodyOverTheLimitIsRefusedBeforeItIsRead() throws Exception {
        Answer answer = RawClient.exchange(
                port("gateway.limits.body", "1K"),
                "POST /v1/projects HTTP/1.1\nHost: mpf.test\nContent-Length: 1025\nExpect: 100-continue\n\n");
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.header("Connection")).contains("close");
        assertThat(upstream.untouched()).isTrue();
    }

    @Test
    void g09_aChunkedBodyIsCountedWhileItStreams() throws Exception {
        try (RawClient client = new RawClient(port("gateway.limits.body", "1K"))) {
            client.send("POST /v1/projects HTTP/1.1\nHost: mpf.test\nTransfer-Encoding: chunked\n\n");
            for (int i = 0; i < 3; i++) {
                client.send("200\n" + "x".repeat(0x200) + "\n");
            }
            Answer answer = client.read();
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.body()).contains("payload-too-large");
        }
        assertThat(upstream.sawEnd()).as("the service's side was reset").isTrue();
        assertThat(upstream.untouched()).as("no whole request arrived").isTrue();
    }

    @Test
    void g09_aFileThatIsImportedHasALimitOfItsOwn() throws Exception {
        int port = port("gateway.limits.body", "1K", "gateway.limits.import-body", "100K");
        assertThat(RawClient.post(port, "/v1/projects:import", "x".repeat(99_000))
                        .status())
                .isEqualTo(200);
        assertThat(upstream.next().body()).hasSize(99_000);
        Answer answer = RawClient.exchange(
                port, "POST /v1/projects:import HTTP/1.1\nHost: mpf.test\nContent-Length: 102401\n\n");
        assertThat(answer.status()).isEqualTo(413);
        assertThat(upstream.untouched()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000, 65_536, 65_537, 3_000_000})
    void g10_aPostOfAnyLengthArrivesWhole(int length) throws Exception {
        int port = port();
        String body = "x".repeat(length);
        assertThat(RawClient.post(port, "/v1/projects", body).status()).isEqualTo(200);
        Received request = upstream.next();
        assertThat(request.body()).hasSize(length);
        assertThat(request.all("Content-Length")).containsExactly(Integer.toString(length));
        assertThat(request.all("Transfer-Encoding")).isEmpty();
        Answer withToken = RawClient.post(port, "/v1/projects", body, "Authorization: Bearer " + issuer.token());
        assertThat(withToken.status()).as("also when a token is checked first").isEqualTo(200);
        assertThat(upstream.next().body()).hasSize(length);
    }

    @Test
    void g11_exactlyOneTraceparentOfOurOwnReachesTheService() throws Exception {
        String foreign = "00-11111111111111111111111111111111-2222222222222222-01";
        RawClient.get(
                port(),
                "/v1/projects",
                "traceparent: " + foreign,
                "Traceparent: " + foreign,
                "tracestate: a=b",
                "baggage: user=admin");
        Received request = upstream.next();
        assertThat(request.all("traceparent")).hasSize(1);
        assertThat(request.all("traceparent").getFirst())
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01")
                .doesNotContain("11111111111111111111111111111111");
        assertThat(request.all("tracestate")).isEmpty();
        assertThat(request.all("baggage")).isEmpty();
    }

    @Test
    void g11_aTrustedProxysTraceGoesOnWithANewSpan() throws Exception {
        String trace = "11111111111111111111111111111111";
        RawClient.get(
                port("gateway.trusted-proxies", "127.0.0.1"),
                "/v1/projects",
                "traceparent: 00-" + trace + "-2222222222222222-00");
        assertThat(upstream.next().all("traceparent"))
                .singleElement()
                .asString()
                .startsWith("00-" + trace + "-")
                .endsWith("-00")
                .doesNotContain("2222222222222222");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\nTransfer-Encoding: chunked\n\n0\n\n",
                "Content-Length: 5\nContent-Length: 6\n\nhello!",
                "Content-Length: +5\n\nhello",
                "Content-Length: 5, 6\n\nhello!",
                "Transfer-Encoding: chunked\nTransfer-Encoding: identity\n\n0\n\n",
                "Transfer-Encoding: gzip, chunked, x\n\n0\n\n",
                "Transfer-Encoding : chunked\n\n0\n\n",
                "X A: b\n\n",
                "Content-Length: 5\nContent-Length: 5\n\nhello",
                "Content-Length: -1\n\n",
                "Content-Length: 0x5\n\nhello",
                "Content-Length: 5_0\n\nhello",
                "Content-Length: 99999999999999999999\n\n",
                "Content-Length:\n\nhello",
                "Transfer-Encoding: chunked, chunked\n\n0\n\n",
                "Transfer-Encoding: identity\n\n",
                "Transfer-Encoding: xchunked\n\n0\n\n",
                "Transfer-Encoding: chunked\nContent-Length: 0\n\n0\n\n",
                "Transfer-Encoding:\u000bchunked\n\n0\n\n",
                "Transfer-Encoding: \"chunked\"\n\n0\n\n",
                "Content-Length : 5\n\nhello",
                "Content-Length\u0000: 5\n\nhello",
                "X: a\u0000b\n\n",
                ": value\n\n",
                "no colon at all\n\n",
            })
    void g12_smugglingAttemptsAreRefused(String rest) throws Exception {
        Answer answer = RawClient.exchange(port(), "POST /v1/projects HTTP/1.1\nHost: mpf.test\n" + rest);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(upstream.untouched()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5;\u0000\nhello\n0\n\n", "xyz\nhello\n0\n\n", "-1\nhello\n0\n\n", "5\nhello!\n0\n\n"})
    void g12_aBrokenChunkNeverBecomesAWholeRequest(String chunks) throws Exception {
        Answer answer = RawClient.exchange(
                port(), "POST /v1/projects HTTP/1.1\nHost: mpf.test\nTransfer-Encoding: chunked\n\n" + chunks);
        assertThat(answer.status()).as("refused or cut").isIn(0, 400);
        assertThat(upstream.untouched()).isTrue();
    }

    /** A service that took the second request for one of its own would answer a stranger with it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /v1/projects HTTP/1.1\nHost: mpf.test\nContent-Length: 4\nTransfer-Encoding: chunked\n\n"
                        + "5c\nGET /v1/secret HTTP/1.1\nHost: mpf.test\nX: y\n\n0\n\n",
                "POST /v1/projects HTTP/1.1\nHost: mpf.test\nTransfer-Encoding: chunked\nContent-Length: 6\n\n"
                        + "0\n\nGET /v1/secret HTTP/1.1\nHost: mpf.test\n\n",
                "GET /v1/projects HTTP/1.1\nHost: mpf.test\nContent-Length: 44\nContent-Length: 0\n\n"
                        + "GET /v1/secret HTTP/1.1\nHost: mpf.test\n\n",
                "POST /v1/projects HTTP/1.1\nHost: mpf.test\nTransfer-Encoding: x\n\n"
                        + "GET /v1/secret HTTP/1.1\nHost: mpf.test\n\n"
            })
    void g12_nothingBehindARefusedRequestIsReadAsAnother(String both) throws Exception {
        try (RawClient client = new RawClient(port())) {
            client.send(both);
            Answer first = client.read();
            assertThat(first.status()).isIn(400, 501);
            assertThat(client.closedByPeer()).as("nothing more is read from it").isTrue();
        }
        assertThat(upstream.untouched()).isTrue();
    }

    @Test
    void g12_requestsInARowOnOneConnectionAreToldApartByTheirLengths() throws Exception {
        try (RawClient client = new RawClient(port())) {
            client.send("POST /v1/projects HTTP/1.1\nHost: mpf.test\nContent-Length: 46\n\n"
                    + "GET /v1/projects/x HTTP/1.1\nHost: mpf.test\n\n"
                    + "POST /v1/projects HTTP/1.1\nHost: mpf.test\nTransfer-Encoding: chunked\n\n2\nhi\n0\n\n"
                    + "GET /v1/projects HTTP/1.1\nHost: mpf.test\n\n");
            for (int i = 0; i < 3; i++) {
                assertThat(client.read().status()).isEqualTo(200);
            }
        }
        assertThat(upstream.next().body()).startsWith("GET /v1/projects/x").hasSize(46);
        assertThat(upstream.next().body()).isEqualTo("hi");
        assertThat(upstream.next().requestLine()).startsWith("GET /v1/projects HTTP");
        assertThat(upstream.untouched()).isTrue();
    }

    /** What the service's answer says of its own length must not let the next answer begin inside this one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\nContent-Length: 2\nContent-Length: 3\n\nok!",
                "HTTP/1.1 200 OK\nContent-Length: 2\nTransfer-Encoding: chunked\n\n2\nok\n0\n\n",
                "HTTP/1.1 200 OK\nContent-Length: x\n\nok",
                "HTTP/1.1 2OO OK\nContent-Length: 2\n\nok"
            })
    void g12_anAnswerOfUnclearLengthIsNotPassedOnAsIs(String unclear) throws Exception {
        upstream.answer(unclear);
        Answer answer = RawClient.get(port("gateway.timeouts.response", "500ms"), "/v1/projects");
        assertThat(answer.all("Content-Length").size()
                        + answer.all("Transfer-Encoding").size())
                .as("one length, whatever came: %s", answer)
                .isLessThanOrEqualTo(1);
        if (answer.status() == 200) {
            assertThat(answer.body()).isEqualTo("ok");
        } else {
            assertThat(answer.status()).isIn(502, 504);
        }
    }

    @Test
    void g12_aFoldedHeaderIsUnfolded() throws Exception {
        RawClient.get(port(), "/v1/projects", "X-A: b\n X-Internal: c");
        assertThat(upstream.next().all("X-A")).containsExactly("b X-Internal: c");
    }

    @Test
    void g12_http10WithBothLengthsIsRefused() throws Exception {
        Answer answer = RawClient.exchange(
                port(),
                "POST /v1/projects HTTP/1.0\nHost: mpf.test\nContent-Length: 5\nTransfer-Encoding: chunked\n\n0\n\n");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(upstream.untouched()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Host: a\nHost: b\n", "Host: a b\n", "Host: a/b\n", "Host: \n", "Host: a,b\n"})
    void g12_aMissingDoubledOrMalformedHostIsRefused(String host) throws Exception {
        Answer answer = RawClient.exchange(port(), "GET /v1/projects HTTP/1.1\n" + host + "\n");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(upstream.untouched()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/projects/..%2f..%2fq/health",
                "/v1/projects/%2e%2e/x",
                "/v1/projects/../organisations",
                "/v1/projects/./x",
                "/v1/projects//x",
                "//v1/projects",
                "/v1/projects/a\\b",
                "/v1/projects/a%5Cb",
                "/v1/projects/a%00b",
                "/v1/projects/a%0d%0ab",
                "/v1/projects/%zz",
                "/v1/projects/%2",
                "/v1/projects;a=b",
                "/v1/projects/[",
                "/v1/projects/a]",
                "/v1/projects/",
                "http://other.test/v1/projects",
                "*",
            })
    void g13_ambiguousPathsAreRefused(String path) throws Exception {
        Answer answer = RawClient.get(port(), path);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("invalid-path");
        assertThat(upstream.untouched()).isTrue();
    }

    @Test
    void g13_whatIsMatchedIsWhatIsForwarded() throws Exception {
        int port = port();
        RawClient.get(port, "/v1/%70rojects/%c3%a9%7E?q=%2f..%2f&a=b%20c");
        assertThat(upstream.next().requestLine()).isEqualTo("GET /v1/projects/%C3%A9~?q=%2f..%2f&a=b%20c HTTP/1.1");
        RawClient.get(port, "http://mpf.test/v1/projects?x=1");
        assertThat(upstream.next().requestLine()).isEqualTo("GET /v1/projects?x=1 HTTP/1.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/q/health", "/q/metrics", "/%71/health", "/v1", "/v1/projectsx", "/v2/projects", "/webjars"})
    void g13_nothingOutsideTheTableIsForwarded(String path) throws Exception {
        Answer answer = RawClient.get(port(), path);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("\"code\":\"not-found\"", "\"instance\"");
        assertThat(upstream.untouched()).isTrue();
    }

    /** Documented behaviour rather than a wish: codings are case-insensitive in RFC 9112, but nothing is lost by a 400. */
    @Test
    void g14_aCapitalisedTransferCodingEitherArrivesWholeOrIsRefused() throws Exception {
        Answer answer = RawClient.exchange(
                port(), "POST /v1/projects HTTP/1.1\nHost: mpf.test\nTransfer-Encoding: Chunked\n\n5\nhello\n0\n\n");
        if (answer.status() == 200) {
            assertThat(upstream.next().body()).isEqualTo("hello");
        } else {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(upstream.untouched()).isTrue();
        }
    }

    @Test
    void g15_eventsOfAStreamArriveOneByOneAndSilenceDoesNotCutThem() throws Exception {
        CountDownLatch more = new CountDownLatch(1);
        upstream.script((request, connection) -> {
            connection.send("HTTP/1.1 200 OK\nContent-Type: text/event-stream\nTransfer-Encoding: chunked\n\n");
            connection.send("f\ndata: first\n\n\n");
            more.await(5, TimeUnit.SECONDS);
            connection.send("10\ndata: second\n\n\n0\n\n");
        });
        int port = port("gateway.timeouts.idle", "100ms", "gateway.timeouts.total", "200ms");
        try (RawClient client = new RawClient(port)) {
            client.send("GET /v1/stream HTTP/1.1\nHost: mpf.test\nAccept: text/event-stream\n\n");
            Answer head = client.readHead();
            assertThat(head.header("X-Accel-Buffering")).contains("no");
            assertThat(head.header("Content-Encoding")).isEmpty();
            assertThat(client.line()).isEqualTo("f");
            assertThat(client.line()).isEqualTo("data: first");
            assertThat(more.await(600, TimeUnit.MILLISECONDS))
                    .as("longer than any other route may be silent")
                    .isFalse();
            more.countDown();
            assertThat(client.line()).isEmpty();
            assertThat(client.line()).isEmpty();
            assertThat(client.line()).isEqualTo("10");
            assertThat(client.line()).isEqualTo("data: second");
        }
    }

    @Test
    void g16_aClientThatLeavesResetsTheRequestToTheService() throws Exception {
        upstream.script((request, connection) -> connection.awaitEnd());
        try (RawClient client = new RawClient(port())) {
            client.send("GET /v1/projects HTTP/1.1\nHost: mpf.test\n\n");
            upstream.next();
            client.abort();
        }
        assertThat(upstream.sawEnd()).isTrue();
    }

    @Test
    void g16_aClientThatLeavesInTheMiddleOfItsBodyResetsTheServiceToo() throws Exception {
        try (RawClient client = new RawClient(port())) {
            client.send("POST /v1/projects HTTP/1.1\nHost: mpf.test\nTransfer-Encoding: chunked\n\n5\nhello\n");
            client.abort();
        }
        assertThat(upstream.sawEnd() || upstream.untouched()).isTrue();
    }
}
