package eu.mpf.messaging;

import java.util.List;

/**
 * A listener that takes several events at once, so that one statement may do for all: a projection, for example, that has
 * a long log to catch up with. Only for listeners that publish nothing: an event of theirs would name no cause.
 */
public interface BatchListener extends EventListener {

    /** As {@link #onAll} of this event alone: what failed among others is tried again so. */
    @Override
    default void on(IncomingEvent event) {
        onAll(List.of(event));
    }

    /**
     * Takes events of one partition in their order, at most {@link #atOnce()}, in the transaction that also records them
     * as handled. If it throws, all is rolled back and they are handed over one by one.
     */
    void onAll(List<IncomingEvent> events);
}
