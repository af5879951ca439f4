package eu.mpf.system.bench;

import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** How long requests of one kind took, and how many failed. */
final class Latencies {

    private final String name;
    private final Queue<Double> millis = new ConcurrentLinkedQueue<>();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();

    Latencies(String name) {
        this.name = name;
    }

    void add(long nanos) {
        millis.add(nanos / 1e6);
    }

    void fail() {
        failed.incrementAndGet();
    }

    /** There was no answer at all. */
    void lose() {
        unanswered.incrementAndGet();
        fail();
    }

    /** How many requests were made, answered or not. */
    int asked() {
        return millis.size() + unanswered.get();
    }

    int failures() {
        return failed.get();
    }

    void print(double limit) {
        var sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            System.out.printf(Locale.ROOT, "   %-24s none%n", name);
            return;
        }
        double p99 = at(sorted, 0.99);
        System.out.printf(
                Locale.ROOT,
                "   %-24s %,8d requests, p50 %8.1f ms, p99 %8.1f ms (limit %.0f, ratio %.2f), longest %8.1f ms, %d failed%n",
                name,
                sorted.length,
                at(sorted, 0.5),
                p99,
                limit,
                p99 / limit,
                sorted[sorted.length - 1],
                failed.get());
    }

    private static double at(double[] sorted, double quantile) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(quantile * sorted.length))];
    }
}
