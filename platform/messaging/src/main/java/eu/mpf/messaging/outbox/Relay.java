package eu.mpf.messaging.outbox;

import eu.mpf.messaging.Backoff;
import eu.mpf.messaging.Transactions;
import eu.mpf.messaging.kafka.Broker;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Takes the outbox to Kafka. Any number of relays may run on one database: each lane is drained by one at a time.
 *
 * <p>Workers drain the lanes they find in the queue. A lane gets there by the signal after a commit, by the poll, and
 * again while it is not empty. While the broker is away nothing is drained and no database connection is held.
 */
public final class Relay implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Relay.class);
    // Half of all: two workers share a full outbox, and at a low rate one commit does not wait for many others.
    private static final int LANES_AT_ONCE = 32;
    private static final long HELD_PAUSE_MS = 10;
    private static final int LONGEST_PAUSE_IN_POLLS = 32;
    private static final long STOP_PATIENCE_MS = 6_000;
    private static final Duration PROBE = Duration.ofSeconds(2);

    private static final String LANES_WITH_ROWS = """
            SELECT l.number FROM generate_series(0, 63) AS l(number)
            WHERE EXISTS (SELECT 1 FROM outbox_event o
                          WHERE o.lane = l.number::smallint
                            AND NOT EXISTS (SELECT 1 FROM parked_aggregate p
                                            WHERE p.aggregate_id = o.aggregate_id AND p.topic = o.topic))""";

    private final Transactions transactions;
    private final LaneQueue lanes;
    private final LaneDrain drain;
    private final Broker broker;
    private final Duration busyPoll;
    private final Backoff afterFailures;
    private final Backoff whileEmpty;
    private final List<Thread> workers = new ArrayList<>();
    private final ScheduledThreadPoolExecutor clock;
    private final AtomicInteger failures = new AtomicInteger();
    private volatile boolean running = true;
    // Suspended until the broker has answered once: an outage must not cost database connections.
    private volatile boolean suspended = true;
    private int emptyPolls;

    public Relay(
            Transactions transactions,
            LaneQueue lanes,
            LaneDrain drain,
            Broker broker,
            int workers,
            Duration busyPoll,
            Duration idlePoll) {
        this.transactions = transactions;
        this.lanes = lanes;
        this.drain = drain;
        this.broker = broker;
        this.busyPoll = busyPoll;
        this.afterFailures = new Backoff(busyPoll, busyPoll.multipliedBy(LONGEST_PAUSE_IN_POLLS));
        this.whileEmpty = new Backoff(busyPoll, idlePoll);
        this.clock = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("outbox-poll").factory(), new ThreadPoolExecutor.DiscardPolicy());
        for (int i = 0; i < workers; i++) {
            this.workers.add(
                    Thread.ofPlatform().daemon().name("outbox-relay-" + i).unstarted(this::work));
        }
    }

    public void start() {
        workers.forEach(Thread::start);
        later(this::probe, 0);
        later(this::poll, 0);
    }

    private void work() {
        while (running) {
            try {
                List<Integer> taken = lanes.take(LANES_AT_ONCE);
                try {
                    visit(taken);
                } finally {
                    taken.forEach(lanes::done);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.error("relay worker", e);
            }
        }
    }

    private void visit(List<Integer> taken) {
        // Dropped lanes are found again by the poll that follows the broker's return.
        if (suspended) {
            return;
        }
        LaneDrain.Visit visit = drain.drain(taken);
        if (visit.failed()) {
            suspend();
        } else {
            failures.set(0);
            visit.unfinished().forEach(lanes::offer);
            if (!visit.heldElsewhere().isEmpty()) {
                later(() -> visit.heldElsewhere().forEach(lanes::offer), HELD_PAUSE_MS);
            }
        }
    }

    private synchronized void suspend() {
        if (!suspended) {
            suspended = true;
            later(this::probe, afterFailures.millis(failures.getAndIncrement()));
        }
    }

    private void probe() {
        if (broker.answers(PROBE)) {
            suspended = false;
            offerLanesWithRows();
        } else {
            later(this::probe, busyPoll.toMillis());
        }
    }

    private void poll() {
        boolean found = !suspended && offerLanesWithRows();
        emptyPolls = found ? 0 : emptyPolls + 1;
        later(this::poll, whileEmpty.millis(emptyPolls));
    }

    private boolean offerLanesWithRows() {
        try {
            List<Integer> found = transactions.run(connection -> {
                List<Integer> withRows = new ArrayList<>();
                try (Statement statement = connection.createStatement();
                        ResultSet row = statement.executeQuery(LANES_WITH_ROWS)) {
                    while (row.next()) {
                        withRows.add(row.getInt(1));
                    }
                }
                return withRows;
            });
            found.forEach(lanes::offer);
            return !found.isEmpty();
        } catch (IllegalStateException e) {
            LOG.warnf("cannot look for waiting events: %s", e.getMessage());
            return false;
        }
    }

    private void later(Runnable task, long millis) {
        clock.schedule(task, millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        running = false;
        clock.shutdownNow();
        workers.forEach(Thread::interrupt);
        for (Thread worker : workers) {
            try {
                worker.join(STOP_PATIENCE_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
