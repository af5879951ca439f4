package eu.mpf.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.gateway.kit.Issuer;
import eu.mpf.gateway.kit.RawClient;
import eu.mpf.gateway.kit.RawClient.Answer;
import eu.mpf.gateway.kit.RawUpstream;
import eu.mpf.gateway.kit.RunningGateway;
import io.vertx.core.Future;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the public port does beside the traps: ids, methods, origins, lengths, connections, shutdown. */
class GatewayServerTest {

    private static final String HEAD = "HTTP/1.1\nHost: mpf.test\n";
    private static Issuer issuer;
    private static RawUpstream upstream;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() throws Exception {
        issuer = new Issuer();
        upstream = new RawUpstream();
        gateway = new RunningGateway(
                upstream.port(),
                issuer,
                "gateway.cors-origins",
                "https://portal.example",
                "gateway.limits.headers",
                "2K");
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
        upstream.close();
        issuer.close();
    }

    @Test
    void aWellFormedRequestIdIsKeptAndEchoedAnyOtherIsReplaced() throws Exception {
        Answer kept = RawClient.get(gateway.port, "/v1/projects", "X-Request-Id: client-id.42");
        assertThat(kept.all("X-Request-Id")).containsExactly("client-id.42");
        assertThat(upstream.next().all("X-Request-Id")).containsExactly("client-id.42");
        for (String odd : new String[] {"short", "a b c d e f g h", "x".repeat(65), "<script>alert"}) {
            Answer replaced = RawClient.get(gateway.port, "/v1/projects", "X-Request-Id: " + odd);
            String id = replaced.header("X-Request-Id").orElseThrow();
            assertThat(id).matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
            assertThat(upstream.next().all("X-Request-Id")).containsExactly(id);
        }
    }

    @Test
    void methodsOutsideTheRouteAreRefusedWithThoseAllowed() throws Exception {
        for (String method : new String[] {"TRACE", "CONNECT", "PROPFIND", "BREW"}) {
            Answer answer = RawClient.exchange(gateway.port, method + " /v1/projects " + HEAD + "\n");
            assertThat(answer.status()).as(method).isEqualTo(405);
            assertThat(answer.header("Allow")).contains("DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT");
        }
        assertThat(RawClient.post(gateway.port, "/openapi", "{}").header("Allow"))
                .contains("GET, HEAD");
        assertThat(upstream.untouched()).isTrue();
    }

    @Test
    void verbsAfterAColonBelongToTheirCollection() throws Exception {
        for (String path :
                new String[] {"/v1/projects:batchCreate", "/v1/projects/42:start", "/v1/audit/projects:verify"}) {
            assertThat(RawClient.post(gateway.port, path, "{}").status()).isEqualTo(200);
            assertThat(upstream.next().requestLine()).isEqualTo("POST " + path + " HTTP/1.1");
        }
    }

    @Test
    void namedOriginsMayCallAndOthersGetNoPermission() throws Exception {
        Answer named = RawClient.get(gateway.port, "/v1/projects", "Origin: https://portal.example");
        assertThat(named.header("Access-Control-Allow-Origin")).contains("https://portal.example");
        assertThat(named.header("Access-Control-Allow-Credentials")).isEmpty();
        assertThat(named.header("Access-Control-Expose-Headers").orElseThrow()).contains("ETag", "Location");
        assertThat(named.all("Vary")).anyMatch(value -> value.equalsIgnoreCase("origin"));
        upstream.next();
        Answer other = RawClient.get(gateway.port, "/v1/projects", "Origin: https://evil.test");
        assertThat(other.status()).isEqualTo(200);
        assertThat(other.header("Access-Control-Allow-Origin")).isEmpty();
        upstream.next();
    }

    @Test
    void preflightsAreAnsweredByTheGateway() throws Exception {
        String preflight = "OPTIONS /v1/projects " + HEAD + "Access-Control-Request-Method: PATCH\nOrigin: ";
        Answer named = RawClient.exchange(gateway.port, preflight + "https://portal.example\n\n");
        assertThat(named.status()).isEqualTo(204);
        assertThat(named.header("Access-Control-Allow-Methods").orElseThrow()).contains("PATCH");
        assertThat(named.header("Access-Control-Allow-Headers").orElseThrow()).contains("If-Match", "Idempotency-Key");
        for (String origin : new String[] {"https://evil.test", "null", "https://portal.example.evil.test"}) {
            Answer refused = RawClient.exchange(gateway.port, preflight + origin + "\n\n");
            assertThat(refused.status()).as(origin).isEqualTo(403);
            assertThat(refused.header("Access-Control-Allow-Origin")).isEmpty();
        }
        assertThat(upstream.untouched()).isTrue();
    }

