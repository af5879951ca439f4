package eu.mpf.system.bench;

import eu.mpf.embedded.Ports;
import eu.mpf.embedded.Reaper;
import eu.mpf.system.client.Platform;
import eu.mpf.system.up.LoneGateway;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * E-10: the gateway and nginx, one after the other and again, before the same service, on the same cores. nginx forwards
 * and does nothing else, not even a log. The service is an nginx too, which serves files, so that it is never what is
 * waited for; its time, and that of the client, is not counted.
 */
final class ProxyComparison implements Benchmark {

    private static final int SMALL = 1_000;
    private static final int LARGE = 1 << 20;

    /** One kind of request, and how much the gateway may cost as a multiple of nginx. */
    private record Case(String name, String path, boolean token, double limit) {}

    private static final List<Case> CASES = List.of(
            new Case("1 kB, anonymous", "/v1/projects/small", false, 2),
            new Case("1 kB, token", "/v1/projects/small", true, 3),
            new Case("1 MB, anonymous", "/v1/projects/large", false, 2),
            new Case("1 MB, token", "/v1/projects/large", true, 3));

    /** A proxy under load. */
    private record Proxy(String name, String url, long pid) {}

    /** What one round has shown. */
    private record Measured(double microsPerRequest, double rate) {}

    private int connections;
    private int seconds;
    private int rounds;

    @Override
    public void run(Settings settings) throws Exception {
        if (!Nginx.isInstalled() || !Wrk.isInstalled()) {
            throw new IllegalStateException("nginx and wrk are needed: apt-get install nginx-light wrk");
        }
        rounds = settings.number("rounds", 3);
        seconds = settings.number("seconds", 8);
        connections = settings.number("connections", 32);
        Path scratch = Files.createTempDirectory("mpf-bench");
        Reaper reaper = new Reaper();
        reaper.removeAtEnd(scratch);
        try (Nginx service = Nginx.files(content(scratch), scratch, reaper);
                Nginx nginx = Nginx.proxy(service.port(), scratch, reaper);
                LoneGateway gateway = LoneGateway.before(
                        "http://127.0.0.1:" + service.port(),
                        Path.of("").toAbsolutePath(),
                        scratch,
                        settings.number("port", Ports.free()),
                        reaper)) {
            System.out.println("gateway: " + Machine.flags(gateway.pid())
                    + "; tokens, limits, request ids, traces and its log are on in every case; no database, so limits are"
                    + " not shared (one statement a second)");
            Proxy ours = new Proxy("gateway", gateway.url(), gateway.pid());
            Proxy theirs = new Proxy("nginx", "http://127.0.0.1:" + nginx.port(), nginx.pid());
            String token = new Platform(
                            URI.create(gateway.url()),
                            URI.create(gateway.tokenEndpoint()),
                            "dev-secret",
                            exchange -> {})
                    .token("partner");
            same(ours, theirs, service.port());
            warmUp(ours, theirs, token, settings.number("warmup", 30));
            String only = settings.text("only", "cost,latency");
            if (only.contains("cost")) {
                for (Case each : CASES) {
                    compare(each, ours, theirs, token);
                }
            }
            if (only.contains("latency")) {
                added(ours, theirs, token);
            }
        }
    }

    private static Path content(Path scratch) throws IOException {
        Path directory = Files.createDirectories(scratch.resolve("content/v1/projects"));
        byte[] small = new byte[SMALL];
        Arrays.fill(small, (byte) 'x');
        byte[] large = new byte[LARGE];
        new Random(1).nextBytes(large);
        Files.write(directory.resolve("small"), small);
        Files.write(directory.resolve("large"), large);
        return scratch.resolve("content");
    }

