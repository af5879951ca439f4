package eu.mpf.system.bench;

import eu.mpf.embedded.Ports;
import eu.mpf.embedded.Reaper;
import eu.mpf.system.up.EventsReplicas;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * E-5 and E-6: what the opening of a registration that everybody waits for does to two instances of the service, and
 * whether I1, I2 and I3 hold. Then the same without the lock on the seats, where the check has to fail.
 */
final class RegistrationOpening implements Benchmark {

    /** How many people the client has waiting for an answer; the others stand before the door. */
    private static final int AT_ONCE = 256;

    /** Shares of the seats; the last category gets what is left. */
    private static final List<Double> SHARES = List.of(0.5, 0.3);

    @Override
    public void run(Settings settings) throws Exception {
        int instances = settings.number("instances", 2);
        int rounds = settings.number("rounds", 3);
        int probe = settings.number("probe", 2_000);
        int control = settings.number("control", 1_500);
        int seats = settings.number("seats", 500);
        Path scratch = Files.createTempDirectory("mpf-bench");
        Reaper reaper = new Reaper();
        reaper.removeAtEnd(scratch);
        int base = settings.number("port", Ports.free());
        try (var service = new EventsReplicas(Path.of("").toAbsolutePath(), scratch, base, reaper);
                var database = DriverManager.getConnection(service.jdbcUrl())) {
            service.start(instances, Map.of());
            Machine.describe(database);
            service.pids().forEach(pid -> System.out.println("events-service: " + Machine.flags(pid)));
            var events = new OpeningEvents(service);
            System.out.printf("-- unpaced, %,d people a round, %d rounds%n", probe, rounds);
            new OpeningRates(service, database, events, probe).measure(rounds, 3);
            int people = settings.number("people", 20_000);
            int seconds = settings.number("seconds", 30);
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
                throw new BrokenInvariant("the opening is not safe, or its check does not notice");
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
        System.out.printf(
                "-- negative control: %,d people in 2 s, the seats are not locked; FAIL is right here%n", people);
        List<String> broken = open(service, database, people, Math.min(seats, people / 3), 2, 2);
        boolean noticed = broken.stream().anyMatch(what -> what.startsWith("I1"));
        System.out.println(noticed ? "   the check fails, as it must" : "   THE CHECK DOES NOT NOTICE");
        return noticed;
    }

    private static List<String> open(
            EventsReplicas service, Connection database, int people, int seats, int seconds, long seed)
            throws Exception {
        Map<String, Integer> limits = limits(seats);
        String event = new OpeningEvents(service).publish(1, seats, limits).getFirst();
        var crowd = new Crowd(service.urls(), List.of(event), seed, AT_ONCE);
        long self = ProcessHandle.current().pid();
        double services = ofAll(service);
        double postgres = Cpu.treeSeconds(service.databasePid());
        double client = Cpu.seconds(self);
        long start = System.nanoTime();
        try (var sampler = new SeatSampler(service.jdbcUrl(), event, seats)) {
            crowd.come(people, seconds);
            double took = (System.nanoTime() - start) / 1e9;
            OpeningFigures.print(crowd, sampler, people, took);
            OpeningFigures.printCpu(
                    crowd.history().size(),
                    ofAll(service) - services,
                    Cpu.seconds(self) - client,
                    Cpu.treeSeconds(service.databasePid()) - postgres);
            return new SeatInvariants(database, event, crowd.history()).check(seats, limits, sampler.most());
        }
    }

    private static double ofAll(EventsReplicas service) {
        return service.pids().stream().mapToDouble(Cpu::seconds).sum();
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
}