    @Test
    void theServicesOwnCorsHeadersDoNotPass() throws Exception {
        upstream.answer("HTTP/1.1 200 OK\nAccess-Control-Allow-Origin: *\nAccess-Control-Allow-Credentials: true\n"
                + "Content-Length: 0\n\n");
        Answer answer = RawClient.get(gateway.port, "/v1/projects", "Origin: https://evil.test");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
        upstream.next();
        upstream.answer("HTTP/1.1 200 OK\nContent-Length: 2\n\nok");
    }

    @Test
    void aConnectionServesManyRequestsAlsoAfterRefusals() throws Exception {
        try (RawClient client = new RawClient(gateway.port)) {
            for (String path : new String[] {"/v1/projects", "/nothing", "/v1//x", "/v1/projects"}) {
                client.send("GET " + path + " " + HEAD + "\n");
                Answer answer = client.read();
                assertThat(answer.status()).isIn(200, 404, 400);
                assertThat(answer.header("Connection")).isEmpty();
            }
        }
        upstream.next();
        upstream.next();
    }

    @Test
    void pipelinedRequestsAreAnsweredInOrder() throws Exception {
        try (RawClient client = new RawClient(gateway.port)) {
            client.send("GET /v1/projects " + HEAD + "\n" + "GET /nothing " + HEAD + "\n" + "GET /v1/projects/2 " + HEAD
                    + "\n");
            assertThat(client.read().status()).isEqualTo(200);
            assertThat(client.read().status()).isEqualTo(404);
            assertThat(client.read().status()).isEqualTo(200);
        }
        upstream.next();
        upstream.next();
    }

    @Test
    void aLargeAnswerArrivesWholeAndHeadHasNoBody() throws Exception {
        String body = "x".repeat(2_000_000);
        upstream.answer("HTTP/1.1 200 OK\nContent-Length: 2000000\n\n" + body);
        assertThat(RawClient.get(gateway.port, "/v1/projects").body()).isEqualTo(body);
        upstream.next();
        upstream.answer("HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n3\nabc\n2\nde\n0\n\n");
        assertThat(RawClient.get(gateway.port, "/v1/projects").body()).isEqualTo("abcde");
        upstream.next();
        upstream.answer("HTTP/1.1 200 OK\nContent-Length: 1234\n\n");
        try (RawClient client = new RawClient(gateway.port)) {
            client.send("HEAD /v1/projects " + HEAD + "\n");
            assertThat(client.readHead().header("Content-Length")).contains("1234");
        }
        upstream.next();
        upstream.answer("HTTP/1.1 200 OK\nContent-Length: 2\n\nok");
    }

