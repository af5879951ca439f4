package eu.mpf.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.messaging.cloudevents.CloudEventReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

class CloudEventWriterTest {
    private static final UUID ID = UUID.fromString("0192f0a0-0000-7000-8000-000000000001");
    private static final CloudEventWriter WRITER = new CloudEventWriter("projects-service");

    @Test
    void aRowBecomesACloudEventInBinaryMode() {
        var written = WRITER.record(row("{\"correlationid\":\"r-1\",\"traceparent\":\"00-a-b-01\"}"));
        assertThat(written.topic()).isEqualTo("mpf.projects.project.v1");
        assertThat(written.key()).isEqualTo("p-1");
        assertThat(written.value()).isEqualTo("{\"a\":1}".getBytes(StandardCharsets.UTF_8));
        assertThat(headers(written))
                .containsExactly(
                        Map.entry("ce_specversion", "1.0"),
                        Map.entry("ce_id", ID.toString()),
                        Map.entry("ce_source", "/projects-service"),
                        Map.entry("ce_type", "eu.mpf.projects.project.registered.v1"),
                        Map.entry("ce_subject", "p-1"),
                        Map.entry("ce_time", "2030-01-01T11:00:00.123Z"),
                        Map.entry("ce_dataschema", "urn:mpf:schema:eu.mpf.projects.project.registered.v1"),
                        Map.entry("ce_partitionkey", "p-1"),
                        Map.entry("ce_sequence", "7"),
                        Map.entry("ce_correlationid", "r-1"),
                        Map.entry("ce_traceparent", "00-a-b-01"),
                        Map.entry("content-type", "application/json"));
    }

    @Test
    void theReaderUnderstandsWhatTheWriterWrites() {
        var written = WRITER.record(row("{\"correlationid\":\"r-1\"}"));
        var arrived = new ConsumerRecord<>(written.topic(), 0, 0, written.key(), written.value());
        written.headers().forEach(arrived.headers()::add);
        var event = CloudEventReader.read(arrived);
        assertThat(event.id()).isEqualTo(ID);
        assertThat(event.source()).isEqualTo("/projects-service");
        assertThat(event.sequence()).isEqualTo(7);
        assertThat(event.time()).isEqualTo(Instant.parse("2030-01-01T11:00:00.123Z"));
        assertThat(event.correlationId()).isEqualTo("r-1");
        assertThat(event.data().path("a").asInt()).isEqualTo(1);
    }

    @Test
    void headersThatAreNoObjectOfStringsAreRefusedForGood() {
        for (String headers : new String[] {"[]", "\"text\"", "{\"a\":1}", "{\"a\":{}}", "{\"a\":\"b\"", "{a"}) {
            assertThatThrownBy(() -> WRITER.record(row(headers)))
                    .as(headers)
                    .isInstanceOf(SerializationException.class);
        }
    }

    @Test
    void whatMustStayInOrderIsTheAggregateWithinItsTopic() {
        assertThat(row("{}").stream()).isEqualTo("mpf.projects.project.v1/p-1");
    }

    private static Map<String, String> headers(ProducerRecord<?, ?> written) {
        Map<String, String> headers = new LinkedHashMap<>();
        written.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }

    private static OutboxRow row(String headers) {
        return new OutboxRow(
                1,
                ID.toString(),
                "mpf.projects.project.v1",
                "p-1",
                7,
                "eu.mpf.projects.project.registered.v1",
                headers,
                "{\"a\":1}".getBytes(StandardCharsets.UTF_8),
                OffsetDateTime.parse("2030-01-01T12:00:00.123+01:00"));
    }
}
