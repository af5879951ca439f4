package eu.mpf.system.privacy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Looks through every record of every topic, internal ones too: keys, values and headers, whether compacted or not. */
final class TopicScan {

    private final String servers;
    private long records;

    /** @param port of the broker */
    TopicScan(int port) {
        this.servers = "127.0.0.1:" + port;
    }

    /** How many records the last scan has read. */
    long records() {
        return records;
    }

    /** The topics in which the mark stands. */
    Set<String> find(Mark mark) throws ExecutionException, InterruptedException {
        records = 0;
        Set<String> found = new TreeSet<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers, "enable.auto.commit", "false"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = topics().stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(part -> new TopicPartition(part.topic(), part.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> each : consumer.poll(Duration.ofSeconds(1))) {
                    records++;
                    if (holds(each, mark)) {
                        found.add(each.topic());
                    }
                }
            }
        }
        return found;
    }

    private Set<String> topics() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            return admin.listTopics(new ListTopicsOptions().listInternal(true))
                    .names()
                    .get();
        }
    }

    private static boolean holds(ConsumerRecord<byte[], byte[]> each, Mark mark) {
        return each.key() != null && mark.isIn(each.key())
                || each.value() != null && mark.isIn(each.value())
                || StreamSupport.stream(each.headers().spliterator(), false)
                        .anyMatch(header -> header.value() != null && mark.isIn(header.value()));
    }
}
