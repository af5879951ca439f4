package eu.mpf.system.bench;

import eu.mpf.embedded.Ports;
import eu.mpf.embedded.Reaper;
import eu.mpf.system.up.LoneService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** E-1, E-4, E-9: reading one project, searching and exporting over many, beside the database alone in the same run. */
final class ProjectLoad implements Benchmark {

    private static final int WARM_UP = 400;
    private static final int REQUESTS = 300;

    private static final String ONE = """
            SELECT p.id, p.version, p.code, p.kind, p.status, p.status_since, p.status_reason, p.contracted_on, p.visibility,
                   p.money_public, p.details, p.grant_id, p.application_id, p.call_id, p.call_key, p.valid_from, p.created_at,
                   p.updated_at, o.name AS lead_name
            FROM project p LEFT JOIN organisation o ON o.code = p.lead_code WHERE p.id = ?""";

    private static final String EXPORT = """
            SELECT p.code, p.details ->> 'reference', p.details ->> 'acronym', p.title, p.kind, p.status, p.status_since,
                   p.lead_code, COALESCE(p.details ->> 'leadName', o.name), array_to_string(p.member_states, '; '),
                   array_to_string(p.partner_countries, '; '), p.region, array_to_string(p.themes, '; '), p.start_date,
                   p.end_date, p.fund, p.total, p.eu_share, p.currency, p.details #>> '{budget,rate}', p.predecessor,
                   p.call_key, p.id, p.version
            FROM project p LEFT JOIN organisation o ON o.code = p.lead_code WHERE p.visibility = 'PUBLISHED' ORDER BY p.title, p.id""";

    @Override
    public void run(Settings settings) throws Exception {
        int rows = settings.number("rows", 1_000_000);
        int rounds = settings.number("rounds", 3);
        Set<String> only = Set.of(settings.text("only", "e1,e4,e9").split(","));
        Path scratch = Files.createTempDirectory("mpf-bench");
        Reaper reaper = new Reaper();
        reaper.removeAtEnd(scratch);
        int base = settings.number("port", Ports.free());
        try (var service = LoneService.projects(Path.of("").toAbsolutePath(), scratch, base, reaper);
                var database = DriverManager.getConnection(service.jdbcUrl())) {
            Machine.describe(database);
            System.out.println("projects-service: " + Machine.flags(service.pid()));
            ManyProjects.fill(database, rows);
            var request = new Request(service.url());
            if (only.contains("e1")) {
                readOne(request, database, rounds);
            }
            if (only.contains("e4")) {
                search(request);
            }
            if (only.contains("e9")) {
                export(request, database, service.pid(), rows, rounds);
            }
        }
    }

    /** One client, so that both sides wait for the same round trips; the peer is a prepared statement over JDBC. */
    private static void readOne(Request request, Connection database, int rounds) throws Exception {
        var ids = ids(database);
        for (int i = 0; i < WARM_UP * 5; i++) {
            request.time("/v1/projects/" + ids.get(i % ids.size()));
            statement(database, ids.get(i % ids.size()));
        }
        var service = new ArrayList<Double>();
        var alone = new ArrayList<Double>();
        for (int round = 0; round < rounds; round++) {
            var ours = new ArrayList<Double>();
            var theirs = new ArrayList<Double>();
            for (String id : ids) {
                ours.add(request.time("/v1/projects/" + id));
                long start = System.nanoTime();
                statement(database, id);
                theirs.add((System.nanoTime() - start) / 1e6);
            }
            service.add(Medians.of(ours));
            alone.add(Medians.of(theirs));
        }
        System.out.printf(
                Locale.ROOT,
                "-- E-1: read one, %.3f ms (%s); the same SQL over JDBC %.3f ms; rate as a share of the SQL's %.2f (aim 0.35)%n",
                Medians.of(service),
                Medians.listed(service),
                Medians.of(alone),
                Medians.of(alone) / Medians.of(service));
    }

    private static List<String> ids(Connection database) throws SQLException {
        var ids = new ArrayList<String>();
        try (var statement = database.createStatement();
                // Titles are in no order on disk: these rows are far from each other.
                var rows = statement.executeQuery("SELECT id::text FROM project ORDER BY title LIMIT 500")) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    private static void statement(Connection database, String id) throws SQLException {
        try (var statement = database.prepareStatement(ONE)) {
            statement.setObject(1, java.util.UUID.fromString(id));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    rows.getString("details");
                }
            }
        }
    }

    private static void search(Request request) throws Exception {
        request.times("/v1/projects?q=" + ManyProjects.RARE, WARM_UP);
        System.out.printf(Locale.ROOT, "-- E-4: search, load %.2f%n", Machine.load());
        String list = "/v1/projects?q=";
        Percentiles.print("list, a rare word", request.times(list + ManyProjects.RARE, REQUESTS), 30);
        Percentiles.print(
                "list, two words", request.times(list + ManyProjects.RARE + "%20" + ManyProjects.COMMON, REQUESTS), 30);
        Percentiles.print(
                "list, a word of one row in a hundred", request.times(list + ManyProjects.MIDDLE, REQUESTS), 100);
        Percentiles.print(
                "list, a word of seven rows in ten", request.times(list + ManyProjects.COMMON, REQUESTS), 100);
        Percentiles.print(
                "list by title, a word of seven in ten",
                request.times(list + ManyProjects.COMMON + "&orderBy=title", REQUESTS),
                100);
        Percentiles.print(
                "hits with snippets, a word of seven in ten",
                request.times("/v1/projects/hits?q=" + ManyProjects.COMMON, REQUESTS),
                100);
        Percentiles.print("facets, a rare word", request.times("/v1/projects/facets?q=" + ManyProjects.RARE, 50), 30);
        Percentiles.print("a fund nobody has, by title", request.times("/v1/projects?fund=NONE", REQUESTS), 30);
    }

    private static void export(Request request, Connection database, long pid, int rows, int rounds) throws Exception {
        request.drain("/v1/projects?startedBefore=2011-01-01", "text/csv");
        var service = new ArrayList<Double>();
        var copy = new ArrayList<Double>();
        var peak = new AtomicLong();
        var running = new AtomicBoolean(true);
        long before = Resident.of(pid).rss();
        Thread watch = Thread.ofPlatform().start(() -> {
            while (running.get()) {
                peak.accumulateAndGet(Resident.of(pid).rss(), Math::max);
                java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
            }
        });
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            request.drain("/v1/projects?orderBy=title", "text/csv");
            service.add((System.nanoTime() - start) / 1e6);
            copy.add(copied(database));
        }
        running.set(false);
        watch.join();
        System.out.printf(
                Locale.ROOT,
                "-- E-9: %,d rows as CSV %.0f ms (%s); COPY TO of the same %.0f ms (%s); rate as a share of COPY's %.2f (aim 0.5); "
                        + "resident %d MiB before, at most %d MiB%n",
                rows,
                Medians.of(service),
                Medians.listed(service),
                Medians.of(copy),
                Medians.listed(copy),
                Medians.of(copy) / Medians.of(service),
                before >> 10,
                peak.get() >> 10);
    }

    /** What {@code \copy} of psql does: the same rows over the same kind of connection, thrown away. */
    private static double copied(Connection database) throws SQLException, IOException {
        long start = System.nanoTime();
        database.unwrap(org.postgresql.PGConnection.class)
                .getCopyAPI()
                .copyOut(
                        "COPY (" + EXPORT + ") TO STDOUT (FORMAT csv, FORCE_QUOTE *)",
                        java.io.OutputStream.nullOutputStream());
        return (System.nanoTime() - start) / 1e6;
    }
}
