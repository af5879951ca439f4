package eu.mpf.messaging.inbox;

import eu.mpf.messaging.Backoff;
import eu.mpf.messaging.EventListener;
import eu.mpf.messaging.PermanentFailure;
import eu.mpf.messaging.cloudevents.CloudEventReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** Handles one partition's messages in their order. Never interrupted: a stop lets the message in hand end. */
final class PartitionWorker {

    private static final Logger LOG = Logger.getLogger(PartitionWorker.class);

    private final Consumer consumer;
    private final Inbox inbox;
    private final DeadLetters deadLetters;
    private final InboxMeters meters;
    private final Backoff backoff;
    private final Runnable wakePoll;
    private final ConcurrentLinkedQueue<ConsumerRecord<String, byte[]>> queue = new ConcurrentLinkedQueue<>();
    /** One permit per waiting message, and many at the stop. */
    private final Semaphore signals = new Semaphore(0);

    private final Semaphore stop = new Semaphore(0);
    private final int atOnce;
    private final Deliveries.Room room;
    private final Thread thread;
    private volatile boolean stopping;
    private volatile boolean retrying;
    private volatile long handledTo = -1;

    PartitionWorker(
            Consumer consumer,
            TopicPartition partition,
            Inbox inbox,
            DeadLetters deadLetters,
            InboxMeters meters,
            Backoff backoff,
            Runnable wakePoll) {
        this.consumer = consumer;
        this.atOnce = consumer.atOnce();
        this.room = Deliveries.Room.of(atOnce);
        this.inbox = inbox;
        this.deadLetters = deadLetters;
        this.meters = meters;
        this.backoff = backoff;
        this.wakePoll = wakePoll;
        this.thread = Thread.ofVirtual().name(consumer.name() + "-" + partition).unstarted(this::work);
    }

    void start() {
        thread.start();
    }

    void offer(List<ConsumerRecord<String, byte[]>> messages) {
        queue.addAll(messages);
        signals.release(messages.size());
    }

    /** Whether the partition should bring nothing more for now. */
    boolean busy(boolean paused) {
        return retrying || room.isTaken(waiting(), paused);
    }

    /** Number of messages that wait, beside the one in hand. */
    int waiting() {
        return signals.availablePermits();
    }

    /** The offset after the last handled message, or -1 if there is none yet. */
    long handledTo() {
        return handledTo;
    }

    /** Asks the worker to end after the message in hand. */
    void stop() {
        stopping = true;
        stop.release();
        signals.release();
    }

    /** Waits for the end. Returns false if the message in hand takes longer. */
    boolean ended(Duration within) throws InterruptedException {
        return thread.join(within);
    }

    private void work() {
        try {
            while (!stopping) {
                signals.acquire();
                ConsumerRecord<String, byte[]> message = queue.poll();
                if (message == null || stopping) {
                    return;
                }
                List<ConsumerRecord<String, byte[]>> messages = more(message);
                int before = waiting() + messages.size();
                for (Run run : Run.of(consumer, messages)) {
                    if (stopping || (!handledAtOnce(run) && !handledOneByOne(run.messages()))) {
                        return;
                    }
                    handledTo = run.end();
                }
                if (room.isBack(before, waiting())) {
                    wakePoll.run();
                }
            }
        } catch (InterruptedException e) {
            LOG.warnf("worker of %s interrupted", consumer.name());
        }
    }

    /** The message and those that wait behind it, as many as may be handled at once. */
    private List<ConsumerRecord<String, byte[]>> more(ConsumerRecord<String, byte[]> first) {
        if (atOnce == 1) {
            return List.of(first);
        }
        List<ConsumerRecord<String, byte[]>> messages = new ArrayList<>(List.of(first));
        while (messages.size() < atOnce && !stopping && signals.tryAcquire()) {
            ConsumerRecord<String, byte[]> next = queue.poll();
            if (next == null) {
                signals.release();
                break;
            }
            messages.add(next);
        }
        return messages;
    }

    /** Returns false, with nothing changed, if they have to be taken one by one. */
    private boolean handledAtOnce(Run run) {
        EventListener listener = run.listener();
        if (listener == null || run.wanted().size() == 1) {
            return false;
        }
        try {
            inbox.handleAll(listener, run.wanted().stream().map(Delivery::of).toList())
                    .forEach(meters::counted);
            return true;
        } catch (RuntimeException e) {
            LOG.debugf(
                    e,
                    "%s: %d messages are taken one by one",
                    consumer.name(),
                    run.wanted().size());
            return false;
        }
    }

    private boolean handledOneByOne(List<ConsumerRecord<String, byte[]>> messages) throws InterruptedException {
        for (ConsumerRecord<String, byte[]> message : messages) {
            if (stopping || !handled(message)) {
                return false;
            }
            handledTo = message.offset() + 1;
        }
        return true;
    }

    /** Tries until it is handled or put aside. Returns false if the worker is to stop before that. */
    private boolean handled(ConsumerRecord<String, byte[]> message) throws InterruptedException {
        for (int attempt = 0; ; attempt++) {
            try {
                handleOnce(message);
                if (retrying) {
                    retrying = false;
                    wakePoll.run();
                }
                return true;
            } catch (RuntimeException e) {
                retrying = true;
                meters.retried();
                LOG.warnf(
                        e,
                        "%s: %s-%d@%d failed, attempt %d",
                        consumer.name(),
                        message.topic(),
                        message.partition(),
                        message.offset(),
                        attempt + 1);
                if (stop.tryAcquire(backoff.millis(attempt), TimeUnit.MILLISECONDS)) {
                    return false;
                }
            }
        }
    }

    private void handleOnce(ConsumerRecord<String, byte[]> message) {
        try {
            EventListener listener = consumer.listener(CloudEventReader.required(message, "type"));
            if (listener != null) {
                meters.counted(inbox.handle(listener, Delivery.of(message)));
            }
        } catch (RuntimeException e) {
            PermanentFailure permanent = Deliveries.permanent(e);
            if (permanent == null) {
                throw e;
            }
            LOG.errorf(
                    permanent,
                    "%s: %s-%d@%d is put aside",
                    consumer.name(),
                    message.topic(),
                    message.partition(),
                    message.offset());
            deadLetters.put(consumer.name(), message, permanent);
            meters.deadLettered();
        }
    }
}
