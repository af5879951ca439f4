package eu.mpf.messaging.inbox;

import eu.mpf.messaging.EventListener;
import eu.mpf.messaging.cloudevents.CloudEventReader;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Messages that follow each other in a partition and may share a transaction: whatever anybody wants of them goes to one
 * listener, and is no more than that takes at once.
 */
final class Run {

    private final List<ConsumerRecord<String, byte[]>> messages = new ArrayList<>();
    private final List<ConsumerRecord<String, byte[]>> wanted = new ArrayList<>();
    private final boolean untyped;
    private @Nullable EventListener listener;

    private Run(boolean untyped) {
        this.untyped = untyped;
    }

    /** Splits messages into runs, keeping their order. */
    static List<Run> of(Consumer consumer, List<ConsumerRecord<String, byte[]>> messages) {
        List<Run> runs = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> message : messages) {
            String type = CloudEventReader.optional(message, "type");
            EventListener listener = type == null ? null : consumer.listener(type);
            // What has no type is put aside when it is handled, alone.
            boolean untyped = type == null || type.isBlank();
            if (runs.isEmpty() || !runs.getLast().takes(listener, untyped)) {
                runs.add(new Run(untyped));
            }
            runs.getLast().add(message, listener);
        }
        return runs;
    }

    private boolean takes(@Nullable EventListener next, boolean nextUntyped) {
        if (untyped || nextUntyped) {
            return false;
        }
        return next == null || listener == null || (next == listener && wanted.size() < next.atOnce());
    }

    private void add(ConsumerRecord<String, byte[]> message, @Nullable EventListener whose) {
        messages.add(message);
        if (whose != null) {
            listener = whose;
            wanted.add(message);
        }
    }

    /** All of them in their order, those that nobody wants among them. */
    List<ConsumerRecord<String, byte[]>> messages() {
        return messages;
    }

    /** Those for the listener. */
    List<ConsumerRecord<String, byte[]>> wanted() {
        return wanted;
    }

    /** Who takes them; null if nobody wants any. */
    @Nullable
    EventListener listener() {
        return listener;
    }

    /** The offset after the last of them. */
    long end() {
        return messages.getLast().offset() + 1;
    }
}
