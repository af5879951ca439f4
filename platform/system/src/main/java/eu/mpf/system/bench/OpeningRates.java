package eu.mpf.system.bench;

import eu.mpf.system.up.EventsReplicas;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
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
    private final Rounds spread = new Rounds("E-5 people/s over " + EVENTS + " events");
    private final Rounds hot = new Rounds("E-6 people/s at one event");

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
            int number = round;
            spread.ours(() -> crowd(many, 2_000 + number));
            spread.ceiling(() -> ceiling.spread(ceilingSeconds));
            List<String> one = events.publish(1, people / 4, Map.of());
            hot.ours(() -> crowd(one, 3_000 + number));
            hot.ceiling(() -> ceiling.hot(ceilingSeconds));
        }
        spread.print();
        hot.print();
    }

    private double crowd(List<String> at, int seed) {
        var crowd = new Crowd(service.urls(), at, seed, AT_ONCE);
        long start = System.nanoTime();
        crowd.come(people, 0);
        return people / ((System.nanoTime() - start) / 1e9);
    }

    /** Rates by the clock, and by what the database's processor was busy: client and instances do not share that. */
    private final class Rounds {
        private final String what;
        private final List<Double> ours = new ArrayList<>();
        private final List<Double> oursBusy = new ArrayList<>();
        private final List<Double> ceiling = new ArrayList<>();
        private final List<Double> ceilingBusy = new ArrayList<>();
        private double services;
        private double databases;
        private double clients;
        private int rounds;

        Rounds(String what) {
            this.what = what;
        }

        void ours(Callable<Double> round) throws Exception {
            double instances = services();
            double server = Cpu.treeSeconds(service.databasePid());
            double client = client();
            measure(round, ours, oursBusy);
            services += services() - instances;
            databases += Cpu.treeSeconds(service.databasePid()) - server;
            clients += client() - client;
            rounds++;
        }

        private double services() {
            return service.pids().stream().mapToDouble(Cpu::seconds).sum();
        }

        private double client() {
            return Cpu.seconds(ProcessHandle.current().pid());
        }

        void ceiling(Callable<Double> round) throws Exception {
            measure(round, ceiling, ceilingBusy);
        }

        private void measure(Callable<Double> round, List<Double> rates, List<Double> busyRates) throws Exception {
            double before = Cpu.treeSeconds(service.databasePid());
            long start = System.nanoTime();
            double rate = round.call();
            double seconds = (System.nanoTime() - start) / 1e9;
            rates.add(rate);
            busyRates.add(rate * seconds / (Cpu.treeSeconds(service.databasePid()) - before));
        }

        void print() {
            print("by the clock", ours, ceiling);
            print("a second of the database's processors", oursBusy, ceilingBusy);
            double all = (double) people * rounds / 1000;
            System.out.printf(
                    Locale.ROOT,
                    "   %s, processor time of one person: service %.2f ms, database %.2f ms, this client %.2f ms%n",
                    what,
                    services / all,
                    databases / all,
                    clients / all);
        }

        private void print(String how, List<Double> measured, List<Double> limit) {
            double ratio = Medians.of(measured) / Medians.of(limit);
            System.out.printf(
                    Locale.ROOT,
                    "   %s, %s: %.0f of %.0f (one statement, database alone): ratio %.2f (target 0.50, %s)  [%s | %s]%n",
                    what,
                    how,
                    Medians.of(measured),
                    Medians.of(limit),
                    ratio,
                    ratio >= 0.5 ? "met" : "not met",
                    Medians.listed(measured),
                    Medians.listed(limit));
        }
    }
}
