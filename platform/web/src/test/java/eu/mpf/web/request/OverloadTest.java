package eu.mpf.web.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.mpf.web.TestServers;
import eu.mpf.web.problem.Problems;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("running")
@QuarkusTestResource(TestServers.class)
@Tag("X16")
class OverloadTest {

    @Inject
    Problems problems;

    // Not the application's own, whose contexts the test's thread is part of.
    private final Vertx vertx = Vertx.vertx();
    private final Queue<RoutingContext> atWork = new ConcurrentLinkedQueue<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private HttpServer server;

    @BeforeEach
    void listen() {
        var overload = new Overload(2, ".*:submit", problems);
        var router = Router.router(vertx);
        router.route().handler(overload::admit);
        router.route().handler(atWork::add);
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void whoWouldOnlyWaitIsToldToComeAgainAndMayOnceSomebodyHasLeft() throws Exception {
        var first = ask("/v1/things");
        var second = ask("/v1/things");
        await().until(() -> atWork.size() == 2);

        var third = ask("/v1/things").get();
        assertThat(third.statusCode()).isEqualTo(503);
        assertThat(third.headers().firstValue("Retry-After")).contains("1");
        assertThat(third.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(third.body()).contains("\"status\":503");

        finishAll();
        assertThat(first.get().statusCode()).isEqualTo(200);
        assertThat(second.get().statusCode()).isEqualTo(200);
        var again = ask("/v1/things");
        await().until(() -> atWork.size() == 1);
        finishAll();
        assertThat(again.get().statusCode()).isEqualTo(200);
    }

    @Test
    void whatHasADeadlineAndWhatIsNoBusinessOfClientsIsNeverRefused() throws Exception {
        ask("/v1/things");
        ask("/v1/things");
        await().until(() -> atWork.size() == 2);
        var submission = ask("/v1/applications/1:submit");
        var health = ask("/q/health/ready");
        await().until(() -> atWork.size() == 4);
        finishAll();
        assertThat(submission.get().statusCode()).isEqualTo(200);
        assertThat(health.get().statusCode()).isEqualTo(200);
    }

    @Test
    void theBodyOfARefusedRequestDoesNotBlockItsConnection() throws Exception {
        ask("/v1/things");
        ask("/v1/things");
        await().until(() -> atWork.size() == 2);
        var large = http.sendAsync(
                HttpRequest.newBuilder(uri("/v1/things"))
                        .POST(BodyPublishers.ofByteArray(new byte[4 << 20]))
                        .build(),
                BodyHandlers.ofString());
        assertThat(large.get().statusCode()).isEqualTo(503);
        finishAll();
        var next = ask("/v1/things");
        await().until(() -> atWork.size() == 1);
        finishAll();
        assertThat(next.get().statusCode()).isEqualTo(200);
    }

    @Test
    void whoHangsUpMakesRoom() throws Exception {
        try (var gone = new Socket("127.0.0.1", server.actualPort())) {
            gone.getOutputStream()
                    .write("GET /v1/things HTTP/1.1\r\nHost: mpf.test\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            await().until(() -> atWork.size() == 1);
        }
        atWork.clear();
        ask("/v1/things");
        await().until(() -> atWork.size() == 1);
        await().untilAsserted(() -> {
            var second = ask("/v1/things");
            await().until(() -> atWork.size() == 2 || second.isDone());
            assertThat(second.isDone()).isFalse();
        });
        finishAll();
    }

    private CompletableFuture<HttpResponse<String>> ask(String path) {
        return http.sendAsync(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.actualPort() + path);
    }

    private void finishAll() {
        for (var request = atWork.poll(); request != null; request = atWork.poll()) {
            request.response().end("done");
        }
    }
}
