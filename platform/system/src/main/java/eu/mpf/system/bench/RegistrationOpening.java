package eu.mpf.system.bench;

import eu.mpf.embedded.Ports;
import eu.mpf.embedded.Reaper;
import eu.mpf.system.client.Platform;
import eu.mpf.system.client.Session;
import eu.mpf.system.up.EventsReplicas;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * E-5 and E-6: what the opening of a registration that everybody waits for does to two instances of the service, and
 * whether I1, I2 and I3 hold. Then the same without the lock on the seats, where the check has to fail.
 */
final class RegistrationOpening implements Benchmark {

    /** Shares of the seats; the last category gets what is left. */
    private static final List<Double> SHARES = List.of(0.5, 0.3);

    @Override
    public void run(Settings settings) throws Exception {
        int people = settings.number("people", 20_000);
        int seats = settings.number("seats", 500);
        int seconds = settings.number("seconds", 30);
        int instances = settings.number("instances", 2);
        int warmUp = settings.number("warmup", 3_000);
        int control = settings.number("control", 1_500);
        Path scratch = Files.createTempDirectory("mpf-bench");
        Reaper reaper = new Reaper();
        reaper.removeAtEnd(scratch);
        int base = settings.number("port", Ports.free());
        try (var service = new EventsReplicas(Path.of("").toAbsolutePath(), scratch, base, reaper);
                var database = DriverManager.getConnection(service.jdbcUrl())) {
            service.start(instances, Map.of());
            Machine.describe(database);
            service.pids().forEach(pid -> System.out.println("events-service: " + Machine.flags(pid)));
            System.out.printf("-- warm-up: %,d people, spread over ten events%n", warmUp);
            spread(service, warmUp);
            System.out.printf(
                    Locale.ROOT,
                    "-- opening: %,d people in %d s for %d seats in %d categories, %d instances; load %.2f%n",
                    people,
                    seconds,
                    seats,
                    Crowd.CATEGORIES.size(),
                    instances,
                    Machine.load());
            boolean holds = open(service, database, people, seats, seconds, 1).isEmpty();
            System.out.println(holds ? "   all invariants hold" : "   AN INVARIANT IS BROKEN");
            boolean noticed = control == 0 || negativeControl(service, database, instances, control, seats);
            if (!holds || !noticed) {
                throw new IllegalStateException("the opening is not safe, or its check does not notice");
            }
        }
    }

    /** The lock is off, and so is the unique key behind it that would turn most overselling into refusals. */
    private static boolean negativeControl(
            EventsReplicas service, Connection database, int instances, int people, int seats) throws Exception {
        service.stop();
        try (var statement = database.createStatement()) {
            statement.execute("ALTER TABLE registration DROP CONSTRAINT registration_scope_id_number_key");
        }
        service.start(instances, Map.of("mpf.negative-control.no-seat-lock", "true"));
        System.out.printf("-- negative control: %,d people in 2 s, the seats are not locked%n", people);
        List<String> broken = open(service, database, people, Math.min(seats, people / 3), 2, 2);
        boolean noticed = broken.stream().anyMatch(what -> what.startsWith("I1"));
        System.out.println(noticed ? "   the check fails, as it must" : "   THE CHECK DOES NOT NOTICE");
        return noticed;
    }

    private static void spread(EventsReplicas service, int people) throws Exception {
        int events = 10;
        long start = System.nanoTime();
        for (int i = 0; i < events; i++) {
            String event = publish(service, people, Map.of());
            new Crowd(service.urls(), event, 100 + i).come(people / events, 0);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "   E-5, unpaced, one event after the other: %.0f people/s%n", people / seconds);
    }

    private static List<String> open(
            EventsReplicas service, Connection database, int people, int seats, int seconds, long seed)
            throws Exception {
        Map<String, Integer> limits = limits(seats);
        String event = publish(service, seats, limits);
        var crowd = new Crowd(service.urls(), event, seed);
        long start = System.nanoTime();
        try (var sampler = new SeatSampler(service.jdbcUrl(), event, seats)) {
            crowd.come(people, seconds);
            double took = (System.nanoTime() - start) / 1e9;
            report(crowd, sampler, people, took);
            return new SeatInvariants(database, event, crowd.history()).check(seats, limits, sampler.most());
        }
    }

    private static Map<String, Integer> limits(int seats) {
        Map<String, Integer> limits = new LinkedHashMap<>();
        int left = seats;
        for (int i = 0; i < Crowd.CATEGORIES.size(); i++) {
            int share = i < SHARES.size() ? (int) (seats * SHARES.get(i)) : left;
            limits.put(Crowd.CATEGORIES.get(i), share);
            left -= share;
        }
        return limits;
    }

    private static String publish(EventsReplicas service, int seats, Map<String, Integer> limits) {
        var platform = new Platform(
                URI.create(service.urls().getFirst()), URI.create(service.tokenEndpoint()), "dev-secret", log -> {});
        Session manager = platform.as("event-manager");
        var body = Session.object(event -> {
            event.put("key", "OPENING-" + System.nanoTime());
            event.putObject("title").put("en", "Opening");
            event.put("mode", "IN_PERSON");
            event.put("timeZone", "Europe/Brussels");
            event.put("startsLocal", "2099-09-21T09:00:00");
            event.put("endsLocal", "2099-09-21T17:00:00");
            event.put("capacity", seats);
            var of = event.putObject("categoryLimits");
            limits.forEach(of::put);
        });
        String id = manager.post("/v1/events", body).expect(201).id();
        manager.move("/v1/events/" + id, "publish", null).expect(200);
        return id;
    }

    private static void report(Crowd crowd, SeatSampler sampler, int people, double took) throws SQLException {
        Map<String, Integer> statuses = new TreeMap<>();
        crowd.history().forEach(reply -> statuses.merge(reply.what() + " " + reply.status(), 1, Integer::sum));
        double[] millis = crowd.history().stream()
                .filter(reply -> reply.status() != 0)
                .mapToDouble(Reply::millis)
                .sorted()
                .toArray();
        System.out.printf(
                Locale.ROOT,
                "   %,d people in %.1f s (%.0f/s), %,d requests; p50 %.0f ms, p99 %.0f ms (target 1,000), most %.0f ms%n",
                people,
                took,
                people / took,
                crowd.history().size(),
                at(millis, 0.5),
                at(millis, 0.99),
                at(millis, 1));
        System.out.printf(
                Locale.ROOT,
                "   sold out after %.1f s (target 2); longest wait before the door %.0f ms; answers %s%n"
                        + "   seats looked at %,d times, at most %,d taken; load %.2f%n",
                sampler.soldOutAfter(),
                crowd.latestArrival(),
                statuses,
                sampler.looks(),
                sampler.most(),
                Machine.load());
    }

    private static double at(double[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }
}
