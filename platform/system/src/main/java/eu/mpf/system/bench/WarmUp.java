package eu.mpf.system.bench;

import java.util.Locale;
import java.util.concurrent.Callable;

/** Compilers take their time: what is measured before they are done says something about them. */
final class WarmUp {

    private WarmUp() {}

    /**
     * Repeats a step until three in a row bring no more than a twentieth over the best before.
     *
     * @param step does some work and says how much a second
     */
    static void untilSteady(int stepsAtMost, Callable<Double> step) throws Exception {
        long start = System.nanoTime();
        double best = 0;
        int level = 0;
        int steps = 0;
        for (; steps < stepsAtMost && level < 3; steps++) {
            double rate = step.call();
            level = rate > best * 1.05 ? 0 : level + 1;
            best = Math.max(best, rate);
        }
        System.out.printf(
                Locale.ROOT,
                "   %s after %.0f s, at %,.0f/s%n",
                level < 3 ? "not yet steady" : "warm",
                (System.nanoTime() - start) / 1e9,
                best);
    }
}
