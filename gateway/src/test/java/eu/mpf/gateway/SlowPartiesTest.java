package eu.mpf.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.mpf.gateway.kit.Drip;
import eu.mpf.gateway.kit.Issuer;
import eu.mpf.gateway.kit.RawClient;
import eu.mpf.gateway.kit.RawUpstream;
import eu.mpf.gateway.kit.RunningGateway;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that dawdle, over raw sockets: they cost no memory, no connection to a service, and in the end are cut off. */
class SlowPartiesTest {

    /** What the kernel's buffers of four sockets may hold at most, and the gateway's own few. */
    private static final long IN_FLIGHT = 40L << 20;

    private Issuer issuer;
    private RawUpstream upstream;

    @BeforeEach
    void start() throws Exception {
        issuer = new Issuer();
        upstream = new RawUpstream();
    }

    @AfterEach
    void stop() throws Exception {
        upstream.close();
        issuer.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Transfer-Encoding: chunked", "Content-Length: 1073741824"})
    void aReaderThatDoesNotReadHoldsTheServiceBackAndIsCutOff(String length) throws Exception {
        AtomicLong sent = new AtomicLong();
        String piece = "x".repeat(1 << 16);
        upstream.script((request, connection) -> {
            connection.send("HTTP/1.1 200 OK\nContent-Type: application/octet-stream\n" + length + "\n\n");
            boolean chunked = length.startsWith("T");
            try {
                for (long left = 1L << 30; left > 0; left -= piece.length()) {
                    connection.send(chunked ? "10000\n" + piece + "\n" : piece);
                    sent.addAndGet(piece.length());
                }
            } finally {
                connection.awaitEnd();
            }
        });
        try (RunningGateway gateway = new RunningGateway(upstream.port(), issuer, "gateway.timeouts.idle", "700ms");
                RawClient lazy = new RawClient(gateway.port)) {
            lazy.send("GET /v1/projects HTTP/1.1\nHost: mpf.test\n\n");
            assertThat(upstream.sawEnd()).as("the service is let go of").isTrue();
            assertThat(sent.get()).as("bytes the service could get rid of").isLessThan(IN_FLIGHT);
            await().atMost(Duration.ofSeconds(5)).until(() -> gateway.server.active() == 0);
        }
    }

    @Test
    void oneThatAsksAgainAndAgainWithoutReadingIsNotAnsweredIntoMemory() throws Exception {
        int size = 60_000;
        String body = "x".repeat(size);
        AtomicInteger asked = new AtomicInteger();
        upstream.script((request, connection) -> {
            asked.incrementAndGet();
            connection.send(
                    "HTTP/1.1 200 OK\nContent-Type: application/octet-stream\nContent-Length: " + size + "\n\n" + body);
        });
        try (RunningGateway gateway = new RunningGateway(
                        upstream.port(),
                        issuer,
                        "gateway.timeouts.idle",
                        "700ms",
                        "gateway.timeouts.keep-alive",
                        "2s");
                RawClient lazy = new RawClient(gateway.port)) {
            String request = "GET /v1/projects HTTP/1.1\r\nHost: mpf.test\r\n\r\n";
            byte[] many = request.repeat(200).getBytes(StandardCharsets.US_ASCII);
            Thread asking = Thread.ofVirtual().start(() -> {
                try {
                    for (int i = 0; i < 20; i++) {
                        lazy.raw(many);
                    }
                } catch (IOException cut) {
                    // what this is about
                }
            });
            AtomicInteger before = new AtomicInteger(-1);
            await().atMost(Duration.ofSeconds(15))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> !asking.isAlive() || before.getAndSet(asked.get()) == asked.get());
            assertThat((long) asked.get() * size).as("bytes answered to nobody").isLessThan(IN_FLIGHT);
            await().atMost(Duration.ofSeconds(10)).until(() -> gateway.server.active() == 0);
        }
    }

    @Test
    void aBodyThatDripsHasATimeInWhichItMustBeThere() throws Exception {
        try (RunningGateway gateway = new RunningGateway(
                        upstream.port(), issuer, "gateway.timeouts.idle", "400ms", "gateway.timeouts.total", "1s");
                RawClient slow = new RawClient(gateway.port)) {
            slow.send("POST /v1/projects HTTP/1.1\nHost: mpf.test\nContent-Length: 1000\n\n");
            try (Drip drops = new Drip(Duration.ofMillis(50), () -> slow.raw(new byte[] {'x'}))) {
                assertThat(slow.read().status())
                        .as("the client's fault, not the service's")
                        .isEqualTo(408);
            }
        }
        assertThat(upstream.untouched()).as("a slow body occupies no service").isTrue();
    }

