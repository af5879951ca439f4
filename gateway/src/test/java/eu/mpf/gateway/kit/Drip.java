package eu.mpf.gateway.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Sends a little again and again at a fixed pace, until the other side has had enough. */
public final class Drip implements AutoCloseable {

    /** What is sent each time. */
    @FunctionalInterface
    public interface Drop {
        void fall() throws IOException;
    }

    private final ScheduledExecutorService tap = Executors.newSingleThreadScheduledExecutor();
    private final CountDownLatch cut = new CountDownLatch(1);

    public Drip(Duration gap, Drop drop) {
        tap.scheduleAtFixedRate(
                () -> {
                    try {
                        drop.fall();
                    } catch (IOException closed) {
                        cut.countDown();
                        throw new UncheckedIOException("ends the schedule", closed);
                    }
                },
                0,
                gap.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Whether the other side has closed the connection within the given time. */
    public boolean wasCut(Duration patience) throws InterruptedException {
        return cut.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        tap.shutdownNow();
    }
}
