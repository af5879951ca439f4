package eu.mpf.calls;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

/** Two instances at the same moment. Each has a thread of its own: with two processors the common pool has but one. */
public final class AtOnce {

    private AtOnce() {}

    /** Runs it twice at once, and ends when both have. */
    public static void twice(Runnable job) {
        CyclicBarrier start = new CyclicBarrier(2);
        Runnable together = () -> {
            try {
                start.await();
            } catch (InterruptedException | BrokenBarrierException e) {
                throw new IllegalStateException(e);
            }
            job.run();
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(together, threads),
                            CompletableFuture.runAsync(together, threads))
                    .join();
        }
    }
}
