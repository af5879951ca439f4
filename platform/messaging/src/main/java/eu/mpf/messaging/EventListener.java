package eu.mpf.messaging;

import java.util.List;
import java.util.Set;

/** Handles events of other aggregates. Implement it as an {@code @ApplicationScoped} bean in a {@code messaging} package. */
public interface EventListener {

    /** Name of the consumer and its Kafka group, for example {@code projects.grants}. Never change it: positions hang on it. */
    String consumer();

    /** Topics to read. */
    Set<String> topics();

    /** CloudEvents types that are handed over; others on the same topics are passed by. */
    Set<String> types();

    /**
     * Takes one event, in the transaction that also records it as handled.
     *
     * @throws PermanentFailure if no retry can help: the event goes to {@code <topic>.dlq}
     * @throws RuntimeException anything else is retried in place, and holds up its partition until it succeeds
     */
    void on(IncomingEvent event);

    /**
     * Most events that may be handed over at once, to {@link #onAll}. More than one makes a long log quick to catch up
     * with; it is for listeners that keep what they hear and publish nothing, as events of theirs would name no cause.
     */
    default int atOnce() {
        return 1;
    }

    /**
     * Takes several events of one partition in their order, in one transaction that also records them as handled. If it
     * throws, all is rolled back, and they are handed over one by one.
     */
    default void onAll(List<IncomingEvent> events) {
        events.forEach(this::on);
    }

    /** Whether to drop an event whose aggregate version is older than one this consumer has handled already. */
    default boolean latestOnly() {
        return true;
    }
}
