package eu.mpf.messaging.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.messaging.OutgoingEvent;
import eu.mpf.messaging.cloudevents.EventContext;
import eu.mpf.messaging.write.LastWrites;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Writes outbox rows in the caller's transaction and, once that is committed, says which lanes have work. */
public final class OutboxWriter {

    /** Largest event, in bytes of JSON. Larger things travel by reference. */
    public static final int MAX_BYTES = 256 * 1024;

    private static final String INSERT = """
            INSERT INTO outbox_event (id, lane, topic, aggregate_id, aggregate_version, type, headers, payload)
            VALUES (uuidv7(), ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)""";

    private final LastWrites writes;
    private final TransactionSynchronizationRegistry transactions;
    private final ObjectMapper json;
    private final LaneQueue lanes;

    public OutboxWriter(
            LastWrites writes, TransactionSynchronizationRegistry transactions, ObjectMapper json, LaneQueue lanes) {
        this.writes = writes;
        this.transactions = transactions;
        this.json = json;
        this.lanes = lanes;
    }

    /**
     * Makes sure that there is a transaction to write in.
     *
     * @throws IllegalStateException if there is none, or it is marked for rollback
     */
    public void requireTransaction() {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("events are published within an active transaction only");
        }
    }

    /** Writes events in the given order, at the end of the transaction. */
    public void write(Collection<OutgoingEvent> events) {
        requireTransaction();
        Set<Integer> touched = new TreeSet<>();
        String extensions = toJson(EventContext.extensions());
        for (OutgoingEvent event : events) {
            int lane = LaneQueue.laneOf(event.aggregateId());
            touched.add(lane);
            String payload = payload(event);
            writes.add(
                    INSERT,
                    row -> row.number(lane)
                            .text(event.topic())
                            .text(event.aggregateId())
                            .number(event.aggregateVersion())
                            .text(event.type())
                            .text(extensions)
                            .text(payload));
        }
        transactions.registerInterposedSynchronization(new Wake(touched));
    }

    private String payload(OutgoingEvent event) {
        String payload = toJson(event.data());
        if (payload.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new IllegalArgumentException(event.type() + " passes 256 kB; publish a reference instead");
        }
        return payload;
    }

    private String toJson(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not writable as JSON: " + value.getClass(), e);
        }
    }

    private final class Wake implements Synchronization {
        private final Set<Integer> touched;

        Wake(Set<Integer> touched) {
            this.touched = touched;
        }

        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                touched.forEach(lanes::offer);
            }
        }
    }
}
