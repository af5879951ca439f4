package eu.mpf.system.bench;

import eu.mpf.system.up.LoneService;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** E-3: what a page far down a list costs beside the first, through the service; and what OFFSET would cost. */
final class DeepPage {

    private static final int SIZE = 50;
    private static final int REQUESTS = 100;
    private static final double LIMIT = 1.2;

    private final LoneService service;
    private final Connection database;
    private final int rows;
    private final int rounds;

    DeepPage(LoneService service, Connection database, int rows, int rounds) {
        this.service = service;
        this.database = database;
        this.rows = rows;
        this.rounds = Math.max(rounds, 3);
    }

    void run() throws Exception {
        measure("title", "p.title, p.id");
        measure("startDate", "p.start_date, p.id");
        measure("endDate desc", "p.end_date DESC, p.id DESC");
        measure("updatedAt", "p.updated_at, p.id");
        measure("code desc", "p.code DESC, p.id DESC");
    }

    private void measure(String order, String sqlOrder) throws Exception {
        var pages = new Pages(service.url(), order.replace(" ", "%20"));
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
            var near = new ArrayList<Double>();
            var far = new ArrayList<Double>();
            // One after the other, so that whatever else the machine does falls upon both.
            for (int request = 0; request < REQUESTS; request++) {
                near.add(pages.time(SIZE, null));
                far.add(pages.time(SIZE, deep));
            }
            first.add(Medians.of(near));
            last.add(Medians.of(far));
        }
        report("GET /v1/projects, page 1", first);
        report("GET /v1/projects, page %,d".formatted(rows / SIZE), last);
        System.out.printf(Locale.ROOT, "   ratio %.2f (limit %.1f)%n", Medians.of(last) / Medians.of(first), LIMIT);
        var offset = new OffsetQuery(database, sqlOrder, SIZE);
        var shallow = new ArrayList<Double>();
        var distant = new ArrayList<Double>();
        for (int round = 0; round < 2; round++) {
            shallow.add(offset.time(0));
            distant.add(offset.time(before));
        }
        report("the same SQL, OFFSET 0", shallow);
        report("the same SQL, OFFSET %,d".formatted(before), distant);
        System.out.printf(Locale.ROOT, "   ratio %.0f%n", Medians.of(distant) / Medians.of(shallow));
    }

    private static void report(String what, List<Double> rounds) {
        System.out.printf(
                Locale.ROOT, "   %-40s median %9.2f ms; rounds %s%n", what, Medians.of(rounds), Medians.listed(rounds));
    }
}
