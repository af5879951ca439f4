package eu.mpf.system.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mpf.embedded.Ports;
import eu.mpf.embedded.Reaper;
import eu.mpf.system.client.Answer;
import eu.mpf.system.client.Platform;
import eu.mpf.system.client.Session;
import eu.mpf.system.up.CallsStack;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * E-7: the last minutes before a deadline. Applications arrive ever faster, each with draft saves and files; some people
 * click twice, some repeat a request whose answer they lost, some come too late. Afterwards the database is asked whether
 * every promise was kept (invariants I2, I3, I4).
 */
final class DeadlineDay implements Benchmark {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    @Override
    public void run(Settings settings) throws Exception {
        int applications = settings.number("applications", 500);
        Duration window = Duration.ofSeconds(settings.number("seconds", 60));
        int fileBytes = settings.number("fileKiB", 1024) << 10;
        long seed = settings.number("seed", 1);
        Path scratch = Files.createTempDirectory("mpf-bench");
        Reaper reaper = new Reaper();
        reaper.removeAtEnd(scratch);
        try (var stack = CallsStack.start(
                        Path.of("").toAbsolutePath(), scratch, settings.number("port", Ports.free()), reaper);
                var database = DriverManager.getConnection(stack.jdbcUrl())) {
            Machine.describe(database);
            System.out.println("calls-service: " + Machine.flags(stack.pid()));
            var platform = new Platform(
                    URI.create(stack.url()), URI.create(stack.tokenEndpoint()), "dev-secret", exchange -> {});
            warmUp(platform);
            Instant deadline = Instant.now().plus(window).truncatedTo(ChronoUnit.MILLIS);
            String call = publish(platform.as("programme-officer"), deadline);
            System.out.printf(
                    Locale.ROOT,
                    "%,d applications in %d s to %s, 5 saves and 2 files of %,d KiB each, seed %d%n",
                    applications,
                    window.toSeconds(),
                    deadline,
                    fileBytes >> 10,
                    seed);
            List<Applicant> applicants = applicants(platform, call, deadline, window, applications, fileBytes, seed);
            var figures = new DeadlineFigures();
            var reading = new AtomicBoolean(true);
            long start = System.nanoTime();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                threads.execute(() -> read(platform, call, figures, reading));
                var all = applicants.stream()
                        .map(each -> threads.submit(() -> each.run(figures)))
                        .toList();
                for (var each : all) {
                    each.get();
                }
                reading.set(false);
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            figures.print(seconds, window);
            boolean kept = new DeadlineChecks(database, platform.anonymous()).print(call, deadline, applicants, window);
            System.out.printf(Locale.ROOT, "load %.2f; %s%n", Machine.load(), kept ? "every invariant held" : "BROKEN");
            if (!kept) {
                throw new IllegalStateException("an invariant is broken");
            }
        }
    }

    /** A service that has just started compiles; the day is measured on one that has run for a while. */
    private static void warmUp(Platform platform) throws Exception {
        String call = publish(platform.as("programme-officer"), Instant.now().plusSeconds(3_600));
        var figures = new DeadlineFigures();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                var applicant = new Applicant(
                        platform.as("applicant-lv"),
                        call,
                        Instant.now(),
                        Duration.ZERO,
                        Applicant.Habit.CALM,
                        10_000,
                        i);
                threads.submit(() -> applicant.run(figures));
            }
        }
    }

    private static List<Applicant> applicants(
            Platform platform, String call, Instant deadline, Duration window, int count, int fileBytes, long seed) {
        var random = new Random(seed);
        List<Session> sessions =
                List.of(platform.as("applicant-lv"), platform.as("applicant-lt"), platform.as("applicant-pt"));
        var applicants = new ArrayList<Applicant>();
        for (int i = 0; i < count; i++) {
            Applicant.Habit habit = Applicant.Habit.of(random.nextDouble());
            // The square root makes arrivals rise evenly to the deadline; the late come in the seconds after it.
            double moment =
                    habit == Applicant.Habit.LATE ? 1 + 0.05 * random.nextDouble() : Math.sqrt(random.nextDouble());
            Instant submitsAt = deadline.minus(window).plusMillis((long) (moment * window.toMillis()));
            applicants.add(new Applicant(
                    sessions.get(i % sessions.size()), call, submitsAt, window.dividedBy(10), habit, fileBytes, i));
        }
        return applicants;
    }

    private static String publish(Session officer, Instant deadline) {
        ObjectNode body = DeadlineCall.draft(LocalDateTime.ofInstant(deadline, BRUSSELS));
        Answer draft = officer.post("/v1/calls", body).expect(201);
        officer.act("/v1/calls/" + draft.id() + ":publish", draft.etag(), null).expect(200);
        return draft.id();
    }

    private static void read(Platform platform, String call, DeadlineFigures figures, AtomicBoolean reading) {
        Session reader = platform.anonymous();
        List<String> paths = List.of("/v1/calls/" + call, "/v1/calls?status=OPEN", "/v1/calls/" + call + "/funds");
        for (int i = 0; reading.get(); i++) {
            String path = paths.get(i % paths.size());
            figures.timed(figures.reads, () -> reader.get(path));
            Applicant.sleepUntil(Instant.now().plusMillis(50));
        }
    }
}
