package eu.mpf.messaging.outbox;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.zip.CRC32;

/**
 * Lanes that may hold rows, each at most once, first come first served.
 *
 * <p>All events of an aggregate are in one lane, and one relay at a time drains a lane: that keeps their order.
 */
public final class LaneQueue {

    /** Number of lanes. Stored with the rows, so it stays as it is. */
    public static final int LANES = 64;

    private final LinkedBlockingQueue<Integer> waiting = new LinkedBlockingQueue<>();
    private final AtomicIntegerArray queued = new AtomicIntegerArray(LANES);

    /** The lane of an aggregate: CRC-32 of its id in UTF-8, modulo 64. */
    public static int laneOf(String aggregateId) {
        CRC32 crc = new CRC32();
        crc.update(aggregateId.getBytes(StandardCharsets.UTF_8));
        return (int) (crc.getValue() % LANES);
    }

    /** Says that a lane may hold rows. */
    public void offer(int lane) {
        if (queued.compareAndSet(lane, 0, 1)) {
            waiting.add(lane);
        }
    }

    /** Waits for a lane. A row written from now on puts the lane into the queue again. */
    int take() throws InterruptedException {
        int lane = waiting.take();
        queued.set(lane, 0);
        return lane;
    }
}
