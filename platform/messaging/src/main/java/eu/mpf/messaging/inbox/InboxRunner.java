package eu.mpf.messaging.inbox;

import eu.mpf.messaging.Backoff;
import eu.mpf.messaging.kafka.ClientSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Runs one consumer: polls, hands messages to the partitions' workers, and commits what they have handled. */
public final class InboxRunner implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(InboxRunner.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);
    private static final long RESTART_PAUSE_MS = 1_000;

    private final Consumer consumer;
    private final ClientSettings settings;
    private final Inbox inbox;
    private final DeadLetters deadLetters;
    private final Backoff backoff;
    private final Duration stopTimeout;
    private final InboxMeters meters;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable KafkaConsumer<String, byte[]> kafka;

    /** Test hook: handles messages as if the process died before every commit of offsets. */
    boolean withoutCommits;

    public InboxRunner(
            Consumer consumer,
            ClientSettings settings,
            Inbox inbox,
            DeadLetters deadLetters,
            Backoff backoff,
            Duration stopTimeout,
            MeterRegistry registry) {
        this.consumer = consumer;
        this.settings = settings;
        this.inbox = inbox;
        this.deadLetters = deadLetters;
        this.backoff = backoff;
        this.stopTimeout = stopTimeout;
        this.meters = new InboxMeters(consumer.name(), registry);
        this.thread =
                Thread.ofPlatform().daemon().name("consumer-" + consumer.name()).unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** Stops after the messages in hand and commits what was handled. */
    @Override
    public void close() {
        closed.countDown();
        wake();
        try {
            thread.join(stopTimeout.plus(CLOSE_PATIENCE).plus(CLOSE_PATIENCE).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void wake() {
        KafkaConsumer<String, byte[]> current = kafka;
        if (current != null) {
            current.wakeup();
        }
    }

    private boolean closing() {
        return closed.getCount() == 0;
    }

    private void run() {
        while (!closing()) {
            try {
                consume(new KafkaConsumer<>(settings.consumer(consumer.name())));
            } catch (RuntimeException e) {
                // For example an unknown broker host while the network comes up: a new consumer, from what is
                // committed.
                LOG.warnf(e, "consumer %s starts anew", consumer.name());
                pause();
            }
        }
    }

    private void consume(KafkaConsumer<String, byte[]> opened) {
        Assignment assignment = new Assignment(opened, this::newWorker, stopTimeout, withoutCommits);
        try {
            opened.subscribe(consumer.topics(), assignment);
            kafka = opened;
            while (!closing()) {
                poll(opened, assignment);
            }
            // Closing revokes: the assignment lets the messages in hand end and commits.
            opened.close(CloseOptions.timeout(CLOSE_PATIENCE));
        } finally {
            kafka = null;
            assignment.abandon();
            opened.close(CloseOptions.timeout(Duration.ZERO));
        }
    }

    private void poll(KafkaConsumer<String, byte[]> opened, Assignment assignment) {
        try {
            assignment.handOut(opened.poll(POLL));
        } catch (WakeupException e) {
            LOG.tracef("consumer %s: a worker has room again, or this is the end", consumer.name());
        }
        assignment.regulate();
        assignment.commitSoon();
        meters.lag(assignment.lag());
    }

    private PartitionWorker newWorker(TopicPartition partition) {
        return new PartitionWorker(consumer, partition, inbox, deadLetters, meters, backoff, this::wake);
    }

    private void pause() {
        try {
            if (closed.await(RESTART_PAUSE_MS, TimeUnit.MILLISECONDS)) {
                LOG.debugf("consumer %s ends", consumer.name());
            }
        } catch (InterruptedException e) {
            closed.countDown();
        }
    }
}
