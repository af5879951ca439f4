package eu.mpf.messaging;

import eu.mpf.messaging.outbox.OutboxWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;

/** The only way an event leaves a service: it is stored with the change it tells of, and sent after the commit. */
@ApplicationScoped
public class Outbox {

    private final OutboxWriter writer;
    private final Instance<EntityManager> entityManager;

    public Outbox(OutboxWriter writer, Instance<EntityManager> entityManager) {
        this.writer = writer;
        this.entityManager = entityManager;
    }

    /**
     * Stores one event in the caller's transaction.
     *
     * @throws IllegalStateException outside a transaction
     * @throws IllegalArgumentException if the data cannot be written as JSON or passes 256 kB
     */
    public void publish(OutgoingEvent event) {
        publishAll(List.of(event));
    }

    /** Stores events in the given order; see {@link #publish}. */
    public void publishAll(Collection<OutgoingEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        writer.requireTransaction();
        // First the aggregate's versioned update, so that its row lock orders the outbox rows of one aggregate.
        if (entityManager.isResolvable()) {
            entityManager.get().flush();
        }
        writer.write(events);
    }
}
