package eu.mpf.gateway.feed;

import eu.mpf.messaging.EventListener;
import eu.mpf.messaging.IncomingEvent;
import eu.mpf.messaging.inbox.Consumer;
import java.sql.SQLException;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;

/** Appends every event of the feed's topics, of whatever type, old versions of an aggregate included. */
final class ChangeListener implements EventListener {

    private final String consumer;
    private final Set<String> topics;
    private final ChangeLog log;

    ChangeListener(String consumer, Set<String> topics, ChangeLog log) {
        this.consumer = consumer;
        this.topics = topics;
        this.log = log;
    }

    /** This listener as a consumer that takes types nobody has named: a new one must not be missing from the feed. */
    Consumer takingEveryType() {
        Map<String, EventListener> everything = new AbstractMap<>() {
            @Override
            public EventListener get(Object type) {
                return ChangeListener.this;
            }

            @Override
            public Set<Entry<String, EventListener>> entrySet() {
                return Set.of();
            }
        };
        return new Consumer(consumer, topics, everything);
    }

    @Override
    public String consumer() {
        return consumer;
    }

    @Override
    public Set<String> topics() {
        return topics;
    }

    @Override
    public Set<String> types() {
        return Set.of();
    }

    @Override
    public boolean latestOnly() {
        return false;
    }

    @Override
    public void on(IncomingEvent event) {
        try {
            log.append(event);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot append to the feed: " + e.getMessage(), e);
        }
    }
}
