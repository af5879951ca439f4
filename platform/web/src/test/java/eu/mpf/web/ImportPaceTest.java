package eu.mpf.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.mpf.web.notes.NoteImport;
import eu.mpf.web.sql.Sql;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Imports over raw sockets, with an application that is impatient with silence. */
@QuarkusTest
@Tag("running")
@QuarkusTestResource(TestServers.class)
@TestProfile(ImportPaceTest.Impatient.class)
@Tag("X14")
class ImportPaceTest {
    private static final Duration LIMIT = Duration.ofMillis(700);

    public static class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.http.idle-timeout", "0.7S", "quarkus.http.read-timeout", "0.7S");
        }
    }

    @Inject
    Sql sql;

    private static Socket connect() throws IOException {
        var socket = new Socket(URI.create(RestAssured.baseURI).getHost(), RestAssured.port);
        socket.setSoTimeout(10_000);
        socket.setTcpNoDelay(true);
        return socket;
    }

    private static Socket importing() throws IOException {
        var socket = connect();
        send(
                socket,
                "POST /v1/notes:import HTTP/1.1\r\nHost: x\r\nContent-Type: text/csv\r\nAuthorization: Bearer "
                        + TestTokens.of("lv", "applicant") + "\r\nTransfer-Encoding: chunked\r\n\r\n");
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    private static void chunk(Socket socket, String text) throws IOException {
        send(socket, Integer.toHexString(text.length()) + "\r\n" + text + "\r\n");
    }

    private static String rest(Socket socket) throws IOException {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException reset) {
            return "";
        }
    }

    private List<String> titles() {
        return sql.list("SELECT title FROM note WHERE title LIKE 'pace%' ORDER BY title", row -> row.getString(1));
    }

    @Test
    void aFileThatTricklesInSteadilyOverLongerThanTheLimitsIsTaken() throws IOException {
        try (var socket = importing()) {
            var sent = new AtomicInteger();
            var began = System.nanoTime();
            chunk(socket, "title\n");
            await().pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(50))
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> {
                        chunk(socket, "pace%02d\n".formatted(sent.incrementAndGet()));
                        return sent.get() == 32;
                    });
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(LIMIT.multipliedBy(2));
            send(socket, "0\r\n\r\n");
            assertThat(rest(socket)).startsWith("HTTP/1.1 200").contains("\"created\":32");
        }
        assertThat(titles()).hasSize(32);
    }

    /** A connection on which nobody says a word shows that the limit has passed while the row was being done. */
    @Test
    void rowsThatTakeLongerThanAConnectionMayBeIdleAreAnswered() throws IOException {
        NoteImport.slowEnds = new CountDownLatch(1);
        try (var socket = importing();
                var idle = connect()) {
            chunk(socket, "title\nslow\n");
            send(socket, "0\r\n\r\n");
            assertThat(rest(idle)).as("it is cut").isEmpty();
            NoteImport.slowEnds.countDown();
            assertThat(rest(socket))
                    .startsWith("HTTP/1.1 200")
                    .containsIgnoringCase("connection: close")
                    .contains("\"created\":1");
        } finally {
            NoteImport.slowEnds.countDown();
        }
    }

    @Test
    void aFileThatStallsIsCutOffAndNothingOfItIsDone() throws IOException {
        var before = titles();
        try (var socket = importing()) {
            chunk(socket, "title\npace-stalled\n");
            assertThat(rest(socket)).as("no answer to half a file").doesNotContain("HTTP/1.1 2", "HTTP/1.1 5");
        }
        assertThat(titles()).isEqualTo(before);
        assertThat(sql.list("SELECT 1 FROM import_run WHERE finished_at IS NULL", row -> 1))
                .isEmpty();
    }
}
