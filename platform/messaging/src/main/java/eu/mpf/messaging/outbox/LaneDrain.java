package eu.mpf.messaging.outbox;

import eu.mpf.messaging.Transactions;
import eu.mpf.messaging.kafka.Broker;
import eu.mpf.messaging.kafka.EventProducer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Takes the waiting rows of a few lanes to Kafka, in one short transaction.
 *
 * <p>Several lanes share a transaction, each under its own lock, because at some hundred commits a second a transaction
 * for each lane would have them queue for the connection.
 */
public final class LaneDrain {

    /**
     * How a visit ended.
     *
     * @param unfinished lanes that may hold more rows
     * @param heldElsewhere lanes that another relay is draining
     * @param failed whether Kafka or the database did not do everything; later perhaps
     */
    record Visit(Set<Integer> unfinished, Set<Integer> heldElsewhere, boolean failed) {

        /**
         * A visit that took to Kafka all it found. A lane of which it found the full share may hold more.
         *
         * @param lanes those to visit
         * @param locked those of them that nobody else was at
         * @param found how many rows it found in each
         */
        static Visit ended(Collection<Integer> lanes, Set<Integer> locked, Map<Integer, Integer> found, int batchSize) {
            Set<Integer> unfinished = new TreeSet<>();
            found.forEach((lane, rows) -> {
                if (rows >= Math.ceilDiv(batchSize, locked.size())) {
                    unfinished.add(lane);
                }
            });
            return new Visit(unfinished, held(lanes, locked), false);
        }

        /** A visit after which something is left that should not be. */
        static Visit broken(Collection<Integer> lanes, Set<Integer> locked) {
            return new Visit(Set.of(), held(lanes, locked), true);
        }

        private static Set<Integer> held(Collection<Integer> lanes, Set<Integer> locked) {
            Set<Integer> held = new TreeSet<>(lanes);
            held.removeAll(locked);
            return held;
        }
    }

    /** First half of the advisory lock's key; the second is the lane. Reads "mpf" in ASCII. */
    private static final int NAMESPACE = 0x6D7066;

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Logger LOG = Logger.getLogger(LaneDrain.class);

    // Two statements, so that the rows' snapshot is younger than the last holder's commit, but one trip: the first
    // leaves the lanes it got in a setting of the transaction, where the second finds them.
    // The deletion need not wait for the disk: if a crash undoes it, the events are sent once more.
    // Statistics are mostly taken when the outbox is empty, and make the planner indifferent between its indexes.
    // Ordered by lane and seq over a range of lanes, of which there is one, only the index on both gives the first
    // rows without a sort.
    private static final String LOCK_AND_READ = """
            SELECT set_config('mpf.lanes', coalesce(array_agg(l.lane), '{}')::text, true),
                   set_config('synchronous_commit', 'off', true), set_config('enable_bitmapscan', 'off', true),
                   set_config('enable_seqscan', 'off', true)
            FROM unnest(?::int[]) AS l(lane) WHERE pg_try_advisory_xact_lock(?, l.lane);
            SELECT l.lane, """ + OutboxRow.COLUMNS + """
             FROM unnest(current_setting('mpf.lanes')::smallint[]) AS l(lane) CROSS JOIN LATERAL (
              SELECT * FROM outbox_event e
              WHERE e.lane BETWEEN l.lane AND l.lane
                AND NOT EXISTS (SELECT 1 FROM parked_aggregate p
                                WHERE p.aggregate_id = e.aggregate_id AND p.topic = e.topic)
              ORDER BY e.lane, e.seq
              LIMIT ceil(?::float8 / greatest(1, cardinality(current_setting('mpf.lanes')::int[])))) o
            ORDER BY l.lane, o.seq""";

    private static final String DELETE = "DELETE FROM outbox_event WHERE seq = ANY (?)";

    private static final String PARK = """
            INSERT INTO parked_aggregate (topic, aggregate_id, event_seq, event_type, reason)
            VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""";

    private final Transactions transactions;
    private final EventProducer producers;
    private final Broker broker;
    private final CloudEventWriter writer;
    private final OutboxMeters meters;
    private final int batchSize;
    private final Duration ackTimeout;

