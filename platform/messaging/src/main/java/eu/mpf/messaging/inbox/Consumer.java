package eu.mpf.messaging.inbox;

import eu.mpf.messaging.EventListener;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A named consumer: the listeners that share its position.
 *
 * @param name Kafka group
 * @param topics what it reads
 * @param byType who takes which type
 */
public record Consumer(String name, Set<String> topics, Map<String, EventListener> byType) {

    /**
     * Groups listeners by their consumer's name, leaving out those that have nothing to hear.
     *
     * @throws IllegalStateException if two of one consumer want the same type
     */
    public static List<Consumer> of(Collection<EventListener> listeners) {
        Map<String, Consumer> consumers = new HashMap<>();
        for (EventListener listener : listeners) {
            if (listener.topics().isEmpty()) {
                continue;
            }
            Consumer consumer = consumers.computeIfAbsent(
                    listener.consumer(), name -> new Consumer(name, new TreeSet<>(), new HashMap<>()));
            consumer.topics.addAll(listener.topics());
            for (String type : listener.types()) {
                if (consumer.byType.put(type, listener) != null) {
                    throw new IllegalStateException("two listeners of " + consumer.name + " want " + type);
                }
            }
        }
        return new ArrayList<>(consumers.values());
    }

    /** Most messages to handle at once. */
    int atOnce() {
        return byType.values().stream().mapToInt(EventListener::atOnce).max().orElse(1);
    }

    @Nullable
    EventListener listener(String type) {
        return byType.get(type);
    }
}
