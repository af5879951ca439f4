package eu.mpf.events.registration;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Seats of one thing that can be full, as read under lock; written back when done. */
final class SeatCounter {
    /** What can be full. */
    enum Kind {
        TOTAL,
        CATEGORY,
        SESSION
    }

    final long id;
    final Kind kind;
    final String category;
    final @Nullable UUID sessionId;
    final @Nullable Integer capacity;
    private int taken;
    private int waiting;
    private boolean passingOn;
    private long issued;
    private boolean changed;

    SeatCounter(
            long id,
            Kind kind,
            String category,
            @Nullable UUID sessionId,
            @Nullable Integer capacity,
            int taken,
            int waiting,
            boolean passingOn,
            long issued) {
        this.id = id;
        this.kind = kind;
        this.category = category;
        this.sessionId = sessionId;
        this.capacity = capacity;
        this.taken = taken;
        this.waiting = waiting;
        this.passingOn = passingOn;
        this.issued = issued;
    }

    boolean hasRoom() {
        return capacity == null || taken < capacity;
    }

    void take() {
        if (!hasRoom()) {
            throw new IllegalStateException("no seat is left");
        }
        taken++;
        changed = true;
    }

    void release() {
        taken--;
        changed = true;
    }

    void join() {
        waiting++;
        changed = true;
    }

    void leave() {
        waiting--;
        changed = true;
    }

    /** @param more whether seats that are free belong to those who wait, though not all of them have theirs yet */
    void passOn(boolean more) {
        changed |= more != passingOn;
        passingOn = more;
    }

    /** Whether whoever comes queues behind those who wait, whatever is free. */
    boolean passingOn() {
        return passingOn;
    }

    /** The next number in the order of arrival. */
    long issue() {
        changed = true;
        return ++issued;
    }

    long issued() {
        return issued;
    }

    int taken() {
        return taken;
    }

    int waiting() {
        return waiting;
    }

    boolean changed() {
        return changed;
    }
}
