package eu.mpf.messaging.outbox;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;

/** A waiting event. {@code headers} holds the CloudEvents extensions as a JSON object of strings. */
record OutboxRow(
        long seq,
        String id,
        String topic,
        String aggregateId,
        long aggregateVersion,
        String type,
        String headers,
        byte[] payload,
        OffsetDateTime createdAt) {

    static final String COLUMNS =
            "o.seq, o.id, o.topic, o.aggregate_id, o.aggregate_version, o.type, o.headers, o.payload, o.created_at";

    /** Reads {@link #COLUMNS} after one column, the lane. */
    static OutboxRow read(ResultSet row) throws SQLException {
        return new OutboxRow(
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                row.getString(7),
                row.getString(8),
                row.getString(9).getBytes(StandardCharsets.UTF_8),
                row.getObject(10, OffsetDateTime.class));
    }

    /** What must stay in order: the aggregate within its topic. */
    String stream() {
        return topic + '/' + aggregateId;
    }
}
