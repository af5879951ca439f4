package eu.mpf.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;

/** Reads a topic from its beginning, without a group. */
public final class Topic implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> read = new ArrayList<>();

    public Topic(TestService service, String name) {
        service.broker.ensure(List.of(name));
        consumer = new KafkaConsumer<>(service.kafka.consumer("probe-" + UUID.randomUUID()));
        // A topic just created may not be in the broker's metadata yet.
        List<TopicPartition> partitions = Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> consumer.partitionsFor(name).stream()
                                .map(it -> new TopicPartition(name, it.partition()))
                                .toList(),
                        found -> !found.isEmpty());
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Waits until that many different events were read. */
    public List<ConsumerRecord<String, byte[]>> await(int events) {
        Awaitility.await().atMost(PATIENCE).until(() -> {
            consumer.poll(Duration.ofMillis(100)).forEach(read::add);
            return read.stream().map(it -> header(it, "ce_id")).distinct().count() >= events;
        });
        return read;
    }

    /** All that is there within a moment. */
    public List<ConsumerRecord<String, byte[]>> rest() {
        consumer.poll(Duration.ofMillis(500)).forEach(read::add);
        return read;
    }

    /** Versions by aggregate in the order of their first arrival. */
    public Map<String, List<Long>> versions() {
        Map<String, LinkedHashSet<Long>> versions = new LinkedHashMap<>();
        for (var message : read) {
            versions.computeIfAbsent(message.key(), key -> new LinkedHashSet<>())
                    .add(Long.valueOf(header(message, "ce_sequence")));
        }
        Map<String, List<Long>> lists = new LinkedHashMap<>();
        versions.forEach((key, value) -> lists.put(key, List.copyOf(value)));
        return lists;
    }

    public static String header(ConsumerRecord<?, ?> message, String name) {
        var header = message.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
