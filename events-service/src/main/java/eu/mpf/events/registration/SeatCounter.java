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
    private boolean changed;

    SeatCounter(
            long id,
            Kind kind,
            String category,
            @Nullable UUID sessionId,
            @Nullable Integer capacity,
            int taken,
            int waiting) {
        this.id = id;
        this.kind = kind;
        this.category = category;
        this.sessionId = sessionId;
        this.capacity = capacity;
        this.taken = taken;
        this.waiting = waiting;
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
