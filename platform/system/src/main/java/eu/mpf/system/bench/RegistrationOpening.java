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

    /** Shares of the seats by category. Together more than one: the last seats are short for all, not for one category. */
    private static final List<Double> SHARES = List.of(0.55, 0.33, 0.22);

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
            Opening opening = open(service, database, people, seats, seconds, 1);
            boolean told = toldOnce(service, database, instances, opening);
            boolean holds = opening.broken().isEmpty() && told;
            System.out.println(holds ? "   all invariants hold" : "   AN INVARIANT IS BROKEN");
            boolean noticed = control == 0 || negativeControl(service, database, instances, control, seats);
            if (!holds || !noticed) {
                throw new BrokenInvariant("the opening is not safe, or its check does not notice");
            }
        }
    }

    /** Starts the instances anew with senders of mail, and looks into the letterbox. */
    private static boolean toldOnce(EventsReplicas service, Connection database, int instances, Opening opening)
            throws Exception {
        service.stop();
        try (var letterbox = new Letterbox();
                var statement = database.createStatement()) {
            // Only this opening's letters: the rates before left many.
            statement.execute("DELETE FROM mail_outbox WHERE recipient NOT LIKE 'person-%%-%d@example.org'"
                    .formatted(opening.seed()));
            service.start(instances, letterbox.settings());
            letterbox.awaitAll(database);
            Map<Letterbox.Letter, Integer> delivered = letterbox.delivered();
            long wrong = new ToldOnce(database, opening.event(), opening.history(), opening.seed()).wrong(delivered);
            System.out.printf(
                    Locale.ROOT,
                    "   %s  told once: letters delivered twice, to nobody's occasion, or not at all, of %,d: %,d%n",
                    wrong == 0 ? "PASS" : "FAIL",
                    delivered.size(),
                    wrong);
            return wrong == 0;
        }
    }

    /**
     * The lock is off, and so is the unique key behind it: with the key, whoever read the counters at the same moment has the
     * same number and is refused, so that nothing could be oversold. What has to be noticed is just that: seats sold twice.
     */
    private static boolean negativeControl(
            EventsReplicas service, Connection database, int instances, int people, int seats) throws Exception {
        service.stop();
        try (var statement = database.createStatement()) {
            statement.execute("ALTER TABLE registration DROP CONSTRAINT registration_scope_id_number_key");
        }
        service.start(instances, Map.of("mpf.negative-control.no-seat-lock", "true"));
        System.out.printf(
                "-- negative control: %,d people in 2 s, the seats are not locked; FAIL is right here%n", people);
        List<String> broken = open(service, database, people, Math.min(seats, people / 3), 2, 2)
                .broken();
        boolean noticed = broken.stream().anyMatch(what -> what.startsWith(SeatInvariants.OVERSOLD));
        System.out.println(noticed ? "   the check fails, as it must" : "   THE CHECK DOES NOT NOTICE");
        return noticed;
    }

    private record Opening(String event, long seed, List<Reply> history, List<String> broken) {}

    private static Opening open(
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
            List<String> broken = new SeatInvariants(database, event, crowd.history())
                    .check(seats, limits, sampler.most(), sampler.mostByCategory());
            return new Opening(event, seed, crowd.history(), broken);
        }
    }

    private static double ofAll(EventsReplicas service) {
        return service.pids().stream().mapToDouble(Cpu::seconds).sum();
    }

    private static Map<String, Integer> limits(int seats) {
        Map<String, Integer> limits = new LinkedHashMap<>();
        for (int i = 0; i < Crowd.CATEGORIES.size(); i++) {
            limits.put(Crowd.CATEGORIES.get(i), (int) Math.ceil(seats * SHARES.get(i)));
        }
        return limits;
    }
}
