package eu.mpf.system.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** {@code ./mpf bench [name…] [key=value…]}: measures and prints. Without arguments it says what there is. */
public final class BenchMain {

    /** Held here, for a logger that nobody holds forgets its level. */
    private static final Logger DRIVER = Logger.getLogger("org.postgresql");

    private record Entry(String describes, Benchmark benchmark) {}

    private BenchMain() {}

    public static void main(String[] arguments) throws Exception {
        // What the services are compared with runs in here. The driver would write out every value it sends, for
        // nobody.
        DRIVER.setLevel(Level.INFO);
        Map<String, Entry> all = all();
        List<String> names = new ArrayList<>();
        Settings settings = Settings.of(arguments, names);
        if (names.isEmpty()) {
            all.forEach((name, entry) -> System.out.printf("%-20s  %s%n", name, entry.describes()));
            return;
        }
        for (String name : names) {
            Entry entry = all.get(name);
            if (entry == null) {
                System.err.println("mpf: there is no benchmark " + name + "; there are " + all.keySet());
                System.exit(2);
                return;
            }
            Machine.describe(name);
            try {
                entry.benchmark().run(settings);
            } catch (BrokenInvariant e) {
                System.err.println("mpf: " + e.getMessage());
                System.exit(1);
            }
        }
        System.exit(0);
    }

    private static Map<String, Entry> all() {
        Map<String, Entry> all = new LinkedHashMap<>();
        all.put(
                "deep-page",
                new Entry(
                        "E-3: page 20,000 of a list beside page 1 [rows=1000000 rounds=7 port=free]",
                        new ProjectLoad("e3")));
        all.put(
                "projects",
                new Entry(
                        "E-1 to E-4, E-8, E-9, E-18: read, list, search, import, export"
                                + " [rows=1000000 imported=100000 rounds=3 seconds=5 only=" + ProjectLoad.ALL
                                + " port=free]",
                        new ProjectLoad(ProjectLoad.ALL)));
        all.put(
                "catch-up",
                new Entry(
                        "E-13: a projection from an empty table, and the same events again [events=1000000 port=free]",
                        new CatchUp()));
        all.put(
                "outbox",
                new Entry(
                        "E-11, E-12: from the commit to a consumer, and a full outbox drained [only=e11]",
                        new Outbox()));
        all.put(
                "audit",
                new Entry(
                        "E-32: audit entries written, verified and forged; what they cost a write"
                                + " [entries=1000000 rounds=3 written=5000 port=free]",
                        new AuditChain()));
        all.put(
                "start",
                new Entry(
                        "E-14: from the start of the JVM to the first answer, without and with its ahead-of-time cache"
                                + " [rounds=5 port=free]",
                        new StartTime()));
        all.put(
                "memory",
                new Entry(
                        "E-15: a running stack after 60 s of load [port=8080 seconds=60 clients=4]", new MemoryUse()));
        all.put(
                "deadline-day",
                new Entry(
                        "E-7, failure test 8: the last minutes before a deadline and its edge; I2, I3, I4 and a negative control"
                                + " [scale=0.1, 1 = 17,066 in 10 min; applications seconds fileKiB=1024 edge=1000 control=200 seed=1]",
                        new DeadlineDay()));
        all.put(
                "fuzz",
                new Entry(
                        "E-26: hostile requests to the services of a running stack [port=8080 requests=100000 seed=2023 only=calls]",
                        new Fuzzing()));
        all.put(
                "registration-opening",
                new Entry(
                        "E-5, E-6: a crowd for few seats, two instances; I1, I2, I3 and a negative control"
                                + " [people=20000 seats=500 seconds=30 instances=2 probe=2000 rounds=3 control=1500 port=free]",
                        new RegistrationOpening()));
        all.put(
                "gateway",
                new Entry(
                        "E-10: the gateway beside nginx before the same service; CPU per request and p99 at half load"
                                + " [rounds=3 seconds=8 warmup=30 connections=32 only=cost,latency port=free]",
                        new ProxyComparison()));
        return all;
    }
}
