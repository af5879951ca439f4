package eu.mpf.system.failure;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * An event as it lies in the log.
 *
 * @param subject id of the aggregate
 * @param sequence version of the aggregate
 */
record Published(String subject, long sequence) {

    private static final Duration POLL = Duration.ofMillis(200);

    /** All events of a topic; those of one aggregate in their order. */
    static List<Published> in(String topic, String bootstrapServers) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "key.deserializer",
                StringDeserializer.class,
                "value.deserializer",
                ByteArrayDeserializer.class,
                "isolation.level",
                "read_committed");
        try (var consumer = new KafkaConsumer<String, byte[]>(settings)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(each -> new TopicPartition(topic, each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions).entrySet();
            List<Published> events = new ArrayList<>();
            while (ends.stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(event -> events.add(of(event)));
            }
            return events;
        }
    }

    private static Published of(ConsumerRecord<String, byte[]> event) {
        return new Published(header(event, "ce_subject"), Long.parseLong(header(event, "ce_sequence")));
    }

    private static String header(ConsumerRecord<String, byte[]> event, String name) {
        return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** The events of each aggregate in their order. */
    static Map<String, List<Long>> bySubject(List<Published> events) {
        return events.stream()
                .collect(Collectors.groupingBy(
                        Published::subject, Collectors.mapping(Published::sequence, Collectors.toList())));
    }
}
