package eu.mpf.system.bench;

import eu.mpf.system.up.EventsReplicas;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** E-5 and the second half of E-6: as many people a second as there can be, beside what the database alone can do. */
final class OpeningRates {

    private static final int EVENTS = 50;
    /** Of PostgreSQL for each instance, as configured by default. */
    private static final int POOL = 8;
    /** Enough to keep every connection busy. */
    private static final int AT_ONCE = 32;

    private static final int WARM_UP_STEPS = 16;

    private final EventsReplicas service;
    private final Connection database;
    private final OpeningEvents events;
    private final int people;
    private final List<Double> spread = new ArrayList<>();
    private final List<Double> hot = new ArrayList<>();
    private final List<Double> spreadCeiling = new ArrayList<>();
    private final List<Double> hotCeiling = new ArrayList<>();

    OpeningRates(EventsReplicas service, Connection database, OpeningEvents events, int people) {
        this.service = service;
        this.database = database;
        this.events = events;
        this.people = people;
    }

    /** Alternates the service and its ceiling, so that what else the machine does meets both. */
    void measure(int rounds, double ceilingSeconds) throws Exception {
        List<String> many = events.publish(EVENTS, people, Map.of());
        var seed = new AtomicInteger(1_000);
        // Leaves the rows, too, from which the ceiling takes its samples.
        WarmUp.untilSteady(WARM_UP_STEPS, () -> crowd(many, seed.getAndIncrement()));
        var ceiling = new SeatCeiling(
                service.jdbcUrl(), database, POOL * service.urls().size(), EVENTS);
        for (int round = 0; round < rounds; round++) {
            spread.add(crowd(many, 2_000 + round));
            spreadCeiling.add(ceiling.spread(ceilingSeconds));
            hot.add(crowd(events.publish(1, people / 4, Map.of()), 3_000 + round));
            hotCeiling.add(ceiling.hot(ceilingSeconds));
        }
        print("E-5 people/s over " + EVENTS + " events", spread, spreadCeiling);
        print("E-6 people/s at one event", hot, hotCeiling);
    }

    private double crowd(List<String> at, int seed) {
        var crowd = new Crowd(service.urls(), at, seed, AT_ONCE);
        long start = System.nanoTime();
        crowd.come(people, 0);
        return people / ((System.nanoTime() - start) / 1e9);
    }

    private static void print(String what, List<Double> measured, List<Double> ceiling) {
        double ratio = Medians.of(measured) / Medians.of(ceiling);
        System.out.printf(
                Locale.ROOT,
                "   %-32s %6.0f of %6.0f (one statement, database alone): ratio %.2f (target 0.50, %s)  [%s | %s]%n",
                what,
                Medians.of(measured),
                Medians.of(ceiling),
                ratio,
                ratio >= 0.5 ? "met" : "not met",
                Medians.listed(measured),
                Medians.listed(ceiling));
    }
}
