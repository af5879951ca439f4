package eu.mpf.gateway.feed;

import eu.mpf.web.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Wakes the live streams when the feed has grown: one look at the database for all of them, and none while there is no
 * stream. Looking is simpler than PostgreSQL's LISTEN, which would cost every append a lock that serialises commits.
 */
final class Pulse {

    private final LongSupplier head;
    private final Duration interval;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private long seen;
    private int failures;
    private int waiting;
    private boolean looking;
    private boolean stopped;

    Pulse(LongSupplier head, Duration interval) {
        this.head = head;
        this.interval = interval;
    }

    /** Waits until the feed has grown beyond a position, but not longer than given. */
    void await(long position, long nanos) throws InterruptedException {
        lock.lock();
        try {
            waiting++;
            if (!looking) {
                looking = true;
                Thread.ofVirtual().name("feed-pulse").start(this::look);
            }
            int failuresBefore = failures;
            long left = nanos;
            while (seen <= position && failures == failuresBefore && left > 0 && !stopped) {
                left = grown.awaitNanos(left);
            }
        } finally {
            waiting--;
            lock.unlock();
        }
    }

    private void look() {
        try {
            while (worthALook()) {
                see();
                TimeUnit.MILLISECONDS.sleep(interval.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean worthALook() {
        lock.lock();
        try {
            looking = waiting > 0 && !stopped;
            return looking;
        } finally {
            lock.unlock();
        }
    }

    /** A database that is away wakes everybody: each stream then finds out for itself, and ends. */
    private void see() {
        long position;
        try {
            position = head.getAsLong();
        } catch (ProblemException e) {
            position = -1;
        }
        lock.lock();
        try {
            if (position < 0) {
                failures++;
            } else {
                seen = position;
            }
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void stop() {
        lock.lock();
        try {
            stopped = true;
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
