package eu.mpf.web.idempotency;

import jakarta.ws.rs.core.Response;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where requests stand that are decided in the order in which they came. Whoever finds the lane free decides at once, on
 * its own thread; whoever comes meanwhile waits, and the first of them then decides for all. Nobody waits for a group to
 * fill, and there is no thread of the lane's own.
 */
public final class Lane<A> {
    /** So many that hardly anybody is left behind: the line of one instance would grow while that of another is short. */
    private static final int MOST = 200;

    private final CurrentRequest current;
    private final Consumer<List<Asked<A>>> transaction;
    private final Deque<Asked<A>> waiting = new ArrayDeque<>();
    private boolean taken;

    /** @param transaction decides all of a group */
    Lane(CurrentRequest current, Consumer<List<Asked<A>>> transaction) {
        this.current = current;
        this.transaction = transaction;
    }

    /** Waits for the answer. The caller has no transaction. */
    public Response ask(A request) {
        String key = current.idempotencyKey();
        return ask(
                key == null
                        ? new Asked<>(request, null, null)
                        : new Asked<>(request, current.scope(key), current.hash()));
    }

    Response ask(Asked<A> mine) {
        if (!leads(mine)) {
            mine.await();
        }
        if (!mine.isDecided()) {
            decideWaiting();
        }
        return mine.result();
    }

    /** How many stand here whose group is not begun. */
    public synchronized int waiting() {
        return waiting.size();
    }

    private synchronized boolean leads(Asked<A> mine) {
        waiting.add(mine);
        boolean free = !taken;
        taken = true;
        return free;
    }

    private void decideWaiting() {
        List<Asked<A>> group = next();
        try {
            transaction.accept(group);
        } finally {
            Asked<A> leader = leader();
            if (leader != null) {
                leader.wake();
            }
            group.forEach(Lane::finish);
        }
    }

    private static <A> void finish(Asked<A> asked) {
        if (!asked.isDecided()) {
            asked.refuse(new IllegalStateException("the group ended without a decision"));
        }
        asked.wake();
    }

    /** The first in line, and whoever came after it; the second of two with one key gets the answer of the first, later. */
    private synchronized List<Asked<A>> next() {
        List<Asked<A>> group = new ArrayList<>();
        for (Iterator<Asked<A>> line = waiting.iterator(); line.hasNext() && group.size() < MOST; ) {
            Asked<A> next = line.next();
            if (group.stream().noneMatch(next::hasKeyOf)) {
                group.add(next);
                line.remove();
            }
        }
        return group;
    }

    private synchronized @Nullable Asked<A> leader() {
        taken = !waiting.isEmpty();
        return waiting.peek();
    }
}