    @Test
    void anAnswerBeforeTheBodyHasArrivedReachesTheClient() throws Exception {
        try (RawUpstream hasty = new RawUpstream();
                RunningGateway before = new RunningGateway(hasty.port(), issuer);
                RawClient client = new RawClient(before.port)) {
            hasty.answerEarly("HTTP/1.1 403 Forbidden\nContent-Length: 2\n\nno");
            client.send("POST /v1/projects " + HEAD + "Transfer-Encoding: chunked\n\n5\nhello\n");
            Answer answer = client.read();
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.header("Connection")).contains("close");
            assertThat(client.closedByPeer()).isTrue();
        }
    }

    @Test
    void aGoAheadIsGivenToAClientThatWaitsForOne() throws Exception {
        try (RawClient client = new RawClient(gateway.port)) {
            client.send("POST /v1/projects " + HEAD + "Content-Length: 5\nExpect: 100-continue\n\n");
            assertThat(client.read().status()).isEqualTo(100);
            client.send("hello");
            assertThat(client.read().status()).isEqualTo(200);
        }
        assertThat(upstream.next().all("Expect")).isEmpty();
    }

    @Test
    void aTokenIsCheckedBeforeTheGoAhead() throws Exception {
        Answer answer = RawClient.exchange(
                gateway.port,
                "POST /v1/projects " + HEAD + "Content-Length: 5\nExpect: 100-continue\nAuthorization: Bearer x\n\n");
        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void oversizedRequestLinesAndHeadersAreRefused() throws Exception {
        Answer line = RawClient.get(gateway.port, "/v1/projects?q=" + "x".repeat(9_000));
        assertThat(line.status()).isEqualTo(414);
        Answer headers = RawClient.get(gateway.port, "/v1/projects", "X-Long: " + "x".repeat(3_000));
        assertThat(headers.status()).isEqualTo(431);
        assertThat(headers.header("Content-Type")).contains("application/problem+json");
        Answer many =
                RawClient.get(gateway.port, "/v1/projects", "A: b\n".repeat(101).trim());
        assertThat(many.status()).isEqualTo(431);
        assertThat(upstream.untouched()).isTrue();
    }

    @Test
    void anIdleConnectionIsClosedAlsoWhenItDripsHeaders() throws Exception {
        try (RunningGateway impatient =
                        new RunningGateway(upstream.port(), issuer, "gateway.timeouts.keep-alive", "300ms");
                RawClient idle = new RawClient(impatient.port);
                RawClient dripping = new RawClient(impatient.port)) {
            dripping.send("GET /v1/projects " + HEAD + "X-Slow: ");
            assertThat(idle.closedByPeer()).isTrue();
            assertThat(dripping.closedByPeer()).isTrue();
        }
    }

    @Test
    void shutdownLetsARequestUnderWayFinish() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        try (RawUpstream slow = new RawUpstream();
                RunningGateway stopping = new RunningGateway(slow.port(), issuer);
                RawClient client = new RawClient(stopping.port)) {
            slow.script((request, connection) -> {
                release.await(5, TimeUnit.SECONDS);
                connection.send("HTTP/1.1 200 OK\nContent-Length: 4\n\ndone");
            });
            client.send("GET /v1/projects " + HEAD + "\n");
            slow.next();
            Future<Void> stopped = stopping.server.stop(Duration.ofSeconds(5));
            assertThat(stopped.isComplete()).isFalse();
            release.countDown();
            Answer answer = client.read();
            assertThat(answer.body()).isEqualTo("done");
            assertThat(answer.header("Connection")).contains("close");
            RunningGateway.await(stopped);
        }
    }

    @Test
    void whoKeepsAskingWhileItStopsIsServedAndThenRefusedButNeverCut() throws Exception {
        try (RawUpstream service = new RawUpstream();
                RunningGateway stopping =
                        new RunningGateway(service.port(), issuer, "gateway.timeouts.sweep", "500ms");
                var people = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch asking = new CountDownLatch(8);
            List<java.util.concurrent.Future<List<Integer>>> told = IntStream.range(0, 8)
                    .mapToObj(i -> people.submit(() -> statusesUntilRefused(stopping.port, asking)))
                    .toList();
            assertThat(asking.await(20, TimeUnit.SECONDS)).isTrue();
            RunningGateway.await(stopping.server.stop(Duration.ofSeconds(20)));
            for (var each : told) {
                assertThat(each.get()).contains(200).endsWith(503).containsOnly(200, 503);
            }
        }
    }

    /** Keeps its connection until it is told to close it, and leaves at the first refusal, as {@code Retry-After} asks. */
    private static List<Integer> statusesUntilRefused(int port, CountDownLatch asking) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        while (true) {
            try (RawClient client = new RawClient(port)) {
                boolean last = false;
                while (!last) {
                    client.send("GET /v1/projects " + HEAD + "\n");
                    Answer answer = client.read();
                    statuses.add(answer.status());
                    asking.countDown();
                    if (answer.status() != 200) {
                        assertThat(answer.header("Retry-After"))
                                .as(answer.body())
                                .contains("2");
                        return statuses;
                    }
                    last = answer.header("Connection").filter("close"::equals).isPresent();
                }
            }
        }
    }

    @Test
    void severalEventLoopsServeOnePort() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        try (RunningGateway wide = new RunningGateway(
                upstream.port(), issuer, "gateway.port", Integer.toString(free), "gateway.event-loops", "3")) {
            assertThat(wide.port).isEqualTo(free);
            for (int i = 0; i < 9; i++) {
                assertThat(RawClient.get(free, "/v1/projects").status()).isEqualTo(200);
                upstream.next();
            }
        }
    }

    @Test
    void theAccessLogTellsRouteAndStatusButNeitherQueryNorCaller() throws Exception {
        RawClient.get(gateway.port, "/v1/projects/7?q=secret", "X-Request-Id: log-line-of-this-test");
        upstream.next();
        String line = null;
        for (long end = System.nanoTime() + 5_000_000_000L;
                line == null && System.nanoTime() < end;
                Thread.onSpinWait()) {
            line = gateway.log.stream()
                    .filter(entry -> entry.requestId().equals("log-line-of-this-test"))
                    .map(entry -> entry.line())
                    .findFirst()
                    .orElse(null);
        }
        assertThat(line)
                .contains("GET /v1/projects/7 200", "route=/v1/projects", "upstream=projects")
                .doesNotContain("secret", "127.0.0.1");
    }
}
