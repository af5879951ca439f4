package eu.mpf.messaging.inbox;

import eu.mpf.messaging.IncomingEvent;
import eu.mpf.messaging.inbox.Inbox.Outcome;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Which of several events have their effect now.
 *
 * @param outcomes what becomes of each, in their order
 * @param wanted those to hand over, in their order
 */
record Judgement(List<Outcome> outcomes, List<IncomingEvent> wanted) {

    /** Whether no newer version of the event's aggregate was handled before; remembers the event's own if so. */
    @FunctionalInterface
    interface Recency {
        boolean advance(IncomingEvent event) throws SQLException;
    }

    /**
     * @param unseen ids of those that were not handled before; each has its effect once, however often it stands there
     * @param latestOnly whether an event older than what was handled has none
     */
    static Judgement of(List<IncomingEvent> events, Set<UUID> unseen, boolean latestOnly, Recency recency)
            throws SQLException {
        Set<UUID> left = new HashSet<>(unseen);
        List<Outcome> outcomes = new ArrayList<>();
        List<IncomingEvent> wanted = new ArrayList<>();
        for (IncomingEvent event : events) {
            if (!left.remove(event.id())) {
                outcomes.add(Outcome.DUPLICATE);
            } else if (latestOnly && !recency.advance(event)) {
                outcomes.add(Outcome.STALE);
            } else {
                outcomes.add(Outcome.HANDLED);
                wanted.add(event);
            }
        }
        return new Judgement(outcomes, wanted);
    }
}
