package eu.mpf.messaging.outbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.zip.CRC32;

/**
 * Lanes that may hold rows, each at most once, first come first served.
 *
 * <p>All events of an aggregate are in one lane, and one relay worker at a time drains a lane: that keeps their order.
 * A lane offered while a worker is at it comes back as soon as the worker is done.
 */
public final class LaneQueue {

    /** Number of lanes. Stored with the rows, so it stays as it is. */
    public static final int LANES = 64;

    private enum State {
        IDLE,
        WAITING,
        VISITED,
        VISITED_AND_WANTED
    }

    private final LinkedBlockingQueue<Integer> waiting = new LinkedBlockingQueue<>();
    private final AtomicReferenceArray<State> states = new AtomicReferenceArray<>(LANES);

    public LaneQueue() {
        for (int lane = 0; lane < LANES; lane++) {
            states.set(lane, State.IDLE);
        }
    }

    /** The lane of an aggregate: CRC-32 of its id in UTF-8, modulo 64. */
    public static int laneOf(String aggregateId) {
        CRC32 crc = new CRC32();
        crc.update(aggregateId.getBytes(StandardCharsets.UTF_8));
        return (int) (crc.getValue() % LANES);
    }

    /** Says that a lane may hold rows. */
    public void offer(int lane) {
        State before = states.getAndUpdate(lane, state -> switch (state) {
            case IDLE, WAITING -> State.WAITING;
            case VISITED, VISITED_AND_WANTED -> State.VISITED_AND_WANTED;
        });
        if (before == State.IDLE) {
            waiting.add(lane);
        }
    }

    /** Waits for lanes and takes what is there, up to so many. They are the caller's until {@link #done}. */
    List<Integer> take(int most) throws InterruptedException {
        List<Integer> taken = new ArrayList<>();
        taken.add(waiting.take());
        waiting.drainTo(taken, most - 1);
        taken.forEach(lane -> states.set(lane, State.VISITED));
        return taken;
    }

    /** Ends a visit. */
    void done(int lane) {
        State after =
                states.updateAndGet(lane, state -> state == State.VISITED_AND_WANTED ? State.WAITING : State.IDLE);
        if (after == State.WAITING) {
            waiting.add(lane);
        }
    }
}
