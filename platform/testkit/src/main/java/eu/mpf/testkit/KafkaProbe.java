package eu.mpf.testkit;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Reads topics from their beginning, outside any consumer group, and writes records as another service would. */
public final class KafkaProbe {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Waits up to 20 seconds for a record, among those already there and those to come. */
    public PublishedEvent await(String topic, Predicate<PublishedEvent> wanted) {
        return awaitAll(topic, wanted, 1).getFirst();
    }

    /** Waits until that many records match. */
    public List<PublishedEvent> awaitAll(String topic, Predicate<PublishedEvent> wanted, int count) {
        var found = new ArrayList<PublishedEvent>();
        var others = new ArrayList<PublishedEvent>();
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        try (var consumer = consumer()) {
            assign(consumer, topic, giveUp);
            while (found.size() < count) {
                if (System.nanoTime() > giveUp) {
                    throw new AssertionError("%d of %d events on %s; the others there: %s"
                            .formatted(found.size(), count, topic, others));
                }
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    PublishedEvent event = read(record);
                    (wanted.test(event) ? found : others).add(event);
                });
            }
        }
        return found;
    }

    /** All records of the topic as of now, in order per partition. */
    public List<PublishedEvent> all(String topic) {
        var events = new ArrayList<PublishedEvent>();
        try (var consumer = consumer()) {
            List<TopicPartition> partitions = assign(consumer, topic, System.nanoTime() + PATIENCE.toNanos());
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(
                            partition -> consumer.position(partition) < Objects.requireNonNull(ends.get(partition)))) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> events.add(read(record)));
            }
        }
        return events;
    }

    /** Publishes a record with the given headers and waits for the acknowledgement. */
    public void send(String topic, String key, Map<String, String> headers, byte[] value) {
        var settings = new Properties();
        settings.put("bootstrap.servers", Servers.running().bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            var record = new ProducerRecord<>(topic, key, value);
            headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
            producer.send(record).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("cannot publish to " + topic, e);
        }
    }

    private static KafkaConsumer<String, byte[]> consumer() {
        var settings = new Properties();
        settings.put("bootstrap.servers", Servers.running().bootstrapServers());
        settings.put("auto.offset.reset", "earliest");
        settings.put("enable.auto.commit", "false");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static List<TopicPartition> assign(KafkaConsumer<?, ?> consumer, String topic, long giveUp) {
        var infos = consumer.partitionsFor(topic);
        while (infos == null || infos.isEmpty()) {
            if (System.nanoTime() > giveUp) {
                throw new AssertionError("there is no topic " + topic);
            }
            consumer.poll(Duration.ofMillis(100));
            infos = consumer.partitionsFor(topic);
        }
        List<TopicPartition> partitions = infos.stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return partitions;
    }

    private static PublishedEvent read(ConsumerRecord<String, byte[]> record) {
        var headers = new HashMap<String, String>();
        record.headers()
                .forEach(header -> headers.put(
                        header.key(),
                        header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8)));
        try {
            return new PublishedEvent(
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    record.key(),
                    headers,
                    JSON.readTree(record.value()));
        } catch (IOException e) {
            throw new UncheckedIOException("the value is not JSON", e);
        }
    }
}
