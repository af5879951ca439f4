package eu.mpf.system.bench;

import eu.mpf.embedded.Ports;
import eu.mpf.embedded.Reaper;
import eu.mpf.system.up.LoneService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** E-3: what a page far down a list costs beside the first, through the service; and what OFFSET would cost. */
final class DeepPage implements Benchmark {

    private static final int SIZE = 50;
    private static final int REQUESTS = 40;
    private static final double LIMIT = 1.2;

    @Override
    public void run(Settings settings) throws Exception {
        int rows = settings.number("rows", 1_000_000);
        int rounds = settings.number("rounds", 7);
        Path scratch = Files.createTempDirectory("mpf-bench");
        Reaper reaper = new Reaper();
        reaper.removeAtEnd(scratch);
        int base = settings.number("port", Ports.free());
        try (var service = LoneService.projects(Path.of("").toAbsolutePath(), scratch, base, reaper);
                var database = DriverManager.getConnection(service.jdbcUrl())) {
            Machine.describe(database);
            System.out.println("projects-service: " + Machine.flags(service.pid()));
            ManyProjects.fill(database, rows);
            measure(service, database, "title", "p.title, p.id", rows, rounds);
            measure(service, database, "startDate", "p.start_date, p.id", rows, rounds);
        }
    }

    private static void measure(
            LoneService service, Connection database, String order, String sqlOrder, int rows, int rounds)
            throws Exception {
        var pages = new Pages(service.url(), order);
        int before = rows - SIZE;
        long start = System.nanoTime();
        String deep = pages.tokenAfter(before);
        System.out.printf(
                Locale.ROOT,
                "-- by %s: walked to page %,d in %.0f s; load %.2f%n",
                order,
                rows / SIZE,
                (System.nanoTime() - start) / 1e9,
                Machine.load());
        var first = new ArrayList<Double>();
        var last = new ArrayList<Double>();
        for (int round = 0; round < rounds; round++) {
            first.add(block(pages, null));
            last.add(block(pages, deep));
        }
        report("GET /v1/projects, page 1", first);
        report("GET /v1/projects, page %,d".formatted(rows / SIZE), last);
        System.out.printf(Locale.ROOT, "   ratio %.2f (limit %.1f)%n", Medians.of(last) / Medians.of(first), LIMIT);
        var offset = new OffsetQuery(database, sqlOrder, SIZE);
        var shallow = new ArrayList<Double>();
        var far = new ArrayList<Double>();
        for (int round = 0; round < 3; round++) {
            shallow.add(offset.time(0));
            far.add(offset.time(before));
        }
        report("the same SQL, OFFSET 0", shallow);
        report("the same SQL, OFFSET %,d".formatted(before), far);
        System.out.printf(Locale.ROOT, "   ratio %.0f%n", Medians.of(far) / Medians.of(shallow));
    }

    /** The median of some requests in a row. */
    private static double block(Pages pages, @org.jspecify.annotations.Nullable String token) throws Exception {
        var times = new ArrayList<Double>();
        for (int request = 0; request < REQUESTS; request++) {
            times.add(pages.time(SIZE, token));
        }
        return Medians.of(times);
    }

    private static void report(String what, List<Double> rounds) {
        System.out.printf(
                Locale.ROOT, "   %-40s median %9.2f ms; rounds %s%n", what, Medians.of(rounds), Medians.listed(rounds));
    }
}
