package eu.mpf.system.bench;

import eu.mpf.system.up.LoneService;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.PGConnection;

/** E-9: the whole portfolio as a file beside COPY of the same columns; and what every format takes of the heap. */
final class Exporting {

    private static final int FLAT = 100_000;
    private static final int MIB = 1 << 20;
    private static final LocalDate FIRST = LocalDate.parse("2010-01-01");
    private static final int DAYS = 5_000;

    private static final String CELLS = """
            SELECT p.code, p.details ->> 'reference', p.details ->> 'acronym', p.title, p.kind, p.status, p.status_since,
                   p.lead_code, COALESCE(p.details ->> 'leadName', o.name), array_to_string(p.member_states, '; '),
                   array_to_string(p.partner_countries, '; '), p.region, array_to_string(p.themes, '; '), p.start_date,
                   p.end_date, p.fund, p.total, p.eu_share, p.currency, p.details #>> '{budget,rate}', p.predecessor,
                   p.call_key, p.id, p.version
            FROM project p LEFT JOIN organisation o ON o.code = p.lead_code WHERE p.visibility = 'PUBLISHED' ORDER BY p.title, p.id""";

    private static final String LINES = """
            SELECT p.details || jsonb_build_object('code', p.code, 'status', p.status, 'statusSince', p.status_since,
                                                   'visibility', p.visibility, 'moneyPublic', p.money_public)
            FROM project p LEFT JOIN organisation o ON o.code = p.lead_code WHERE p.visibility = 'PUBLISHED' ORDER BY p.title, p.id""";

    private final LoneService service;
    private final Connection database;
    private final int rows;
    private final int rounds;
    private final Request request;

    Exporting(LoneService service, Connection database, int rows, int rounds) {
        this.service = service;
        this.database = database;
        this.rows = rows;
        this.rounds = rounds;
        this.request = new Request(service.url());
    }

    void run() throws Exception {
        System.out.printf(Locale.ROOT, "-- E-9: export, load %.2f%n", Machine.load());
        try (Jvm jvm = Jvm.of(service.pid())) {
            beside(
                    jvm,
                    "CSV",
                    "/v1/projects?orderBy=title",
                    "text/csv",
                    "COPY (" + CELLS + ") TO STDOUT (FORMAT csv, FORCE_QUOTE *)");
            beside(
                    jvm,
                    "JSON Lines",
                    "/v1/projects?orderBy=title",
                    "application/x-ndjson",
                    "COPY (" + LINES + ") TO STDOUT");
            // So many of the rows start so early.
            LocalDate until = FIRST.plusDays(Math.min(DAYS, (long) DAYS * FLAT / rows) - 1);
            String some = "/v1/projects?startedBefore=" + until;
            flat(jvm, "CSV", some, "text/csv");
            flat(jvm, "IATI 2.03", some, "application/vnd.iati.activities+xml");
            flat(jvm, "360Giving", some, "application/vnd.360giving+json");
            flat(jvm, "CORDIS", some, "application/vnd.cordis.projects+csv");
            flat(jvm, "XLSX", some, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
            flat(jvm, "GeoJSON", some, "application/geo+json");
        }
    }

    private void beside(Jvm jvm, String what, String path, String accept, String copy) throws Exception {
        request.drain(path + "&startedBefore=2010-06-01", accept);
        var ours = new ArrayList<Double>();
        var theirs = new ArrayList<Double>();
        var peak = new AtomicLong();
        long live = jvm.live();
        long resident = Resident.of(service.pid()).rss();
        long largest = resident;
        long bytes = 0;
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            try (Watch watch = new Watch(jvm, peak)) {
                bytes = request.drain(path, accept);
            }
            ours.add((System.nanoTime() - start) / 1e6);
            largest = Math.max(largest, Resident.of(service.pid()).rss());
            start = System.nanoTime();
            database.unwrap(PGConnection.class).getCopyAPI().copyOut(copy, OutputStream.nullOutputStream());
            theirs.add((System.nanoTime() - start) / 1e6);
        }
        System.out.printf(
                Locale.ROOT,
                "   %,d rows as %s (%d MiB): %.0f ms (%s); COPY TO of the same %.0f ms (%s); rate as a share of COPY's %.2f"
                        + " (aim 0.5)%n",
                rows,
                what,
                bytes / MIB,
                Medians.of(ours),
                Medians.listed(ours),
                Medians.of(theirs),
                Medians.listed(theirs),
                Medians.of(theirs) / Medians.of(ours));
        heap(live, peak.get());
        System.out.printf("      resident %d MiB before, %d MiB after%n", resident >> 10, largest >> 10);
    }

    private void flat(Jvm jvm, String what, String path, String accept) throws IOException, InterruptedException {
        long live = jvm.live();
        var peak = new AtomicLong();
        long start = System.nanoTime();
        long bytes;
        try (Watch watch = new Watch(jvm, peak)) {
            bytes = request.drain(path, accept);
        }
        System.out.printf(
                Locale.ROOT,
                "   %,d rows as %s: %.0f ms, %.1f MiB%n",
                Math.min(rows, FLAT),
                what,
                (System.nanoTime() - start) / 1e6,
                bytes / (double) MIB);
        heap(live, peak.get());
    }

    private static void heap(long live, long peak) {
        System.out.printf(
                Locale.ROOT,
                "      heap after a collection: %.1f MiB before, at most %.1f MiB meanwhile (limit for the growth 64)%n",
                live / (double) MIB,
                Math.max(live, peak) / (double) MIB);
    }

    /** Looks again and again what the last collection left. */
    private static final class Watch implements AutoCloseable {

        private static final long PAUSE = 50_000_000;

        private final AtomicBoolean running = new AtomicBoolean(true);
        private final Thread thread;

        Watch(Jvm jvm, AtomicLong peak) {
            this.thread = Thread.ofPlatform().start(() -> {
                while (running.get()) {
                    peak.accumulateAndGet(jvm.afterLastCollection(), Math::max);
                    LockSupport.parkNanos(PAUSE);
                }
            });
        }

        @Override
        public void close() throws InterruptedException {
            running.set(false);
            thread.join();
        }
    }
}
