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
record Judgement(List<Outcome> outcomes, List<Delivery> wanted) {

    /** Remembers the newest versions that stand among events, and says what was remembered before. */
    @FunctionalInterface
    interface Recency {
        Versions before(List<IncomingEvent> events) throws SQLException;
    }

    /**
     * @param unseen ids of those that were not handled before; each has its effect once, however often it stands there
     * @param latestOnly whether an event older than what was handled has none
     */
    static Judgement of(List<Delivery> deliveries, Set<UUID> unseen, boolean latestOnly, Recency recency)
            throws SQLException {
        Set<UUID> left = new HashSet<>(unseen);
        List<Outcome> outcomes = new ArrayList<>();
        List<Delivery> fresh = new ArrayList<>();
        for (Delivery delivery : deliveries) {
            if (left.remove(delivery.event().id())) {
                outcomes.add(Outcome.HANDLED);
                fresh.add(delivery);
            } else {
                outcomes.add(Outcome.DUPLICATE);
            }
        }
        if (!latestOnly || fresh.isEmpty()) {
            return new Judgement(outcomes, fresh);
        }
        Versions versions = recency.before(fresh.stream().map(Delivery::event).toList());
        List<Delivery> wanted = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) == Outcome.DUPLICATE) {
                continue;
            }
            if (versions.advance(deliveries.get(i).event())) {
                wanted.add(deliveries.get(i));
            } else {
                outcomes.set(i, Outcome.STALE);
            }
        }
        return new Judgement(outcomes, wanted);
    }
}
