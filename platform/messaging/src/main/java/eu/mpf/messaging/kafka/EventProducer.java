package eu.mpf.messaging.kafka;

import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;

/**
 * The one producer of a service. After a failed send it is fenced: closed at once, so that nothing queued behind the
 * failed record can overtake it, and replaced by a new one.
 */
public final class EventProducer implements AutoCloseable {

    private final Supplier<? extends Producer<String, byte[]>> maker;
    private @Nullable Producer<String, byte[]> current;

    public EventProducer(ClientSettings settings, Duration ackTimeout) {
        this(() -> new KafkaProducer<>(settings.producer(ackTimeout)));
    }

    /** @param maker makes the producer, and another one after each that was fenced */
    public EventProducer(Supplier<? extends Producer<String, byte[]>> maker) {
        this.maker = maker;
    }

    /**
     * The producer to use now.
     *
     * @throws org.apache.kafka.common.KafkaException if it cannot be made, for example for an unknown host
     */
    public synchronized Producer<String, byte[]> current() {
        if (current == null) {
            current = maker.get();
        }
        return current;
    }

    /** Drops what this producer has not sent yet. Safe to call from its own callbacks. */
    public void fence(Producer<String, byte[]> failed) {
        synchronized (this) {
            if (current == failed) {
                current = null;
            }
        }
        // Outside the lock: closing waits for the I/O thread, whose callbacks come here too.
        failed.close(Duration.ZERO);
    }

    @Override
    public void close() {
        Producer<String, byte[]> last;
        synchronized (this) {
            last = current;
            current = null;
        }
        if (last != null) {
            last.close(Duration.ofSeconds(1));
        }
    }
}
