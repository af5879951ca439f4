package eu.mpf.gateway.webhook.send;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.gateway.kit.Drip;
import eu.mpf.gateway.webhook.Delivery;
import eu.mpf.gateway.webhook.DeliveryKind;
import eu.mpf.gateway.webhook.DeliveryStatus;
import eu.mpf.gateway.webhook.Egress;
import eu.mpf.gateway.webhook.SendResult;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One attempt against endpoints that do what they should not. */
@Tag("X6")
@Tag("E-31")
class SenderTest {

    /** How an endpoint behaves once a request has come. */
    @FunctionalInterface
    private interface Behaviour {
        void answer(OutputStream out) throws IOException, InterruptedException;
    }

    private final Vertx vertx = Vertx.vertx();
    private final BlockingQueue<String> heads = new LinkedBlockingQueue<>();
    private final AtomicInteger connections = new AtomicInteger();
    private ServerSocket server;
    private volatile Behaviour behaviour = out -> write(out, "HTTP/1.1 204 No Content\r\n\r\n");

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    Socket socket = server.accept();
                    connections.incrementAndGet();
                    Thread.ofVirtual().start(() -> serve(socket));
                }
            } catch (IOException closed) {
                // the test is over
            }
        });
    }

    @AfterEach
    void close() throws Exception {
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private void serve(Socket socket) {
        try (socket) {
            StringBuilder head = new StringBuilder();
            InputStream in = socket.getInputStream();
            while (head.indexOf("\r\n\r\n") < 0) {
                int b = in.read();
                if (b < 0) {
                    return;
                }
                head.append((char) b);
            }
            heads.add(head.toString());
            behaviour.answer(socket.getOutputStream());
        } catch (IOException | InterruptedException over) {
            // cut by the sender, which is what some tests wait for
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private URI url() {
        return URI.create("http://partner.example:" + server.getLocalPort() + "/hook?x=1");
    }

    private static Delivery delivery() {
        Instant now = Instant.now();
        UUID id = UUID.randomUUID();
        return new Delivery(id, id, id, "t", "s", "{}", DeliveryKind.EVENT, DeliveryStatus.PENDING, 0, now, now, null);
    }

    private SendResult send(Egress.Resolver resolver, Duration limit) throws InterruptedException {
        return new Sender(vertx, new Egress(resolver, true), limit)
                .send(url(), delivery(), Instant.now(), List.of(new byte[32]));
    }

    private static InetAddress[] here(String host) {
        return new InetAddress[] {InetAddress.getLoopbackAddress()};
    }

    /** No resolver but the test's knows the name: the connection can only have gone to the address that was checked. */
    @Test
    void theAddressThatWasCheckedIsTheOneThatIsConnectedTo() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        SendResult result = send(
                host -> {
                    if (asked.incrementAndGet() > 1) {
                        throw new UnknownHostException("a name that is asked for twice can answer twice differently");
                    }
                    return here(host);
                },
                Duration.ofSeconds(5));
        assertThat(result.delivered()).as("%s", result).isTrue();
        assertThat(asked.get()).isEqualTo(1);
        assertThat(heads.poll(5, TimeUnit.SECONDS))
                .startsWith("POST /hook?x=1 HTTP/1.1\r\n")
                .containsIgnoringCase("host: partner.example:" + server.getLocalPort());
    }

    /** The name pointed to a public address when the webhook was made, and points to us now. */
    @Test
    void aNameThatHasMovedToAPrivateAddressSinceIsRefusedBeforeAnythingIsSent() throws Exception {
        Sender strict = new Sender(vertx, new Egress(SenderTest::here, false), Duration.ofSeconds(5));
        SendResult result = strict.send(
                URI.create("https://partner.example:" + server.getLocalPort() + "/"),
                delivery(),
                Instant.now(),
                List.of(new byte[32]));
        assertThat(result.delivered()).isFalse();
        assertThat(result.failure()).contains("not public");
        assertThat(connections.get()).isZero();
    }

    @Test
    void aRedirectIsAFailureAndIsNotFollowed() throws Exception {
        behaviour = out -> write(
                out,
                "HTTP/1.1 307 Temporary Redirect\r\nLocation: http://127.0.0.1:" + server.getLocalPort()
                        + "/elsewhere\r\nContent-Length: 0\r\n\r\n");
        SendResult result = send(SenderTest::here, Duration.ofSeconds(5));
        assertThat(result.status()).isEqualTo(307);
        assertThat(result.delivered()).isFalse();
        assertThat(connections.get()).isEqualTo(1);
    }

    @Test
    void anAnswerWithoutEndIsCutAndItsStatusCounts() throws Exception {
        AtomicLong written = new AtomicLong();
        BlockingQueue<Boolean> cut = new LinkedBlockingQueue<>();
        behaviour = out -> {
            write(out, "HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n");
            String piece = "x".repeat(1 << 16);
            try {
                for (long left = 1L << 30; left > 0; left -= piece.length()) {
                    write(out, piece);
                    written.addAndGet(piece.length());
                }
            } catch (IOException reset) {
                cut.add(true);
            }
        };
        SendResult result = send(SenderTest::here, Duration.ofSeconds(5));
        assertThat(result.status()).isEqualTo(200);
        assertThat(result.delivered()).isTrue();
        assertThat(cut.poll(5, TimeUnit.SECONDS)).isTrue();
        assertThat(written.get()).isLessThan(64L << 20);
    }

    @Test
    void anAnswerThatDripsIsGivenUpAtTheTimeLimitAndItsConnectionClosed() throws Exception {
        BlockingQueue<Boolean> cut = new LinkedBlockingQueue<>();
        behaviour = out -> {
            write(out, "HTTP/1.1 200 OK\r\n");
            try (Drip drops = new Drip(Duration.ofMillis(100), () -> write(out, "X: y\r\n"))) {
                cut.add(drops.wasCut(Duration.ofSeconds(20)));
            }
        };
        SendResult result = send(SenderTest::here, Duration.ofMillis(500));
        assertThat(result.delivered()).isFalse();
        assertThat(result.failure()).isEqualTo("did not answer in time");
        assertThat(cut.poll(5, TimeUnit.SECONDS))
                .as("nothing keeps listening to it")
                .isTrue();
    }

    @Test
    void anEndpointThatIsSilentIsGivenUpAtTheTimeLimit() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        behaviour = out -> over.await();
        SendResult result = send(SenderTest::here, Duration.ofMillis(500));
        assertThat(result.delivered()).isFalse();
        assertThat(result.millis()).isBetween(400, 5_000);
        over.countDown();
    }
}
