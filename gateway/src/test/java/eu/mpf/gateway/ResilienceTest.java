package eu.mpf.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import eu.mpf.gateway.kit.Issuer;
import eu.mpf.gateway.kit.RawClient;
import eu.mpf.gateway.kit.RawClient.Answer;
import eu.mpf.gateway.kit.RawUpstream;
import eu.mpf.gateway.kit.RunningGateway;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the edge adds to answers, and what it does when a service fails. */
class ResilienceTest {

    /** Closing takes no key: whoever repeats it may do it twice. */
    private static final String CONTRACT = """
            paths:
              /v1/projects:
                post: {parameters: [{$ref: '#/components/parameters/IdempotencyKey'}]}
              /v1/projects/{id}:publish:
                post: {parameters: [{name: idempotency-key, in: header}]}
              /v1/projects/{id}:close:
                post: {parameters: [{name: Idempotency-Key, in: query}, {$ref: '#/components/parameters/Gone'}]}
              /v1/projects/{id}:
                get: {parameters: [{$ref: '#/components/parameters/IdempotencyKey'}]}
            components:
              parameters:
                IdempotencyKey: {name: Idempotency-Key, in: header}
            """;

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

    @Test
    void aServiceThatKeepsFailingIsLeftAloneAndTriedAgainAfterAPause() throws Exception {
        AtomicInteger reached = new AtomicInteger();
        upstream.script((request, connection) -> {
            reached.incrementAndGet();
            connection.close();
        });
        try (RunningGateway gateway = new RunningGateway(
                upstream.port(),
                issuer,
                "gateway.breaker.volume",
                "4",
                "gateway.breaker.pause",
                "1s",
                "gateway.breaker.successes",
                "1")) {
            for (int i = 0; i < 4; i++) {
                assertThat(RawClient.post(gateway.port, "/v1/projects", "{}").status())
                        .isEqualTo(502);
            }
            int before = reached.get();
            Answer open = RawClient.get(gateway.port, "/v1/projects");
            assertThat(open.status()).isEqualTo(503);
            assertThat(open.header("Retry-After")).contains("1");
            assertThat(reached.get()).as("nothing is sent to it").isEqualTo(before);
            upstream.answer("HTTP/1.1 200 OK\nContent-Length: 2\n\nok");
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> RawClient.get(gateway.port, "/v1/projects").status() == 200);
        }
    }

    @Test
    void whatAServiceAnswersDoesNotOpenTheCircuit() throws Exception {
        upstream.answer("HTTP/1.1 500 Internal Server Error\nContent-Length: 0\n\n");
        try (RunningGateway gateway = new RunningGateway(upstream.port(), issuer, "gateway.breaker.volume", "4")) {
            for (int i = 0; i < 12; i++) {
                assertThat(RawClient.get(gateway.port, "/v1/projects").status()).isEqualTo(500);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"GET, 2", "PUT, 2", "DELETE, 2", "POST, 1", "PATCH, 1"})
    void onlyWhatChangesNothingByRepetitionIsSentAgainAndOnlyOnce(String method, int times) throws Exception {
        AtomicInteger reached = new AtomicInteger();
        upstream.script((request, connection) -> {
            reached.incrementAndGet();
            connection.send("HTTP/1.1 503 Service Unavailable\nRetry-After: 0\nContent-Length: 0\n\n");
        });
        try (RunningGateway gateway = new RunningGateway(upstream.port(), issuer)) {
            Answer answer = RawClient.exchange(
                    gateway.port, method + " /v1/projects HTTP/1.1\nHost: mpf.test\nContent-Length: 0\n\n");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(reached.get()).isEqualTo(times);
        }
    }

    /** A service that is stopped may cut what has just reached it; another instance, or its next start, takes it. */
    @ParameterizedTest
    @CsvSource({
        "GET,    /v1/projects,           no,  200",
        "HEAD,   /v1/projects,           no,  200",
        "POST,   /v1/projects,           yes, 200",
        "POST,   /v1/projects/7:publish, yes, 200",
        "POST,   /v1/projects,           no,  502",
        "POST,   /v1/projects/7:close,   yes, 502",
        "POST,   /v1/projects/7,         yes, 502",
        "PATCH,  /v1/projects,           yes, 502",
        "DELETE, /v1/projects,           no,  502",
    })
    void whatIsBrokenOffIsSentAgainIfThatDoesNoHarm(String method, String path, String key, int status)
            throws Exception {
        AtomicInteger reached = new AtomicInteger();
        upstream.script((request, connection) -> {
            if (reached.incrementAndGet() == 1) {
                connection.close();
            } else {
                connection.send("HTTP/1.1 200 OK\nContent-Length: 0\n\n");
            }
        });
        try (RunningGateway gateway = new RunningGateway(upstream.port(), issuer)) {
            gateway.keyed.learn("projects", new YAMLMapper().readTree(CONTRACT));
            String body = "POST".equals(method) || "PATCH".equals(method) ? "{\"a\":1}" : "";
            Answer answer = RawClient.exchange(
                    gateway.port,
                    "%s %s HTTP/1.1\nHost: mpf.test\n%sContent-Length: %d\n\n%s"
                            .formatted(
                                    method,
                                    path,
                                    "yes".equals(key) ? "Idempotency-Key: k1\n" : "",
                                    body.length(),
                                    body));
            assertThat(answer.status()).isEqualTo(status);
            assertThat(reached.get()).isEqualTo(status == 200 ? 2 : 1);
            for (int i = 0; i < reached.get(); i++) {
                assertThat(upstream.next().body()).as("whole each time").isEqualTo(body);
            }
        }
    }

    private static HttpResponse<byte[]> zipped(int port, String... headers) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + port + "/v1/projects"))
                    .header("Accept-Encoding", "gzip");
            if (headers.length > 0) {
                request.headers(headers);
            }
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    @ParameterizedTest
    @CsvSource({"2000", "300000"})
    void textIsCompressedForWhoeverTakesItAndComesOutWhole(int length) throws Exception {
        String body = "0123456789".repeat(length / 10);
        upstream.answer("HTTP/1.1 200 OK\nContent-Type: application/json\nETag: \"7\"\nContent-Length: " + body.length()
                + "\n\n" + body);
        try (RunningGateway gateway = new RunningGateway(upstream.port(), issuer)) {
            HttpResponse<byte[]> answer = zipped(gateway.port);
            assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
            assertThat(answer.headers().firstValue("ETag")).contains("\"7-gzip\"");
            assertThat(answer.headers().allValues("Vary")).anyMatch(vary -> vary.equalsIgnoreCase("accept-encoding"));
            assertThat(answer.body().length).isLessThan(body.length() / 4);
            String back = new String(
                    new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes(),
                    StandardCharsets.UTF_8);
            assertThat(back).isEqualTo(body);
            assertThat(RawClient.get(gateway.port, "/v1/projects").body()).isEqualTo(body);
            upstream.next();
            upstream.next();
            upstream.answer("HTTP/1.1 304 Not Modified\nETag: \"7\"\n\n");
            HttpResponse<byte[]> same = zipped(gateway.port, "If-None-Match", "\"7-gzip\"");
            assertThat(same.statusCode()).isEqualTo(304);
            assertThat(same.headers().firstValue("ETag")).contains("\"7-gzip\"");
            assertThat(upstream.next().all("If-None-Match")).containsExactly("\"7\"");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "small, application/json, 500, max-age=0",
        "secret, application/json, 5000, no-store",
        "picture, image/png, 5000, max-age=0",
        "untouchable, application/json, 5000, no-transform"
    })
    void someAnswersAreLeftAsTheyAre(String which, String type, int length, String cache) throws Exception {
        String body = "x".repeat(length);
        upstream.answer("HTTP/1.1 200 OK\nContent-Type: " + type + "\nCache-Control: " + cache + "\nContent-Length: "
                + length + "\n\n" + body);
        try (RunningGateway gateway = new RunningGateway(upstream.port(), issuer)) {
            HttpResponse<byte[]> answer = zipped(gateway.port);
            assertThat(answer.headers().firstValue("Content-Encoding"))
                    .as(which)
                    .isEmpty();
            assertThat(answer.body()).hasSize(length);
        }
    }

    @ParameterizedTest
    @Tag("E-31")
    @CsvSource(
            delimiter = '|',
            value = {
                "X-Content-Type-Options | nosniff",
                "Content-Security-Policy | default-src 'none'; frame-ancestors 'none'",
                "Referrer-Policy | no-referrer",
                "Cross-Origin-Resource-Policy | same-origin",
                "Cross-Origin-Opener-Policy | same-origin",
                "Strict-Transport-Security | max-age=63072000; includeSubDomains"
            })
    void everyAnswerIsProtected(String name, String value) throws Exception {
        upstream.answer("HTTP/1.1 200 OK\nServer: secret/1\nX-Powered-By: secret\nContent-Length: 2\n\nok");
        try (RunningGateway gateway =
                new RunningGateway(upstream.port(), issuer, "public-url", "https://mpf.example")) {
            for (String path : new String[] {"/v1/projects", "/nothing", "/v1//x"}) {
                Answer answer = RawClient.get(gateway.port, path);
                assertThat(answer.header(name)).as(path).contains(value);
                assertThat(answer.header("Server")).isEmpty();
                assertThat(answer.header("X-Powered-By")).isEmpty();
            }
        }
        try (RunningGateway plain = new RunningGateway(upstream.port(), issuer)) {
            assertThat(RawClient.get(plain.port, "/v1/projects").header("Strict-Transport-Security"))
                    .isEmpty();
        }
    }

    @Test
    @Tag("X19")
    void whatWillGoIsSaidWithItsEndAndItsSuccessor() throws Exception {
        try (RunningGateway gateway = new RunningGateway(
                upstream.port(),
                issuer,
                "gateway.deprecations.old.path",
                "/v1/projects/{id}/old",
                "gateway.deprecations.old.methods",
                "GET",
                "gateway.deprecations.old.since",
                "2026-01-01",
                "gateway.deprecations.old.sunset",
                "2027-01-01",
                "gateway.deprecations.old.successor",
                "/v1/projects")) {
            Answer old = RawClient.get(gateway.port, "/v1/projects/7/old");
            assertThat(old.header("Deprecation")).contains("@1767225600");
            assertThat(old.header("Sunset")).contains("Fri, 1 Jan 2027 00:00:00 GMT");
            assertThat(old.header("Link")).contains("</v1/projects>; rel=\"successor-version\"");
            assertThat(RawClient.post(gateway.port, "/v1/projects/7/old", "{}").header("Deprecation"))
                    .isEmpty();
            assertThat(RawClient.get(gateway.port, "/v1/projects/7").header("Deprecation"))
                    .isEmpty();
        }
    }

    @Test
    void aClientThatSendsItsHeadDropByDropIsCutOff() throws Exception {
        try (RunningGateway gateway =
                        new RunningGateway(upstream.port(), issuer, "gateway.timeouts.keep-alive", "300ms");
                RawClient slow = new RawClient(gateway.port)) {
            slow.raw("GET /v1/projects HTT".getBytes(StandardCharsets.ISO_8859_1));
            assertThat(slow.closedByPeer()).isTrue();
        }
        assertThat(upstream.untouched()).isTrue();
    }

    @Test
    @Tag("X4")
    void refusalsAreToldInTheCallersLanguage() throws Exception {
        try (RunningGateway gateway = new RunningGateway(upstream.port(), issuer)) {
            Answer german = RawClient.get(gateway.port, "/v1//x", "Accept-Language: de-AT, en;q=0.5");
            assertThat(german.header("Content-Language")).contains("de");
            assertThat(german.body()).contains("Der Pfad ist mehrdeutig");
            assertThat(RawClient.get(gateway.port, "/v1//x", "Accept-Language: fr")
                            .body())
                    .contains("Le chemin est ambigu");
        }
    }
}
