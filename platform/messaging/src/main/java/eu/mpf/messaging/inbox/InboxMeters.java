package eu.mpf.messaging.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** What operators watch of one consumer: how far behind it is and what became of its deliveries. */
final class InboxMeters {

    private final Map<Inbox.Outcome, Counter> outcomes = new EnumMap<>(Inbox.Outcome.class);
    private final Counter retried;
    private final Counter deadLettered;
    private volatile double lag;

    InboxMeters(String consumer, MeterRegistry registry) {
        for (Inbox.Outcome outcome : Inbox.Outcome.values()) {
            outcomes.put(outcome, counter(consumer, outcome.name().toLowerCase(Locale.ROOT), registry));
        }
        this.retried = counter(consumer, "retried", registry);
        this.deadLettered = counter(consumer, "dead-lettered", registry);
        Gauge.builder("consumer.lag", () -> lag)
                .description("Messages that wait for this consumer, in the partitions it holds")
                .tag("consumer", consumer)
                .register(registry);
    }

    private static Counter counter(String consumer, String outcome, MeterRegistry registry) {
        return Counter.builder("consumer.deliveries")
                .description("Deliveries by outcome")
                .tag("consumer", consumer)
                .tag("outcome", outcome)
                .register(registry);
    }

    void counted(Inbox.Outcome outcome) {
        Counter counter = outcomes.get(outcome);
        if (counter != null) {
            counter.increment();
        }
    }

    void retried() {
        retried.increment();
    }

    void deadLettered() {
        deadLettered.increment();
    }

    void lag(double messages) {
        lag = messages;
    }
}
