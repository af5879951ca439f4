package eu.mpf.messaging.inbox;

import eu.mpf.messaging.PermanentFailure;
import eu.mpf.messaging.kafka.Broker;
import eu.mpf.messaging.kafka.EventProducer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/** Puts aside what can never be handled: the message as it was, with the reason in {@code dlq_} headers. */
public final class DeadLetters {

    /** What a dead letter topic's name ends in. */
    public static final String SUFFIX = ".dlq";

    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private final EventProducer producers;
    private final Broker broker;

    public DeadLetters(EventProducer producers, Broker broker) {
        this.producers = producers;
        this.broker = broker;
    }

    /**
     * Sends one dead letter and waits until Kafka has it.
     *
     * @throws KafkaException if Kafka does not take it
     */
    void put(String consumer, ConsumerRecord<String, byte[]> message, PermanentFailure failure) {
        ProducerRecord<String, byte[]> letter = letter(consumer, message, failure, Instant.now());
        broker.ensure(List.of(letter.topic()));
        send(letter);
    }

    /** The message as it was, and beside its own headers what became of it. */
    static ProducerRecord<String, byte[]> letter(
            String consumer, ConsumerRecord<String, byte[]> message, PermanentFailure failure, Instant failedAt) {
        var letter = new ProducerRecord<String, byte[]>(message.topic() + SUFFIX, message.key(), message.value());
        message.headers().forEach(letter.headers()::add);
        header(letter, "dlq_consumer", consumer);
        header(letter, "dlq_reason", String.valueOf(failure.getMessage()));
        if (failure.getCause() != null) {
            header(letter, "dlq_cause", failure.getCause().toString());
        }
        header(letter, "dlq_topic", message.topic());
        header(letter, "dlq_partition", Integer.toString(message.partition()));
        header(letter, "dlq_offset", Long.toString(message.offset()));
        header(letter, "dlq_failed_at", failedAt.toString());
        return letter;
    }

    private void send(ProducerRecord<String, byte[]> letter) {
        Producer<String, byte[]> producer = producers.current();
        try {
            producer.send(letter).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("cannot put a dead letter aside", e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static void header(ProducerRecord<String, byte[]> letter, String name, String value) {
        letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
