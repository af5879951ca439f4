package eu.mpf.messaging.parking;

import java.time.Instant;
import java.util.UUID;

/**
 * An aggregate whose events wait.
 *
 * @param eventType type of the event that Kafka refused
 * @param reason why
 * @param waitingEvents number of its events in the outbox, the refused one included
 */
public record ParkedAggregate(
        UUID id,
        String topic,
        String aggregateId,
        String eventType,
        String reason,
        Instant parkedAt,
        long waitingEvents) {}
