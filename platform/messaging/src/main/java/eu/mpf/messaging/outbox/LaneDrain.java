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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/** Takes one lane's waiting rows to Kafka, in one short transaction. */
public final class LaneDrain {

    /** How a visit to a lane ended. */
    enum Outcome {
        /** Nothing is left that was there when the visit began. */
        DRAINED,
        /** There may be more rows. */
        MORE,
        /** Another relay is at it. */
        TAKEN,
        /** Kafka did not take everything; later perhaps. */
        FAILED
    }

    /** First half of the advisory lock's key; the second is the lane. Reads "mpf" in ASCII. */
    private static final int NAMESPACE = 0x6D7066;

    private static final Logger LOG = Logger.getLogger(LaneDrain.class);

    private static final String LOCK = "SELECT pg_try_advisory_xact_lock(?, ?)";

    private static final String SELECT = "SELECT " + OutboxRow.COLUMNS + """
             FROM outbox_event o
            WHERE o.lane = ?
              AND NOT EXISTS (SELECT 1 FROM parked_aggregate p
                              WHERE p.aggregate_id = o.aggregate_id AND p.topic = o.topic)
            ORDER BY o.seq LIMIT ?""";

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

    Outcome drain(int lane) {
        try {
            return transactions.run(connection -> drain(connection, lane));
        } catch (KafkaException | IllegalStateException e) {
            LOG.warnf("lane %d was not drained: %s", lane, e.getMessage());
            meters.failed();
            return Outcome.FAILED;
        }
    }

    private Outcome drain(Connection connection, int lane) throws SQLException {
        // Lock and rows in two statements: the rows' snapshot must be younger than the last holder's commit.
        if (!lock(connection, lane)) {
            return Outcome.TAKEN;
        }
        List<OutboxRow> rows = waiting(connection, lane);
        if (rows.isEmpty()) {
            return Outcome.DRAINED;
        }
        Sending sending = new Sending(producers, broker, writer, rows);
        sending.run(ackTimeout);
        beforeDelete.run();
        settle(connection, rows, sending);
        Exception outage = sending.outage();
        if (outage != null) {
            LOG.warnf("lane %d: Kafka did not take everything: %s", lane, outage.getMessage());
            meters.failed();
            return Outcome.FAILED;
        }
        return rows.size() < batchSize ? Outcome.DRAINED : Outcome.MORE;
    }

    private static boolean lock(Connection connection, int lane) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setInt(1, NAMESPACE);
            statement.setInt(2, lane);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    private List<OutboxRow> waiting(Connection connection, int lane) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SELECT)) {
            statement.setInt(1, lane);
            statement.setInt(2, batchSize);
            List<OutboxRow> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(OutboxRow.read(result));
                }
            }
            return rows;
        }
    }

    /** Deletes what Kafka has and parks what it refuses; a row behind a failed one of its aggregate stays in any case. */
    private void settle(Connection connection, List<OutboxRow> rows, Sending sending) throws SQLException {
        List<Long> done = new ArrayList<>(rows.size());
        Set<String> blocked = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            OutboxRow row = rows.get(i);
            if (blocked.contains(row.stream())) {
                continue;
            }
            Exception refusal = sending.refusal(i);
            if (sending.acknowledged(i)) {
                done.add(row.seq());
            } else {
                blocked.add(row.stream());
                if (refusal != null) {
                    park(connection, row, refusal);
                }
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            statement.setArray(1, connection.createArrayOf("bigint", done.toArray()));
            statement.executeUpdate();
        }
        meters.sent(done.size());
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
