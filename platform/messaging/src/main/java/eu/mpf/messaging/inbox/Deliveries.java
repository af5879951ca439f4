package eu.mpf.messaging.inbox;

import eu.mpf.messaging.EventListener;
import eu.mpf.messaging.IncomingEvent;
import eu.mpf.messaging.PermanentFailure;
import eu.mpf.messaging.cloudevents.CloudEventReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What is to be done with messages, by what stands in them and by how they failed. */
final class Deliveries {
    /** So many waiting messages are enough for a worker; with so few it is given more. */
    private static final int FULL = 1_000;

    private static final int LOW = 250;

    private Deliveries() {}

    /**
     * Messages that may be handled together.
     *
     * @param listener who takes the events; null if nobody wants any
     */
    record Together(@Nullable EventListener listener, List<IncomingEvent> events) {}

    /**
     * What of these messages one listener takes at once; null if they have to be taken one by one.
     *
     * @throws PermanentFailure if one of them cannot be read
     */
    static @Nullable Together together(Consumer consumer, List<ConsumerRecord<String, byte[]>> messages) {
        EventListener only = null;
        List<IncomingEvent> events = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> message : messages) {
            EventListener listener = consumer.listener(CloudEventReader.required(message, "type"));
            if (listener == null) {
                continue;
            }
            if (listener.atOnce() == 1 || (only != null && only != listener)) {
                return null;
            }
            only = listener;
            events.add(CloudEventReader.read(message));
        }
        return new Together(only, events);
    }

    /** Why no repetition can help, if so: then the message is put aside. Anything else is tried again in its place. */
    static @Nullable PermanentFailure permanent(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable t = failure; t != null && seen.add(t); t = t.getCause()) {
            if (t instanceof PermanentFailure permanent) {
                return permanent;
            }
        }
        return null;
    }

    /** Whether a partition should bring nothing more for now; once it is paused it stays so until few are left. */
    static boolean isEnough(int waiting, boolean paused) {
        return waiting > (paused ? LOW : FULL);
    }

    /** Whether the partition may have been paused and can go on now. */
    static boolean hasRoomAgain(int before, int waiting) {
        return before > LOW && waiting <= LOW;
    }
}
