package eu.mpf.messaging;

import eu.mpf.messaging.inbox.Consumer;
import eu.mpf.messaging.inbox.DeadLetters;
import eu.mpf.messaging.inbox.Inbox;
import eu.mpf.messaging.inbox.InboxRunner;
import eu.mpf.messaging.kafka.Broker;
import eu.mpf.messaging.kafka.ClientSettings;
import eu.mpf.messaging.kafka.EventProducer;
import eu.mpf.messaging.outbox.LaneDrain;
import eu.mpf.messaging.outbox.LaneQueue;
import eu.mpf.messaging.outbox.OutboxMeters;
import eu.mpf.messaging.outbox.Relay;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Starts and stops relay and consumers with the application. Nothing here waits for the broker. */
@ApplicationScoped
class Messaging {

    private static final Logger LOG = Logger.getLogger(Messaging.class);
    private static final Duration FORGET_INTERVAL = Duration.ofHours(1);

    private final MessagingConfig config;
    private final ClientSettings settings;
    private final Broker broker;
    private final OutboxMeters meters;
    private final Inbox inbox;
    private final Relay relay;
    private final List<InboxRunner> runners = new ArrayList<>();
    private final Set<String> topics = new TreeSet<>();
    private final AtomicBoolean begun = new AtomicBoolean();
    private final ScheduledExecutorService housekeeping = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().daemon().name("messaging-", 0).factory());

    Messaging(
            MessagingConfig config,
            @ConfigProperty(name = "quarkus.application.name") String service,
            ClientSettings settings,
            EventProducer producer,
            Broker broker,
            OutboxMeters meters,
            Inbox inbox,
            Transactions transactions,
            LaneQueue lanes,
            MeterRegistry registry,
            Instance<EventListener> listeners) {
        this.config = config;
        this.settings = settings;
        this.broker = broker;
        this.meters = meters;
        this.inbox = inbox;
        MessagingConfig.Relay pace = config.relay();
        LaneDrain drain =
                new LaneDrain(transactions, producer, broker, service, meters, pace.batchSize(), pace.ackTimeout());
        this.relay = new Relay(transactions, lanes, drain, broker, pace.workers(), pace.busyPoll(), pace.idlePoll());
        config.topics().ifPresent(topics::addAll);
        DeadLetters deadLetters = new DeadLetters(producer, broker);
        for (Consumer consumer : Consumer.of(listeners.stream().toList())) {
            runners.add(runner(consumer, deadLetters, registry));
            for (String topic : consumer.topics()) {
                topics.add(topic);
                topics.add(topic + DeadLetters.SUFFIX);
            }
        }
    }

    private InboxRunner runner(Consumer consumer, DeadLetters deadLetters, MeterRegistry registry) {
        Backoff backoff =
                new Backoff(config.inbox().firstRetry(), config.inbox().longestRetry());
        return new InboxRunner(
                consumer, settings, inbox, deadLetters, backoff, config.inbox().stopTimeout(), registry);
    }

    void start(@Observes StartupEvent event) {
        if (!config.enabled()) {
            LOG.info("messaging is switched off: events stay in the outbox");
        } else if (config.atStart()) {
            begin();
        }
    }

    void start(@Observes TablesReady event) {
        if (config.enabled()) {
            begin();
        }
    }

    /** Once, however often it is told, and not after the end. */
    private void begin() {
        if (!begun.compareAndSet(false, true)) {
            return;
        }
        relay.start();
        housekeeping.execute(this::createTopicsThenConsume);
        every(config.gaugeInterval(), meters::refresh);
        every(FORGET_INTERVAL, () -> inbox.forget(config.inbox().retention()));
    }

    private void createTopicsThenConsume() {
        try {
            broker.ensure(topics);
            runners.forEach(InboxRunner::start);
        } catch (KafkaException e) {
            LOG.warnf("topics are not there yet, trying again: %s", e.getMessage());
            housekeeping.schedule(
                    this::createTopicsThenConsume,
                    config.topic().retryInterval().toMillis(),
                    TimeUnit.MILLISECONDS);
        }
    }

    private void every(Duration interval, Runnable task) {
        Runnable logged = () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                // Thrown on, it would end the schedule.
                LOG.warnf("housekeeping failed: %s", e.getMessage());
            }
        };
        housekeeping.scheduleWithFixedDelay(logged, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Consumers first: what they still finish may publish. What the relay leaves behind waits in the outbox. */
    void stop(@Observes ShutdownEvent event) {
        begun.set(true);
        housekeeping.shutdownNow();
        runners.parallelStream().forEach(InboxRunner::close);
        relay.close();
    }
}
