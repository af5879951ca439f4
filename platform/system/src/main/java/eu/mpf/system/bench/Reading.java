package eu.mpf.system.bench;

import eu.mpf.system.up.LoneService;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * E-1, E-2, E-18: reading one project and a page of fifty through the service, beside the same statement over JDBC; the
 * processor's time is read from the processes, so that a ratio does not depend on which core was busy.
 */
final class Reading {

    private static final int CLIENTS = 4;
    private static final int WARM_UP_STEPS = 24;
    private static final int WARM_UP_SECONDS = 5;
    private static final int COUNTED = 2_000;
    static final String PAGE = "/v1/projects?fund=ISF&status=RUNNING&orderBy=startDate%20desc&pageSize=50";

    private final LoneService service;
    private final List<String> ids;
    private final int rounds;
    private final double seconds;

    Reading(LoneService service, Connection database, int rounds, double seconds) throws SQLException {
        this.service = service;
        this.ids = ids(database);
        this.rounds = rounds;
        this.seconds = seconds;
    }

    /** Titles are in no order on disk: these rows are far from each other. */
    private static List<String> ids(Connection database) throws SQLException {
        var ids = new ArrayList<String>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("SELECT id::text FROM project ORDER BY title LIMIT 2000")) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    void one() throws Exception {
        System.out.printf(Locale.ROOT, "-- E-1: read one by id, %d clients, load %.2f%n", CLIENTS, Machine.load());
        Rates rates = compare(this::oneByService, () -> Statements.one(service.jdbcUrl(), ids));
        System.out.printf(
                Locale.ROOT,
                "   a second of the service's processor: %,.0f requests (aim 6,000); rate at equal time of PostgreSQL %.2f of"
                        + " JDBC's (aim 0.35)%n",
                rates.perServiceSecond,
                rates.perDatabaseSecond / rates.peerPerDatabaseSecond);
    }

    /** There is no other system to compare with here; its place takes the same statement without a service. */
    void page() throws Exception {
        System.out.printf(
                Locale.ROOT,
                "-- E-2: page of 50, filter and sort, %d clients, load %.2f; no other product runs here, the peer is the same"
                        + " statement over JDBC%n",
                CLIENTS,
                Machine.load());
        Rates rates = compare(this::pageByService, () -> Statements.page(service.jdbcUrl()));
        System.out.printf(
                Locale.ROOT,
                "   a second of the service's processor: %,.0f pages; rate at equal time of PostgreSQL %.2f of JDBC's%n",
                rates.perServiceSecond,
                rates.perDatabaseSecond / rates.peerPerDatabaseSecond);
        Load.Outcome half = Load.open(rates.rate / 2, CLIENTS * 4, 4 * seconds, this::pageByService);
        System.out.printf(
                Locale.ROOT,
                "   at half the rate, %.0f/s: p50 %.2f ms, p99 %.2f ms (limit 15), longest %.1f ms; load %.2f%n",
                half.rate(),
                half.quantile(0.50),
                half.quantile(0.99),
                half.quantile(1),
                Machine.load());
    }

    /** E-18: what all threads of the service allocate while it answers, divided by the answers. */
    void allocation() throws Exception {
        System.out.println("-- E-18: allocation in the service, all its threads counted");
        try (Jvm jvm = Jvm.of(service.pid())) {
            allocation(jvm, "get by id", this::oneByService, 30);
            allocation(jvm, "page of 50", this::pageByService, 150);
        }
    }

    private static void allocation(Jvm jvm, String what, Callable<Load.Client> opened, int limit) throws Exception {
        try (Load.Client client = opened.call()) {
            for (int i = 0; i < COUNTED; i++) {
                client.work(i);
            }
            long before = jvm.allocated();
            for (int i = 0; i < COUNTED; i++) {
                client.work(i);
            }
            System.out.printf(
                    Locale.ROOT,
                    "   %-12s %.1f kB (limit %d)%n",
                    what,
                    (jvm.allocated() - before) / 1000.0 / COUNTED,
                    limit);
        }
    }

    private record Rates(
            double rate, double perServiceSecond, double perDatabaseSecond, double peerPerDatabaseSecond) {}

    private Rates compare(Callable<Load.Client> byService, Callable<Load.Client> peer) throws Exception {
        WarmUp.untilSteady(
                WARM_UP_STEPS,
                () -> Load.closed(CLIENTS, WARM_UP_SECONDS, byService).rate());
        Load.closed(CLIENTS, 2, peer);
        var rate = new ArrayList<Double>();
        var peerRate = new ArrayList<Double>();
        var perService = new ArrayList<Double>();
        var perDatabase = new ArrayList<Double>();
        var peerPerDatabase = new ArrayList<Double>();
        for (int round = 0; round < rounds; round++) {
            double cpu = Cpu.seconds(service.pid());
            double database = Cpu.treeSeconds(service.databasePid());
            Load.Outcome ours = Load.closed(CLIENTS, seconds, byService);
            rate.add(ours.rate());
            perService.add(ours.millis().length / (Cpu.seconds(service.pid()) - cpu));
            double between = Cpu.treeSeconds(service.databasePid());
            perDatabase.add(ours.millis().length / (between - database));
            Load.Outcome theirs = Load.closed(CLIENTS, seconds, peer);
            peerRate.add(theirs.rate());
            peerPerDatabase.add(theirs.millis().length / (Cpu.treeSeconds(service.databasePid()) - between));
            if (round == rounds - 1) {
                System.out.printf(
                        Locale.ROOT,
                        "   the last round: p50 %.2f ms, p99 %.2f ms; JDBC p50 %.2f ms, p99 %.2f ms%n",
                        ours.quantile(0.50),
                        ours.quantile(0.99),
                        theirs.quantile(0.50),
                        theirs.quantile(0.99));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "   %,.0f/s (%s); JDBC alone %,.0f/s (%s)%n",
                Medians.of(rate),
                Medians.listed(rate),
                Medians.of(peerRate),
                Medians.listed(peerRate));
        return new Rates(
                Medians.of(rate), Medians.of(perService), Medians.of(perDatabase), Medians.of(peerPerDatabase));
    }

    private Load.Client oneByService() throws Exception {
        return client(number -> "/v1/projects/" + ids.get(number % ids.size()));
    }

    private Load.Client pageByService() throws Exception {
        return client(number -> PAGE);
    }

    private Load.Client client(java.util.function.IntFunction<String> path) throws Exception {
        var wire = new Wire(service.url());
        return new Load.Client() {
            @Override
            public void work(int number) throws Exception {
                wire.get(path.apply(number), "application/json");
            }

            @Override
            public void close() throws Exception {
                wire.close();
            }
        };
    }
}
