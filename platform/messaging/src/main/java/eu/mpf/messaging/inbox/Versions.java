package eu.mpf.messaging.inbox;

import eu.mpf.messaging.IncomingEvent;
import java.util.HashMap;
import java.util.Map;

/** The newest version of each aggregate that a consumer has handled, while several events are decided about. */
final class Versions {

    private record Aggregate(String topic, String id) {}

    private final Map<Aggregate, Long> newest = new HashMap<>();

    void hold(String topic, String aggregate, long version) {
        newest.put(new Aggregate(topic, aggregate), version);
    }

    /**
     * Takes the event's version for the newest, unless a newer one is held. Returns whether it was taken; events of one
     * command share the aggregate's version, so an equal one is.
     */
    boolean advance(IncomingEvent event) {
        long version = event.sequence();
        return newest.merge(new Aggregate(event.topic(), event.subject()), version, Math::max) == version;
    }
}
