package eu.mpf.gateway.kit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes events as the services do. */
public final class EventSource implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;

    public EventSource() {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", FeedServers.bootstrapServers());
        settings.put("acks", "all");
        settings.put("enable.idempotence", true);
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** Publishes an event and returns its id. */
    public UUID publish(String topic, String type, String subject, long sequence, String data) {
        return publish(UUID.randomUUID(), topic, type, subject, sequence, data);
    }

    public UUID publish(UUID id, String topic, String type, String subject, long sequence, String data) {
        List<org.apache.kafka.common.header.Header> headers = Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        id.toString(),
                        "ce_source",
                        "/" + topic.split("\\.")[1] + "-service",
                        "ce_type",
                        type,
                        "ce_subject",
                        subject,
                        "ce_sequence",
                        Long.toString(sequence),
                        "ce_time",
                        Instant.now().toString())
                .entrySet()
                .stream()
                .<org.apache.kafka.common.header.Header>map(entry ->
                        new RecordHeader(entry.getKey(), entry.getValue().getBytes(StandardCharsets.UTF_8)))
                .toList();
        producer.send(new ProducerRecord<>(topic, null, null, subject, data.getBytes(StandardCharsets.UTF_8), headers));
        return id;
    }

    public void flush() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
