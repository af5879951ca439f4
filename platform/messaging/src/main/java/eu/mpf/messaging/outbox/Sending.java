package eu.mpf.messaging.outbox;

import eu.mpf.messaging.cloudevents.EventContext;
import eu.mpf.messaging.kafka.EventProducer;
import io.opentelemetry.api.trace.Span;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnsupportedForMessageFormatException;
import org.jspecify.annotations.Nullable;

/** The sending of one visit's rows: what became of each. Sent in order; what follows a failed row of its aggregate stays. */
final class Sending {

    private final EventProducer producers;
    private final Consumer<String> topics;
    private final CloudEventWriter writer;
    private final List<OutboxRow> rows;
    private final Thread thread = Thread.currentThread();
    private final CountDownLatch open;
    private final boolean[] acknowledged;
    private final @Nullable Exception[] failures;
    private final Set<String> stopped = new HashSet<>();

    /** @param topics makes sure that a topic is there */
    Sending(EventProducer producers, Consumer<String> topics, CloudEventWriter writer, List<OutboxRow> rows) {
        this.producers = producers;
        this.topics = topics;
        this.writer = writer;
        this.rows = rows;
        this.open = new CountDownLatch(rows.size());
        this.acknowledged = new boolean[rows.size()];
        this.failures = new Exception[rows.size()];
    }

    /** Sends all and waits for the answers, but not longer than given. */
    void run(Duration ackTimeout) {
        long end = System.nanoTime() + ackTimeout.toNanos();
        Producer<String, byte[]> producer = producers.current();
        boolean goOn = true;
        for (int i = 0; i < rows.size(); i++) {
            if (goOn && !stopped.contains(rows.get(i).stream())) {
                goOn = send(producer, i);
            } else {
                open.countDown();
            }
        }
        try {
            // Not waiting for the linger time: everything this visit has is in the batch.
            producer.flush();
            if (!open.await(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                producers.fence(producer);
            }
        } catch (InterruptedException e) {
            producers.fence(producer);
            throw new InterruptException(e);
        }
    }

    /** Returns whether it makes sense to send the next row. */
    private boolean send(Producer<String, byte[]> producer, int i) {
        Span span = Span.getInvalid();
        try {
            topics.accept(rows.get(i).topic());
            var message = writer.record(rows.get(i));
            Span sending = EventContext.sending(message);
            span = sending;
            producer.send(message, (metadata, failure) -> {
                sending.end();
                answered(producer, i, failure);
            });
        } catch (RuntimeException e) {
            span.end();
            answered(producer, i, e);
        }
        Exception failure = failures[i];
        if (failure == null) {
            return true;
        }
        stopped.add(rows.get(i).stream());
        return isPermanent(failure);
    }

    private void answered(Producer<String, byte[]> producer, int i, @Nullable Exception failure) {
        if (failure == null) {
            acknowledged[i] = true;
        } else {
            failures[i] = failure;
            // An answer on another thread comes from the wire: later rows of the aggregate may be queued behind this
            // one.
            if (Thread.currentThread() != thread) {
                producers.fence(producer);
            }
        }
        open.countDown();
    }

    /** Whether Kafka has the row. */
    boolean acknowledged(int i) {
        return acknowledged[i];
    }

    /** Why Kafka will never take the row, if so. */
    @Nullable
    Exception refusal(int i) {
        Exception failure = failures[i];
        return failure != null && isPermanent(failure) ? failure : null;
    }

    /** A failure that may pass, if there was one. */
    @Nullable
    Exception outage() {
        for (Exception failure : failures) {
            if (failure != null && !isPermanent(failure)) {
                return failure;
            }
        }
        return open.getCount() == 0 ? null : new TimeoutException("no acknowledgement in time");
    }

    static boolean isPermanent(Exception failure) {
        return failure instanceof RecordTooLargeException
                || failure instanceof SerializationException
                || failure instanceof InvalidTopicException
                || failure instanceof UnsupportedForMessageFormatException;
    }
}
