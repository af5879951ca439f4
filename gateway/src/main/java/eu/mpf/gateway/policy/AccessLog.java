package eu.mpf.gateway.policy;

import eu.mpf.gateway.Exchange;
import eu.mpf.gateway.route.Route;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jctools.queues.MpscArrayQueue;

/**
 * Hands finished exchanges to a writer on its own thread through a bounded ring. An event loop only stores a reference;
 * it never waits and never wakes the writer, which looks by itself. When the ring is full, lines are dropped and counted.
 */
public final class AccessLog implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(AccessLog.class.getName());
    private static final int CAPACITY = 16_384;
    private static final long LOOK_EVERY_NANOS = 50_000_000;

    private final MpscArrayQueue<AccessRecord> ring = new MpscArrayQueue<>(CAPACITY);
    private final AtomicLong dropped = new AtomicLong();
    private final Consumer<AccessRecord> writer;
    private final Thread thread;
    private volatile boolean open = true;

    public AccessLog(Consumer<AccessRecord> writer) {
        this.writer = writer;
        this.thread = Thread.ofPlatform().daemon().name("gateway-access-log").start(this::run);
    }

    /** Notes an exchange that has ended. */
    public void record(Exchange exchange, long nanos) {
        Route route = exchange.route();
        note(new AccessRecord(
                exchange.requestId(),
                exchange.request().method().name(),
                exchange.path(),
                route == null ? "none" : route.prefix(),
                route == null ? "none" : route.upstream().name(),
                exchange.response().headWritten() ? exchange.response().getStatusCode() : 0,
                exchange.response().bytesWritten(),
                nanos,
                !exchange.caller().isAnonymous(),
                exchange.trace()));
    }

    void note(AccessRecord line) {
        if (!ring.offer(line)) {
            dropped.incrementAndGet();
        }
    }

    /** Lines lost since the start because the writer was too slow or failed. */
    public long dropped() {
        return dropped.get();
    }

    private void run() {
        while (open) {
            if (ring.drain(this::write) == 0) {
                LockSupport.parkNanos(LOOK_EVERY_NANOS);
            }
        }
        ring.drain(this::write);
    }

    /** One line that cannot be written must not be the last. */
    private void write(AccessRecord line) {
        try {
            writer.accept(line);
        } catch (RuntimeException e) {
            dropped.incrementAndGet();
            LOG.log(System.Logger.Level.WARNING, "A line of the access log cannot be written", e);
        }
    }

    @Override
    public void close() {
        open = false;
        LockSupport.unpark(thread);
        try {
            thread.join(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