    /** Slow but steady, over longer than anybody may be silent; and then the rows take longer than an answer may. */
    @Test
    @Tag("X14")
    void anImportThatTricklesInSteadilyIsTakenHoweverLongItsRowsTake() throws Exception {
        Duration limit = Duration.ofMillis(600);
        CountDownLatch rowsAreDone = new CountDownLatch(1);
        upstream.script((request, connection) -> {
            rowsAreDone.await();
            connection.send("HTTP/1.1 200 OK\nContent-Type: application/json\nContent-Length: 2\n\n{}");
        });
        String[] limits = {
            "gateway.timeouts.idle", "600ms", "gateway.timeouts.receive", "600ms", "gateway.timeouts.response", "600ms"
        };
        try (RunningGateway gateway = new RunningGateway(upstream.port(), issuer, limits);
                RawClient slow = new RawClient(gateway.port);
                RawClient usual = new RawClient(gateway.port)) {
            slow.send("POST /v1/projects:import HTTP/1.1\nHost: mpf.test\nTransfer-Encoding: chunked\n\n");
            AtomicInteger drops = new AtomicInteger();
            long began = System.nanoTime();
            try (Drip body = new Drip(
                    Duration.ofMillis(40),
                    () -> slow.send(
                            drops.incrementAndGet() < 36 ? "1\nx\n" : drops.get() == 36 ? "1\nx\n0\n\n" : ""))) {
                assertThat(upstream.next().body()).isEqualTo("x".repeat(36));
            }
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(limit.multipliedBy(2));
            // What begins now and is no import has waited too long before the import has.
            usual.send("GET /v1/projects HTTP/1.1\nHost: mpf.test\n\n");
            assertThat(usual.read().status()).isEqualTo(504);
            rowsAreDone.countDown();
            assertThat(slow.read().status()).isEqualTo(200);
        }
    }

    /** The client is told whose fault it was, and the service, which was let go of, is not held to be failing. */
    @Test
    @Tag("X14")
    void anImportThatStallsIsAnswered408AndDoesNotCountAgainstTheService() throws Exception {
        String[] settings = {
            "gateway.timeouts.receive", "200ms", "gateway.breaker.volume", "2", "gateway.breaker.failure-ratio", "0.5"
        };
        upstream.script((request, connection) -> connection.awaitEnd());
        try (RunningGateway gateway = new RunningGateway(upstream.port(), issuer, settings)) {
            for (String length : new String[] {"Transfer-Encoding: chunked", "Content-Length: 9000000"}) {
                try (RawClient stalling = new RawClient(gateway.port)) {
                    stalling.send("POST /v1/projects:import HTTP/1.1\nHost: mpf.test\nAccept-Language: fr\n" + length
                            + "\n\n5\nhello\n");
                    RawClient.Answer late = stalling.read();
                    assertThat(late.status()).as(length).isEqualTo(408);
                    assertThat(late.header("Connection")).contains("close");
                    assertThat(late.header("Content-Type")).contains("application/problem+json");
                    assertThat(late.header("Content-Language")).contains("fr");
                    assertThat(late.body()).contains("\"code\":\"request-timeout\"");
                    assertThat(stalling.closedByPeer()).isTrue();
                    assertThat(upstream.sawEnd()).as("the service is let go of").isTrue();
                }
            }
            upstream.answer("HTTP/1.1 200 OK\nContent-Length: 2\n\nok");
            assertThat(RawClient.get(gateway.port, "/v1/projects").status()).isEqualTo(200);
        }
    }

    @Test
    void aHeadThatDripsIsCutOff() throws Exception {
        try (RunningGateway gateway =
                        new RunningGateway(upstream.port(), issuer, "gateway.timeouts.keep-alive", "500ms");
                RawClient slow = new RawClient(gateway.port)) {
            slow.send("GET /v1/projects HTTP/1.1\nHost: mpf.test\nX-Slow: ");
            try (Drip drops = new Drip(Duration.ofMillis(50), () -> slow.raw(new byte[] {'x'}))) {
                assertThat(slow.closedByPeer()).isTrue();
            }
        }
        assertThat(upstream.untouched()).isTrue();
    }

    @Test
    void whoReadsSlowlyButReadsGetsAll() throws Exception {
        int size = 3_000_000;
        upstream.answer("HTTP/1.1 200 OK\nContent-Type: application/octet-stream\nContent-Length: " + size + "\n\n"
                + "x".repeat(size));
        try (RunningGateway gateway = new RunningGateway(upstream.port(), issuer, "gateway.timeouts.idle", "500ms");
                RawClient slow = new RawClient(gateway.port)) {
            slow.send("GET /v1/projects HTTP/1.1\nHost: mpf.test\nConnection: close\n\n");
            assertThat(slow.read().body()).hasSize(size);
        }
    }
}
