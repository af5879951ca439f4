package eu.mpf.system.bench;

import eu.mpf.embedded.Ports;
import eu.mpf.embedded.Reaper;
import eu.mpf.system.client.Answer;
import eu.mpf.system.client.Platform;
import eu.mpf.system.client.Session;
import eu.mpf.system.up.CallsStack;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * E-7: the last minutes before a deadline. Applications arrive ever faster, each with draft saves and files; some people
 * click twice, some repeat a request whose answer they lost, some come too late. Afterwards the database is asked whether
 * every promise was kept (I2, I3, I4). Then the edge of a deadline: many hand in within two seconds of it (I4). At last the
 * same without the guard of the deadline, where the check has to fail.
 */
final class DeadlineDay implements Benchmark {

    /** For what others are told of: that the call is closed, and every application. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Override
    public void run(Settings settings) throws Exception {
        DeadlineScale scale = DeadlineScale.of(settings);
        int edge = settings.number("edge", 1_000);
        int control = settings.number("control", 200);
        long seed = settings.number("seed", 1);
        Path root = Path.of("").toAbsolutePath();
        Path scratch = Files.createTempDirectory("mpf-bench");
        Reaper reaper = new Reaper();
        reaper.removeAtEnd(scratch);
        try (var stack = new CallsStack(root, scratch, settings.number("port", Ports.free()), reaper)) {
            stack.start(Map.of());
            try (var database = DriverManager.getConnection(stack.jdbcUrl());
                    var history = History.in(root, "deadline-day")) {
                Machine.describe(database);
                System.out.println("calls-service: " + Machine.flags(stack.pid()));
                System.out.println("-- " + scale + "; seed " + seed);
                boolean kept = day(stack, database, history, scale, seed);
                kept &= edge == 0
                        || EdgeOfDeadline.of(platform(stack), database, edge, seed)
                                .kept();
                boolean noticed = control == 0 || negativeControl(stack, database, control, seed);
                System.out.printf(
                        Locale.ROOT,
                        "%s; load %.2f; every request and answer: %s%n",
                        kept ? "every invariant held" : "AN INVARIANT IS BROKEN",
                        Machine.load(),
                        history.file());
                if (!kept || !noticed) {
                    throw new IllegalStateException("a promise is broken, or the check does not notice when one is");
                }
            }
        }
    }

    private static Platform platform(CallsStack stack) {
        return new Platform(URI.create(stack.url()), URI.create(stack.tokenEndpoint()), "dev-secret", exchange -> {});
    }

    /** Nothing asks for the deadline: the check must find applications that came too late. */
    private static boolean negativeControl(CallsStack stack, Connection database, int applications, long seed)
            throws Exception {
        stack.stop();
        stack.start(Map.of("mpf.negative-control.no-deadline", "true"));
        System.out.printf("-- negative control: the deadline is not guarded%n");
        boolean noticed = !EdgeOfDeadline.of(platform(stack), database, applications, seed)
                .kept();
        System.out.println(noticed ? "   the check fails, as it must" : "   THE CHECK DOES NOT NOTICE");
        return noticed;
    }

    private static boolean day(CallsStack stack, Connection database, History history, DeadlineScale scale, long seed)
            throws Exception {
        Platform platform = platform(stack);
        warmUp(platform, history);
        Instant deadline = Instant.now().plus(scale.window()).plusSeconds(1).truncatedTo(ChronoUnit.MILLIS);
        String call = DeadlineCall.publish(platform.as("programme-officer"), deadline, true);
        List<Applicant> applicants = applicants(platform, call, deadline, scale, seed, history);
        var figures = new DeadlineFigures();
        Duration service = stack.serviceTime();
        Duration server = stack.databaseTime();
        Duration client = client();
        long start = System.nanoTime();
        List<Throwable> lost = come(platform, call, applicants, figures);
        double seconds = (System.nanoTime() - start) / 1e9;
        figures.print(seconds, scale.window());
        System.out.printf(
                Locale.ROOT,
                "   processor time: service %.1f s, database %.1f s, this client %.1f s, of %.1f s x 2%n",
                stack.serviceTime().minus(service).toMillis() / 1e3,
                stack.databaseTime().minus(server).toMillis() / 1e3,
                client().minus(client).toMillis() / 1e3,
                seconds);
        lost.stream().limit(3).forEach(failure -> System.out.println("   gave up: " + failure));
        List<Deed> deeds = applicants.stream().map(Applicant::deed).toList();
        var desk = new ReceiptDesk(
                platform.anonymous().get("/v1/receipts/keys").expect(200).json().path("keys"));
        return new DeadlineChecks(database, call, deadline, deeds, PATIENCE)
                .check(desk, lost.size(), figures.reads.asked(), figures.reads.failures())
                .isEmpty();
    }

