package eu.mpf.messaging.parking;

import eu.mpf.messaging.Transactions;
import eu.mpf.messaging.outbox.LaneQueue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Lists parked aggregates and lets them go on, with or without the event that was refused. */
public final class Parking {

    /** What to do with the refused event. */
    public enum Action {
        /** Send it once more: its cause was removed. */
        RETRY,
        /** Delete it and go on with the aggregate's next one. */
        DISCARD
    }

    private static final String LIST = """
            SELECT p.id, p.topic, p.aggregate_id, p.event_type, p.reason, p.parked_at,
                   (SELECT count(*) FROM outbox_event o WHERE o.aggregate_id = p.aggregate_id AND o.topic = p.topic)
            FROM parked_aggregate p ORDER BY p.parked_at, p.id LIMIT 200""";

    private static final String RELEASE = """
            WITH released AS (
              DELETE FROM parked_aggregate WHERE id = ? RETURNING topic, aggregate_id, event_seq, event_type, reason)
            INSERT INTO parked_action (action, topic, aggregate_id, event_seq, event_type, reason, acted_by)
            SELECT ?, topic, aggregate_id, event_seq, event_type, reason, ? FROM released
            RETURNING aggregate_id, event_seq""";

    private static final String DELETE = "DELETE FROM outbox_event WHERE seq = ?";

    private record Released(String aggregateId, long eventSeq) {}

    private final Transactions transactions;
    private final LaneQueue lanes;

    public Parking(Transactions transactions, LaneQueue lanes) {
        this.transactions = transactions;
        this.lanes = lanes;
    }

    public List<ParkedAggregate> list() {
        return transactions.run(connection -> {
            List<ParkedAggregate> parked = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(LIST);
                    ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    parked.add(new ParkedAggregate(
                            row.getObject(1, UUID.class),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getObject(6, OffsetDateTime.class).toInstant(),
                            row.getLong(7)));
                }
            }
            return parked;
        });
    }

    /** Lets an aggregate go on and notes who did it. Returns false if there is no such parked aggregate. */
    public boolean release(UUID id, Action action, String actor) {
        Optional<Released> released = transactions.run(connection -> {
            Optional<Released> found = unpark(connection, id, action, actor);
            if (found.isPresent() && action == Action.DISCARD) {
                try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
                    statement.setLong(1, found.get().eventSeq());
                    statement.executeUpdate();
                }
            }
            return found;
        });
        released.ifPresent(it -> lanes.offer(LaneQueue.laneOf(it.aggregateId())));
        return released.isPresent();
    }

    private static Optional<Released> unpark(Connection connection, UUID id, Action action, String actor)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RELEASE)) {
            statement.setObject(1, id);
            statement.setString(2, action.name());
            statement.setString(3, actor);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(new Released(row.getString(1), row.getLong(2))) : Optional.empty();
            }
        }
    }
}