    /** Test hook: runs when Kafka has acknowledged and nothing is deleted yet. */
    Runnable beforeDelete = () -> {};

    public LaneDrain(
            Transactions transactions,
            EventProducer producers,
            Broker broker,
            String service,
            OutboxMeters meters,
            int batchSize,
            Duration ackTimeout) {
        this.transactions = transactions;
        this.producers = producers;
        this.broker = broker;
        this.writer = new CloudEventWriter(service);
        this.meters = meters;
        this.batchSize = batchSize;
        this.ackTimeout = ackTimeout;
    }

    Visit drain(Collection<Integer> lanes) {
        try {
            return transactions.run(connection -> drain(connection, lanes));
        } catch (KafkaException | IllegalStateException e) {
            LOG.warnf("lanes %s were not drained: %s", lanes, e.getMessage());
            meters.failed();
            return new Visit(Set.of(), Set.of(), true);
        }
    }

    private Visit drain(Connection connection, Collection<Integer> lanes) throws SQLException {
        Map<Integer, Integer> found = new HashMap<>();
        List<OutboxRow> rows = new ArrayList<>();
        Set<Integer> locked = lockAndRead(connection, lanes, found, rows);
        if (rows.isEmpty()) {
            return Visit.ended(lanes, locked, found, batchSize);
        }
        Sending sending = new Sending(producers, topic -> broker.ensure(List.of(topic)), writer, rows);
        sending.run(ackTimeout);
        beforeDelete.run();
        settle(connection, Settlement.of(rows, sending::acknowledged, sending::refusal));
        Exception outage = sending.outage();
        if (outage != null) {
            LOG.warnf("lanes %s: Kafka did not take everything: %s", locked, outage.getMessage());
            meters.failed();
            return Visit.broken(lanes, locked);
        }
        return Visit.ended(lanes, locked, found, batchSize);
    }

    /** Takes the locks that are free and reads the first rows under them. Returns the lanes that are ours now. */
    private Set<Integer> lockAndRead(
            Connection connection, Collection<Integer> lanes, Map<Integer, Integer> found, List<OutboxRow> rows)
            throws SQLException {
        Set<Integer> locked = new TreeSet<>();
        try (PreparedStatement statement = connection.prepareStatement(LOCK_AND_READ)) {
            statement.setArray(1, connection.createArrayOf("int", lanes.toArray()));
            statement.setInt(2, NAMESPACE);
            statement.setInt(3, batchSize);
            statement.execute();
            try (ResultSet answer = statement.getResultSet()) {
                answer.next();
                for (Matcher number = NUMBER.matcher(answer.getString(1)); number.find(); ) {
                    locked.add(Integer.valueOf(number.group()));
                }
            }
            statement.getMoreResults();
            try (ResultSet row = statement.getResultSet()) {
                while (row.next()) {
                    found.merge(row.getInt(1), 1, Integer::sum);
                    rows.add(OutboxRow.read(row));
                }
            }
        }
        return locked;
    }

    /** Deletes what Kafka has and parks what it refuses. */
    private void settle(Connection connection, Settlement settlement) throws SQLException {
        for (Settlement.Refused refused : settlement.parked()) {
            park(connection, refused.row(), refused.why());
        }
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            statement.setArray(
                    1, connection.createArrayOf("bigint", settlement.done().toArray()));
            statement.executeUpdate();
        }
        meters.sent(settlement.done().size());
    }

    private static void park(Connection connection, OutboxRow row, Exception refusal) throws SQLException {
        LOG.errorf("parked %s: Kafka will never take event %s: %s", row.stream(), row.id(), refusal.getMessage());
        try (PreparedStatement statement = connection.prepareStatement(PARK)) {
            statement.setString(1, row.topic());
            statement.setString(2, row.aggregateId());
            statement.setLong(3, row.seq());
            statement.setString(4, row.type());
            statement.setString(5, refusal.getClass().getSimpleName() + ": " + refusal.getMessage());
            statement.executeUpdate();
        }
    }
}
