package eu.mpf.gateway.feed;

import eu.mpf.messaging.Backoff;
import eu.mpf.messaging.KafkaConfig;
import eu.mpf.messaging.MessagingConfig;
import eu.mpf.messaging.inbox.DeadLetters;
import eu.mpf.messaging.inbox.Inbox;
import eu.mpf.messaging.inbox.InboxRunner;
import eu.mpf.messaging.kafka.Broker;
import eu.mpf.messaging.kafka.ClientSettings;
import eu.mpf.messaging.kafka.EventProducer;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Copies the topics into the table of changes. Started once the database is ready, so that it never runs into a wall. */
@ApplicationScoped
public class FeedConsumer {

    /** What waits in memory is read again after a crash, so little is enough: 27 partitions share a small heap. */
    private static final Map<String, String> SMALL =
            Map.of("max.poll.records", "200", "fetch.max.bytes", "4194304", "max.partition.fetch.bytes", "262144");

    private final KafkaConfig kafka;
    private final MessagingConfig.Inbox config;
    private final Inbox inbox;
    private final Broker broker;
    private final DeadLetters deadLetters;
    private final MeterRegistry registry;
    private @Nullable InboxRunner runner;
    private boolean closed;

    FeedConsumer(
            KafkaConfig kafka,
            MessagingConfig config,
            Inbox inbox,
            Broker broker,
            EventProducer producer,
            MeterRegistry registry) {
        this.kafka = kafka;
        this.config = config.inbox();
        this.inbox = inbox;
        this.broker = broker;
        this.deadLetters = new DeadLetters(producer, broker);
        this.registry = registry;
    }

    /**
     * Creates missing topics and starts.
     *
     * @throws org.apache.kafka.common.KafkaException if the broker is away
     */
    synchronized void start(String name, Set<String> topics, ChangeLog log) {
        if (closed || runner != null) {
            return;
        }
        Set<String> all = new TreeSet<>(topics);
        topics.forEach(topic -> all.add(topic + DeadLetters.SUFFIX));
        broker.ensure(all);
        Map<String, String> settings = new HashMap<>(SMALL);
        settings.putAll(kafka.client());
        runner = new InboxRunner(
                new ChangeListener(name, topics, log).takingEveryType(),
                new ClientSettings(kafka.bootstrapServers(), settings),
                inbox,
                deadLetters,
                new Backoff(config.firstRetry(), config.longestRetry()),
                config.stopTimeout(),
                registry);
        runner.start();
    }

    /** Whether it has started; while broker or database is away it waits, and goes on when they are back. */
    synchronized boolean runs() {
        return runner != null && !closed;
    }

    /** Forgets which events were handled, once the topics no longer hold them. */
    void forget() {
        Duration retention = config.retention();
        inbox.forget(retention);
    }

    /** Ends after the event in hand. */
    void close() {
        InboxRunner started;
        synchronized (this) {
            closed = true;
            started = runner;
        }
        if (started != null) {
            started.close();
        }
    }
}
