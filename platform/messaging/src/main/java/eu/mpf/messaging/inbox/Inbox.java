package eu.mpf.messaging.inbox;

import eu.mpf.messaging.EventListener;
import eu.mpf.messaging.IncomingEvent;
import eu.mpf.messaging.Transactions;
import eu.mpf.messaging.cloudevents.EventContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Lets each event have its effect once for each consumer. */
public final class Inbox {

    /** What became of a delivery. */
    public enum Outcome {
        HANDLED,
        /** This consumer has handled the event before. */
        DUPLICATE,
        /** This consumer has handled a newer version of the aggregate. */
        STALE
    }

    private static final String REMEMBER =
            "INSERT INTO inbox_event (consumer, event_id) VALUES (?, ?) ON CONFLICT DO NOTHING";

    private static final String REMEMBER_ALL = """
            INSERT INTO inbox_event (consumer, event_id) SELECT ?, unnest(?) ON CONFLICT DO NOTHING RETURNING event_id""";

    // Events of one command share the aggregate's version, so an equal one is not stale.
    private static final String ADVANCE = """
            INSERT INTO inbox_aggregate AS held (consumer, topic, aggregate_id, version) VALUES (?, ?, ?, ?)
            ON CONFLICT (consumer, aggregate_id, topic) DO UPDATE SET version = excluded.version
            WHERE held.version <= excluded.version""";

    private static final String FORGET = """
            DELETE FROM inbox_event WHERE ctid = ANY (ARRAY(
              SELECT ctid FROM inbox_event WHERE handled_at < now() - make_interval(secs => ?) LIMIT ?))""";

    private static final int FORGET_AT_ONCE = 10_000;

    private final Transactions transactions;
    private final Semaphore connections;

    /**
     * Makes an inbox.
     *
     * @param concurrency most events in hand at once, so that consumers leave database connections for requests
     */
    public Inbox(Transactions transactions, int concurrency) {
        this.transactions = transactions;
        this.connections = new Semaphore(concurrency);
    }

    /** Hands the event over unless it was handled before or is out of date, all in one transaction. */
    public Outcome handle(EventListener listener, IncomingEvent event, @Nullable String traceparent) {
        connections.acquireUninterruptibly();
        try {
            return handleInTransaction(listener, event, traceparent);
        } finally {
            connections.release();
        }
    }

    private Outcome handleInTransaction(EventListener listener, IncomingEvent event, @Nullable String traceparent) {
        return transactions.run(connection -> {
            // First of all: a delivery of the same event elsewhere waits here until we are done.
            if (!remember(connection, listener.consumer(), event)) {
                return Outcome.DUPLICATE;
            }
            if (listener.latestOnly() && !advance(connection, listener.consumer(), event)) {
                return Outcome.STALE;
            }
            EventContext.handling(event, traceparent, () -> listener.on(event));
            return Outcome.HANDLED;
        });
    }

    /**
     * Hands over those of the events that were not handled before and are not out of date, all in one transaction.
     *
     * @return what became of each, in their order
     */
    List<Outcome> handleAll(EventListener listener, List<IncomingEvent> events) {
        connections.acquireUninterruptibly();
        try {
            return transactions.run(connection -> {
                Set<UUID> unseen = rememberAll(connection, listener.consumer(), events);
                Judgement judgement = Judgement.of(
                        events,
                        unseen,
                        listener.latestOnly(),
                        event -> advance(connection, listener.consumer(), event));
                if (!judgement.wanted().isEmpty()) {
                    listener.onAll(judgement.wanted());
                }
                return judgement.outcomes();
            });
        } finally {
            connections.release();
        }
    }

    /** In the order of ids, so that two that remember the same ones wait for each other and not in a circle. */
    private static Set<UUID> rememberAll(Connection connection, String consumer, List<IncomingEvent> events)
            throws SQLException {
        Object[] ids = events.stream().map(IncomingEvent::id).sorted().toArray();
        Set<UUID> remembered = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(REMEMBER_ALL)) {
            statement.setString(1, consumer);
            statement.setArray(2, connection.createArrayOf("uuid", ids));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    remembered.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return remembered;
    }

    /** Deletes what was handled longer ago than given. Returns the number of rows. */
    public int forget(Duration olderThan) {
        int total = 0;
        int deleted;
        do {
            deleted = transactions.run(connection -> {
                try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
                    statement.setDouble(1, olderThan.toSeconds());
                    statement.setInt(2, FORGET_AT_ONCE);
                    return statement.executeUpdate();
                }
            });
            total += deleted;
        } while (deleted == FORGET_AT_ONCE);
        return total;
    }

    private static boolean remember(Connection connection, String consumer, IncomingEvent event) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(REMEMBER)) {
            statement.setString(1, consumer);
            statement.setObject(2, event.id());
            return statement.executeUpdate() == 1;
        }
    }

    private static boolean advance(Connection connection, String consumer, IncomingEvent event) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ADVANCE)) {
            statement.setString(1, consumer);
            statement.setString(2, event.topic());
            statement.setString(3, event.subject());
            statement.setLong(4, event.sequence());
            return statement.executeUpdate() == 1;
        }
    }
}