    private static Duration client() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** All applicants, while the public reads. @return why some gave up */
    private static List<Throwable> come(
            Platform platform, String call, List<Applicant> applicants, DeadlineFigures figures)
            throws InterruptedException {
        var reading = new AtomicBoolean(true);
        List<Throwable> lost = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.execute(() -> read(platform, call, figures, reading));
            List<? extends Future<?>> all = applicants.stream()
                    .map(each -> threads.submit(() -> each.run(figures)))
                    .toList();
            for (Future<?> each : all) {
                try {
                    each.get();
                } catch (ExecutionException e) {
                    lost.add(e.getCause());
                }
            }
            reading.set(false);
        }
        return lost;
    }

    /** A service that has just started compiles; the day is measured on one that has run for a while. */
    private static void warmUp(Platform platform, History history) throws InterruptedException {
        Instant deadline = Instant.now().plusSeconds(3_600).truncatedTo(ChronoUnit.MILLIS);
        String call = DeadlineCall.publish(platform.as("programme-officer"), deadline, true);
        var applicants = new ArrayList<Applicant>();
        for (int i = 0; i < 800; i++) {
            Instant at = Instant.now().plusMillis(100L * i);
            applicants.add(new Applicant(
                    platform.as("applicant-lv"), call, at, Duration.ZERO, Applicant.Habit.CALM, 50_000, -i, history));
        }
        come(platform, call, applicants, new DeadlineFigures());
    }

    private static List<Applicant> applicants(
            Platform platform, String call, Instant deadline, DeadlineScale scale, long seed, History history) {
        var random = new Random(seed);
        List<Session> sessions =
                List.of(platform.as("applicant-lv"), platform.as("applicant-lt"), platform.as("applicant-pt"));
        var applicants = new ArrayList<Applicant>();
        long window = scale.window().toMillis();
        for (int i = 0; i < scale.applications(); i++) {
            Applicant.Habit habit = Applicant.Habit.of(random.nextDouble());
            // The square root makes arrivals rise evenly to the deadline; the late come in the seconds after it.
            double moment =
                    habit == Applicant.Habit.LATE ? 1 + 0.05 * random.nextDouble() : Math.sqrt(random.nextDouble());
            Instant submitsAt = deadline.minusMillis(window).plusMillis((long) (moment * window));
            applicants.add(new Applicant(
                    sessions.get(i % sessions.size()),
                    call,
                    submitsAt,
                    scale.window().dividedBy(10),
                    habit,
                    scale.fileBytes(),
                    i,
                    history));
        }
        return applicants;
    }

    private static void read(Platform platform, String call, DeadlineFigures figures, AtomicBoolean reading) {
        Session reader = platform.anonymous();
        List<String> paths = List.of("/v1/calls/" + call, "/v1/calls?status=OPEN", "/v1/calls/" + call + "/funds");
        for (int i = 0; reading.get(); i++) {
            String path = paths.get(i % paths.size());
            try {
                Answer read = figures.timed(figures.reads, () -> reader.get(path));
                if (read.status() != 200 && read.status() < 500) {
                    figures.reads.fail();
                }
            } catch (java.io.UncheckedIOException e) {
                // Counted as failed; the next read is another.
                continue;
            }
            Applicant.sleepUntil(Instant.now().plusMillis(50));
        }
    }
}
