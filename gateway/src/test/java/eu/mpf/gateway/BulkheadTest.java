package eu.mpf.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.mpf.gateway.kit.Issuer;
import eu.mpf.gateway.kit.RawClient;
import eu.mpf.gateway.kit.RawClient.Answer;
import eu.mpf.gateway.kit.RawUpstream;
import eu.mpf.gateway.kit.RunningGateway;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each service has connections and a queue of its own: one that hangs fills them, and nobody else's. */
class BulkheadTest {

    private static final int CONNECTIONS = 3;
    private static final int WAITING = 4;
    private static final String HANGING = "GET /v1/projects HTTP/1.1\nHost: mpf.test\n\n";

    private Issuer issuer;
    private RawUpstream hanging;
    private RawUpstream other;
    private RunningGateway gateway;

    @BeforeEach
    void open() throws Exception {
        issuer = new Issuer();
        hanging = new RawUpstream();
        other = new RawUpstream();
        gateway = new RunningGateway(
                hanging.port(),
                issuer,
                "gateway.upstreams.events",
                "http://127.0.0.1:" + other.port(),
                "gateway.routes.events",
                "/v1/events",
                "gateway.limits.connections",
                Integer.toString(CONNECTIONS),
                "gateway.limits.waiting",
                Integer.toString(WAITING),
                "gateway.timeouts.connect",
                "30s",
                "gateway.timeouts.response",
                "30s",
                "gateway.breaker.volume",
                "1000");
    }

    @AfterEach
    void close() throws Exception {
        gateway.close();
        hanging.close();
        other.close();
        issuer.close();
    }

    @Test
    void aServiceThatHangsDelaysNoOtherAndItsOverflowIsToldToComeBack() throws Exception {
        CountDownLatch recovered = new CountDownLatch(1);
        hanging.script((request, connection) -> {
            recovered.await();
            connection.send("HTTP/1.1 200 OK\nContent-Length: 2\n\nok");
        });
        List<RawClient> stuck = full();
        for (int i = 0; i < 50; i++) {
            assertThat(RawClient.get(gateway.port, "/v1/events").status()).isEqualTo(200);
        }
        refusedAtOnce();
        assertThat(gateway.server.active()).as("all the while the others hang").isEqualTo(CONNECTIONS + WAITING);
        recovered.countDown();
        for (RawClient client : stuck) {
            try (client) {
                assertThat(client.read().status()).isEqualTo(200);
            }
        }
        everythingIsAsBefore();
    }

    @Test
    void clientsThatGiveUpLeaveTheirPlaces() throws Exception {
        for (int round = 0; round < 3; round++) {
            hanging.script((request, connection) -> connection.awaitEnd());
            List<RawClient> stuck = full();
            refusedAtOnce();
            for (RawClient client : stuck) {
                client.abort();
            }
            everythingIsAsBefore();
        }
    }

    /** As many requests as the service has places for, sent at once, so that connections are still being made. */
    private List<RawClient> full() throws Exception {
        List<RawClient> stuck = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS + WAITING; i++) {
            RawClient client = new RawClient(gateway.port);
            client.send(HANGING);
            stuck.add(client);
        }
        await().atMost(Duration.ofSeconds(5)).until(() -> gateway.server.active() == CONNECTIONS + WAITING);
        for (int i = 0; i < CONNECTIONS; i++) {
            hanging.next();
        }
        assertThat(hanging.untouched()).as("more than its connections").isTrue();
        return stuck;
    }

    private void refusedAtOnce() throws IOException {
        for (int i = 0; i < 10; i++) {
            long start = System.nanoTime();
            Answer beyond = RawClient.exchange(gateway.port, HANGING);
            assertThat(beyond.status()).isEqualTo(503);
            assertThat(beyond.header("Retry-After")).isPresent();
            assertThat(beyond.header("Content-Type")).hasValue("application/problem+json");
            assertThat(beyond.body()).contains("\"code\":\"unavailable\"");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        }
    }

    /** Nothing is under way, and the same number fits again. */
    private void everythingIsAsBefore() throws Exception {
        await().atMost(Duration.ofSeconds(5)).until(() -> gateway.server.active() == 0);
        hanging.answer("HTTP/1.1 200 OK\nContent-Length: 2\n\nok");
        await().atMost(Duration.ofSeconds(5)).ignoreExceptions().until(() -> served(CONNECTIONS + WAITING));
        while (!hanging.untouched()) {
            hanging.next();
        }
    }

    /** Whether that many requests at a time are all answered. */
    private boolean served(int many) throws IOException {
        List<RawClient> clients = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            RawClient client = new RawClient(gateway.port);
            client.send(HANGING);
            clients.add(client);
        }
        boolean all = true;
        for (RawClient client : clients) {
            try (client) {
                all &= client.read().status() == 200;
            }
        }
        return all;
    }
}
