package eu.mpf.system.failure;

import eu.mpf.system.up.BreakableStack;
import eu.mpf.system.up.BreakableStack.Piece;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/** What is broken on purpose, by name. */
final class Faults {

    private static final int SOME = 40;

    private final int times;
    private final Duration away;

    /**
     * @param times how often each application is killed
     * @param away how long something is away or frozen
     */
    Faults(int times, Duration away) {
        this.times = times;
        this.away = away;
    }

    Map<String, Fault> all() {
        Map<String, Fault> all = new LinkedHashMap<>();
        all.put("kill", this::kill);
        all.put("broker", this::broker);
        all.put("database", this::database);
        all.put("backend", Faults::backend);
        all.put("freeze", this::freeze);
        all.put("stop", Faults::stop);
        all.put("restore", new Restore());
        return all;
    }

    /** Every application, again and again, at any moment. */
    private String kill(BreakableStack stack, Writers writers, RandomGenerator random) {
        long slowest = 0;
        for (int i = 0; i < times; i++) {
            for (Piece application : Piece.APPLICATIONS) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextLong(1_500)));
                stack.kill(application);
                slowest = Math.max(slowest, timeOf(() -> stack.start(application)));
            }
        }
        return "%d times each; ready again after %.1f s at most".formatted(times, slowest / 1e9);
    }

    /** Nobody who writes may notice that the broker is away. */
    private String broker(BreakableStack stack, Writers writers, RandomGenerator random) {
        stack.kill(Piece.KAFKA);
        long end = System.nanoTime() + away.toNanos();
        int before = writers.acknowledged();
        while (System.nanoTime() < end) {
            writers.awaitMore(SOME);
        }
        int meanwhile = writers.acknowledged() - before;
        stack.start(Piece.KAFKA);
        return "away for %d s; %,d requests acknowledged meanwhile".formatted(away.toSeconds(), meanwhile);
    }

    private String database(BreakableStack stack, Writers writers, RandomGenerator random) {
        stack.kill(Piece.POSTGRESQL);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextLong(3_000)));
        return recovery(writers, () -> stack.start(Piece.POSTGRESQL));
    }

    private static String backend(BreakableStack stack, Writers writers, RandomGenerator random) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextLong(1_500)));
        return recovery(writers, stack::killOneBackend);
    }

    private String freeze(BreakableStack stack, Writers writers, RandomGenerator random) {
        for (Piece piece : Piece.values()) {
            stack.freeze(piece);
            LockSupport.parkNanos(away.toNanos());
            stack.thaw(piece);
            writers.awaitMore(SOME);
        }
        return "each of six for %d s".formatted(away.toSeconds());
    }

    /** An end in good order, under load. */
    private static String stop(BreakableStack stack, Writers writers, RandomGenerator random) {
        for (Piece application : Piece.APPLICATIONS) {
            stack.stop(application);
            stack.start(application);
            writers.awaitMore(SOME);
        }
        return "each of four";
    }

    private static String recovery(Writers writers, Runnable mending) {
        long took = timeOf(() -> {
            mending.run();
            writers.awaitMore(1);
        });
        return String.format(Locale.ROOT, "a write is acknowledged again after %.1f s", took / 1e9);
    }

    static long timeOf(Runnable action) {
        long start = System.nanoTime();
        action.run();
        return System.nanoTime() - start;
    }
}
