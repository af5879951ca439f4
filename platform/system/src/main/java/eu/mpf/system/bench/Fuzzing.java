package eu.mpf.system.bench;

import eu.mpf.embedded.Identity;
import eu.mpf.system.client.Platform;
import eu.mpf.testkit.fuzz.Finding;
import eu.mpf.testkit.fuzz.Fuzzer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * E-26: seeded requests, valid, nearly valid and hostile, to each service of a running stack. It changes data: give it a
 * stack of its own.
 */
final class Fuzzing implements Benchmark {

    /** Tokens of the development provider live for an hour. */
    private static final Duration FRESH = Duration.ofMinutes(30);

    private record Token(String text, Instant at) {}

    @Override
    public void run(Settings settings) throws IOException, InterruptedException {
        int port = settings.number("port", 8080);
        int requests = settings.number("requests", 100_000);
        int seed = settings.number("seed", 2023);
        var services = new LinkedHashMap<String, Integer>();
        services.put("projects", port + 1);
        services.put("events", port + 2);
        services.put("calls", port + 3);
        String only = settings.text("only", "");
        if (!only.isEmpty()) {
            services.keySet().retainAll(List.of(only.split(",")));
        }
        for (Map.Entry<String, Integer> service : services.entrySet()) {
            fuzz(service.getKey(), URI.create("http://127.0.0.1:" + service.getValue()), port, requests, seed);
        }
    }

    private static void fuzz(String service, URI base, int port, int requests, int seed)
            throws IOException, InterruptedException {
        var platform = new Platform(
                URI.create("http://127.0.0.1:" + port),
                URI.create("http://127.0.0.1:" + (port + 7) + "/mpf/token"),
                "dev-secret",
                exchange -> {});
        var tokens = new ConcurrentHashMap<String, Token>();
        var fuzzer = new Fuzzer(
                base,
                document(base),
                Identity.all().stream().map(Identity::id).toList(),
                identity -> tokens.compute(identity, (id, known) -> fresh(platform, id, known))
                        .text(),
                seed);
        long start = System.nanoTime();
        List<Finding> findings = fuzzer.run(requests);
        System.out.printf(
                "%s-service: %,d requests in %.0f s with seed %d, answers %s, %d findings; %s%n",
                service,
                requests,
                (System.nanoTime() - start) / 1e9,
                seed,
                fuzzer.statuses(),
                findings.size(),
                fuzzer.reach());
        findings.stream().limit(50).forEach(System.out::println);
    }

    private static Token fresh(Platform platform, String identity, @Nullable Token known) {
        return known != null && known.at().plus(FRESH).isAfter(Instant.now())
                ? known
                : new Token(platform.token(identity), Instant.now());
    }

    private static String document(URI base) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(base.resolve("/openapi?format=yaml"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }
}
