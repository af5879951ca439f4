package eu.mpf.messaging.inbox;

import eu.mpf.messaging.BatchListener;
import eu.mpf.messaging.EventListener;
import eu.mpf.messaging.IncomingEvent;
import eu.mpf.messaging.Transactions;
import java.sql.Array;
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
import java.util.function.Function;

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

    // In the order of the key, so that two with the same ones wait for each other and not in a circle. One version
    // stands for each aggregate, the newest: what it was before says which of the events came too late.
    private static final String ADVANCE_ALL = """
            INSERT INTO inbox_aggregate AS held (consumer, topic, aggregate_id, version)
            SELECT ?, topic, aggregate_id, max(version) FROM unnest(?, ?, ?) AS told (topic, aggregate_id, version)
            GROUP BY topic, aggregate_id ORDER BY aggregate_id, topic
            ON CONFLICT (consumer, aggregate_id, topic) DO UPDATE SET version = greatest(held.version, excluded.version)
            RETURNING held.topic, held.aggregate_id, old.version""";

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
    Outcome handle(EventListener listener, Delivery delivery) {
        connections.acquireUninterruptibly();
        try {
            return transactions.run(connection -> {
                // First of all: a delivery of the same event elsewhere waits here until we are done.
                if (!remember(connection, listener.consumer(), delivery.event())) {
                    return Outcome.DUPLICATE;
                }
                if (listener.latestOnly() && !advance(connection, listener.consumer(), delivery.event())) {
                    return Outcome.STALE;
                }
                delivery.to(listener);
                return Outcome.HANDLED;
            });
        } finally {
            connections.release();
        }
    }

    /**
     * Hands over those of the events that were not handled before and are not out of date, all in one transaction.
     *
     * @return what became of each, in their order
     */
    List<Outcome> handleAll(EventListener listener, List<Delivery> deliveries) {
        connections.acquireUninterruptibly();
        try {
            return transactions.run(connection -> {
                List<IncomingEvent> events =
                        deliveries.stream().map(Delivery::event).toList();
                Judgement judgement = Judgement.of(
                        deliveries,
                        rememberAll(connection, listener.consumer(), events),
                        listener.latestOnly(),
                        fresh -> advanceAll(connection, listener.consumer(), fresh));
                handOver(listener, judgement.wanted());
                return judgement.outcomes();
            });
        } finally {
            connections.release();
        }
    }

    private static void handOver(EventListener listener, List<Delivery> wanted) {
        if (listener instanceof BatchListener many && !wanted.isEmpty()) {
            many.onAll(wanted.stream().map(Delivery::event).toList());
        } else {
            wanted.forEach(each -> each.to(listener));
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

    /** Returns the versions held before. */
    private static Versions advanceAll(Connection connection, String consumer, List<IncomingEvent> events)
            throws SQLException {
        Versions before = new Versions();
        try (PreparedStatement statement = connection.prepareStatement(ADVANCE_ALL)) {
            statement.setString(1, consumer);
            statement.setArray(2, array(connection, "text", events, IncomingEvent::topic));
            statement.setArray(3, array(connection, "text", events, IncomingEvent::subject));
            statement.setArray(4, array(connection, "bigint", events, IncomingEvent::sequence));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    long version = rows.getLong(3);
                    if (!rows.wasNull()) {
                        before.hold(rows.getString(1), rows.getString(2), version);
                    }
                }
            }
        }
        return before;
    }

    private static Array array(
            Connection connection, String type, List<IncomingEvent> events, Function<IncomingEvent, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, events.stream().map(value).toArray());
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
