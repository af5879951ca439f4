package eu.mpf.messaging.inbox;

import eu.mpf.messaging.PermanentFailure;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is to be done with messages, by how many they are and by how they failed. */
final class Deliveries {
    private Deliveries() {}

    /**
     * How many waiting messages are enough for a worker.
     *
     * @param low with so few a partition is given more
     * @param full with more it is paused
     */
    record Room(int low, int full) {
        private static final int LOW = 250;
        private static final int FULL = 1_000;
        /** A worker that takes many at once is not to wait for the next: so many times what it takes wait for it. */
        private static final int AHEAD = 2;

        /** @param atOnce most messages the worker takes at once */
        static Room of(int atOnce) {
            return new Room(Math.max(LOW, AHEAD * atOnce), Math.max(FULL, 2 * AHEAD * atOnce));
        }

        /** Whether a partition should bring nothing more for now; once it is paused it stays so until few are left. */
        boolean isTaken(int waiting, boolean paused) {
            return waiting > (paused ? low : full);
        }

        /** Whether the partition may have been paused and can go on now. */
        boolean isBack(int before, int waiting) {
            return before > low && waiting <= low;
        }
    }

    /** Why no repetition can help, if so: then the message is put aside. Anything else is tried again in its place. */
    static @Nullable PermanentFailure permanent(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable t = failure; t != null && seen.add(t); t = t.getCause()) {
            if (t instanceof PermanentFailure permanent) {
                return permanent;
            }
        }
        return null;
    }
}
