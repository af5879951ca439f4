package eu.mpf.system.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** E-15: resident memory of every part of a running stack, after a load. */
final class MemoryUse implements Benchmark {

    private static final long WHOLE_MIB = 1_638; // 1.6 GiB

    /**
     * @param offset from the gateway's port
     * @param limit in MiB; 0 for none of its own
     */
    private record Measured(String name, int offset, long limit) {}

    private static final List<Measured> PARTS = List.of(
            new Measured("gateway", 0, 220),
            new Measured("projects-service", 1, 320),
            new Measured("events-service", 2, 320),
            new Measured("calls-service", 3, 320),
            new Measured("PostgreSQL, all its processes", 5, 0),
            new Measured("Kafka", 6, 0));

    private static final Measured HELPERS = new Measured("launcher, identity provider, mail sink", 7, 0);

    @Override
    public void run(Settings settings) throws IOException {
        int port = settings.number("port", 8080);
        if (Listeners.on(port).isEmpty()) {
            System.out.println("No stack answers at port " + port + "; start one with ./mpf up, or say port=N.");
            return;
        }
        int seconds = settings.number("seconds", 60);
        new MixedLoad(port).run(settings.number("clients", 4), Duration.ofSeconds(seconds));
        Resident sum = Resident.NONE;
        for (Measured part : PARTS) {
            sum = sum.plus(print(part, port));
        }
        System.out.printf(
                Locale.ROOT,
                "   %-40s RSS %5d MiB, PSS %5d MiB (limit %d, ratio %.2f by PSS)%n",
                "gateway, services, PostgreSQL, Kafka",
                sum.rss() >> 10,
                sum.pss() >> 10,
                WHOLE_MIB,
                sum.pss() / 1024.0 / WHOLE_MIB);
        print(HELPERS, port);
        System.out.printf(Locale.ROOT, "load %.2f%n", Machine.load());
    }

    private static Resident print(Measured part, int port) throws IOException {
        OptionalLong pid = Listeners.on(port + part.offset());
        if (pid.isEmpty()) {
            System.out.printf("   %-40s does not run here%n", part.name());
            return Resident.NONE;
        }
        // The launcher's children are the other parts.
        Resident memory = part == HELPERS ? Resident.of(pid.getAsLong()) : Resident.ofTree(pid.getAsLong());
        String limit = part.limit() == 0
                ? ""
                : String.format(
                        Locale.ROOT, " (limit %d, ratio %.2f)", part.limit(), memory.rss() / 1024.0 / part.limit());
        System.out.printf(
                "   %-40s RSS %5d MiB, PSS %5d MiB%s  %s%n",
                part.name(), memory.rss() >> 10, memory.pss() >> 10, limit, Machine.flags(pid.getAsLong()));
        return memory;
    }
}
