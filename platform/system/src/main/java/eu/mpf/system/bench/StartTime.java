package eu.mpf.system.bench;

import eu.mpf.embedded.Ports;
import eu.mpf.embedded.Reaper;
import eu.mpf.system.up.LoneService;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * E-14: from the start of the projects service's JVM to its first answer that comes from PostgreSQL, by turns without and with
 * the ahead-of-time cache that its image has. The database is there and migrated.
 */
final class StartTime implements Benchmark {

    private static final long PAUSE = 2_000_000;
    private static final long PATIENCE = 120_000_000_000L;

    private record Start(double seconds, double processor) {}

    @Override
    public void run(Settings settings) throws Exception {
        int rounds = settings.number("rounds", 5);
        Path scratch = Files.createTempDirectory("mpf-bench");
        Reaper reaper = new Reaper();
        reaper.removeAtEnd(scratch);
        int base = settings.number("port", Ports.free());
        try (var service = LoneService.projects(Path.of("").toAbsolutePath(), scratch, base, reaper)) {
            service.stop();
            Path cache = service.train();
            System.out.printf(
                    Locale.ROOT, "-- E-14: a cache of %.0f MB, load %.2f%n", Files.size(cache) / 1e6, Machine.load());
            List<Start> plain = new ArrayList<>();
            List<Start> cached = new ArrayList<>();
            for (int i = 0; i < rounds; i++) {
                plain.add(start(service, null));
                cached.add(start(service, cache));
            }
            print("without", plain);
            print("with the cache", cached);
            System.out.printf(
                    Locale.ROOT,
                    "   ratio %.2f (aim 0.45), of processor time %.2f; aim with the cache 0.7 s on two processors, 1.2 s on one;"
                            + " load %.2f%n",
                    seconds(cached) / seconds(plain),
                    processor(cached) / processor(plain),
                    Machine.load());
        }
    }

    private static Start start(LoneService service, @Nullable Path cache) {
        long begin = System.nanoTime();
        service.launch(cache);
        while (!answers(service.url() + "/v1/projects?pageSize=1")) {
            if (System.nanoTime() - begin > PATIENCE) {
                throw new IllegalStateException("the service does not answer");
            }
            LockSupport.parkNanos(PAUSE);
        }
        var start = new Start((System.nanoTime() - begin) / 1e9, Cpu.seconds(service.pid()));
        service.stop();
        return start;
    }

    private static boolean answers(String url) {
        try {
            var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setConnectTimeout(1_000);
            connection.setReadTimeout(20_000);
            return connection.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void print(String how, List<Start> starts) {
        System.out.printf(
                Locale.ROOT,
                "   %-15s %.2f s, %.2f s of a processor (medians of %s)%n",
                how,
                seconds(starts),
                processor(starts),
                Medians.listed(starts.stream().map(Start::seconds).toList()));
    }

    private static double seconds(List<Start> starts) {
        return Medians.of(starts.stream().map(Start::seconds).toList());
    }

    private static double processor(List<Start> starts) {
        return Medians.of(starts.stream().map(Start::processor).toList());
    }
}
