package eu.mpf.messaging.inbox;

import eu.mpf.messaging.EventListener;
import eu.mpf.messaging.IncomingEvent;
import eu.mpf.messaging.cloudevents.CloudEventReader;
import eu.mpf.messaging.cloudevents.EventContext;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * An event with the trace it belongs to.
 *
 * @param traceparent W3C trace context of its sending, if it was traced
 */
public record Delivery(IncomingEvent event, @Nullable String traceparent) {

    /** @throws eu.mpf.messaging.PermanentFailure if the message is no event */
    static Delivery of(ConsumerRecord<String, byte[]> message) {
        return new Delivery(CloudEventReader.read(message), CloudEventReader.optional(message, "traceparent"));
    }

    /** Hands the event over; what the listener publishes names it as its cause. */
    void to(EventListener listener) {
        EventContext.handling(event, traceparent, () -> listener.on(event));
    }
}
