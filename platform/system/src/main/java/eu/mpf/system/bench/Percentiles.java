package eu.mpf.system.bench;

import java.util.List;
import java.util.Locale;

/** Durations of single requests in milliseconds, the slow ones included. */
final class Percentiles {

    private Percentiles() {}

    static double of(List<Double> times, double share) {
        var sorted = times.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(sorted.size() * share)));
    }

    static void print(String what, List<Double> times, double limit) {
        System.out.printf(
                Locale.ROOT,
                "   %-44s p50 %8.2f  p95 %8.2f  p99 %8.2f ms of %d requests (limit for p99 %.0f ms)%n",
                what,
                of(times, 0.50),
                of(times, 0.95),
                of(times, 0.99),
                times.size(),
                limit);
    }
}