    /** Both give what the service gives, byte for byte; otherwise they would not do the same work. */
    private static void same(Proxy ours, Proxy theirs, int service) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String path : List.of("/v1/projects/small", "/v1/projects/large")) {
                byte[] original = body(client, "http://127.0.0.1:" + service + path);
                for (Proxy proxy : List.of(ours, theirs)) {
                    if (!Arrays.equals(original, body(client, proxy.url() + path))) {
                        throw new IllegalStateException(proxy.name() + " changes " + path);
                    }
                }
            }
        }
    }

    private static byte[] body(HttpClient client, String url) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    /**
     * Until the compiler has done its work: at least the given time, and until the gateway has also computed that long,
     * since on a busy machine a clock says little.
     */
    private void warmUp(Proxy ours, Proxy theirs, String token, int length) throws IOException, InterruptedException {
        long start = System.nanoTime();
        double before = Cpu.treeSeconds(ours.pid());
        while (System.nanoTime() - start < length * 1e9 || Cpu.treeSeconds(ours.pid()) - before < length) {
            for (Case each : CASES) {
                Wrk.run(ours.url() + each.path(), each.token() ? token : null, connections, 4);
            }
        }
        for (Case each : CASES) {
            Wrk.run(theirs.url() + each.path(), each.token() ? token : null, connections, 1);
        }
        System.out.printf(
                Locale.ROOT,
                "warmed up for %.0f s, in which the gateway computed for %.0f s%n",
                (System.nanoTime() - start) / 1e9,
                Cpu.treeSeconds(ours.pid()) - before);
    }

    private void compare(Case each, Proxy ours, Proxy theirs, String token) throws IOException, InterruptedException {
        String own = each.token() ? token : null;
        List<Double> ratios = new ArrayList<>();
        List<Double> rates = new ArrayList<>();
        List<Double> gateway = new ArrayList<>();
        List<Double> nginx = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            Measured first = measure(ours, each, own);
            Measured second = measure(theirs, each, own);
            gateway.add(first.microsPerRequest());
            nginx.add(second.microsPerRequest());
            ratios.add(first.microsPerRequest() / second.microsPerRequest());
            rates.add(first.rate() / second.rate());
        }
        double ratio = Medians.of(ratios);
        System.out.printf(
                Locale.ROOT,
                "-- E-10: %-16s gateway %.1f µs of CPU a request (%s), nginx %.1f (%s); ratio %.2f (%s), limit %.1f: %s;"
                        + " aim 1.50; rate as a share of nginx's %.2f%n",
                each.name(),
                Medians.of(gateway),
                Medians.listed(gateway),
                Medians.of(nginx),
                Medians.listed(nginx),
                ratio,
                Medians.listed(ratios),
                each.limit(),
                ratio <= each.limit() ? "held" : "MISSED",
                Medians.of(rates));
    }

    private Measured measure(Proxy proxy, Case each, @Nullable String token) throws IOException, InterruptedException {
        double before = Cpu.treeSeconds(proxy.pid());
        Wrk wrk = Wrk.run(proxy.url() + each.path(), token, connections, seconds);
        double used = Cpu.treeSeconds(proxy.pid()) - before;
        return new Measured(used * 1e6 / wrk.requests(), wrk.rate());
    }

    /** Latency at half of what the gateway can do, of which nginx does more: both get the same load. */
    private void added(Proxy ours, Proxy theirs, String token) throws Exception {
        Case small = CASES.get(1);
        double half =
                Wrk.run(ours.url() + small.path(), token, connections, seconds).rate() / 2;
        PacedLoad toOurs = new PacedLoad(ours.url() + small.path(), token);
        PacedLoad toTheirs = new PacedLoad(theirs.url() + small.path(), token);
        // The client has a compiler, too, and the first to be measured would pay for it.
        toTheirs.run(half, seconds);
        toOurs.run(half, seconds);
        List<Double> added = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            List<Double> gateway = toOurs.run(half, seconds);
            List<Double> nginx = toTheirs.run(half, seconds);
            added.add(Percentiles.of(gateway, 0.99) - Percentiles.of(nginx, 0.99));
            System.out.printf(
                    Locale.ROOT, "   at %,.0f/s, in ms: gateway %s; nginx %s%n", half, spread(gateway), spread(nginx));
        }
        System.out.printf(
                Locale.ROOT,
                "-- E-10: p99 added to nginx's at half load %.2f ms (%s), limit 2.00%n",
                Medians.of(added),
                Medians.listed(added));
    }

    private static String spread(List<Double> millis) {
        return String.format(
                Locale.ROOT,
                "p50 %.2f, p90 %.2f, p99 %.2f, p99.9 %.2f",
                Percentiles.of(millis, 0.5),
                Percentiles.of(millis, 0.9),
                Percentiles.of(millis, 0.99),
                Percentiles.of(millis, 0.999));
    }
}
