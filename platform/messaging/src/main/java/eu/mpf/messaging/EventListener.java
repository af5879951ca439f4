package eu.mpf.messaging;

import java.util.Set;

/** Handles events of other aggregates. Implement it as an {@code @ApplicationScoped} bean in a {@code messaging} package. */
public interface EventListener {

    /** Name of the consumer and its Kafka group, for example {@code projects.grants}. Never change it: positions hang on it. */
    String consumer();

    /** Topics to read; none where there is nothing to hear. */
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
     * Most events of a partition that may share a transaction. More than one makes a long log quick to catch up with; if
     * one of them fails, all are rolled back and tried again in a transaction each. Locks are held until the last of them
     * is done: keep to one where a handler locks what requests lock too.
     */
    default int atOnce() {
        return 1;
    }

    /** Whether to drop an event whose aggregate version is older than one this consumer has handled already. */
    default boolean latestOnly() {
        return true;
    }
}
