package eu.mpf.messaging.outbox;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;

/** Makes the Kafka record of an outbox row: CloudEvents 1.0, binary mode, Kafka protocol binding. */
final class CloudEventWriter {

    private static final JsonFactory JSON = new JsonFactory();

    private final String source;

    /**
     * Makes a writer for one service.
     *
     * @param service name of the service; the CloudEvents source is {@code /} and this name
     */
    CloudEventWriter(String service) {
        this.source = "/" + service;
    }

    /**
     * The record to send.
     *
     * @throws SerializationException if the row's headers are not a JSON object of strings
     */
    ProducerRecord<String, byte[]> record(OutboxRow row) {
        var kafkaRecord = new ProducerRecord<String, byte[]>(row.topic(), row.aggregateId(), row.payload());
        Headers headers = kafkaRecord.headers();
        add(headers, "ce_specversion", "1.0");
        add(headers, "ce_id", row.id());
        add(headers, "ce_source", source);
        add(headers, "ce_type", row.type());
        add(headers, "ce_subject", row.aggregateId());
        add(
                headers,
                "ce_time",
                DateTimeFormatter.ISO_INSTANT.format(row.createdAt().toInstant()));
        add(headers, "ce_dataschema", "urn:mpf:schema:" + row.type());
        add(headers, "ce_partitionkey", row.aggregateId());
        add(headers, "ce_sequence", Long.toString(row.aggregateVersion()));
        addExtensions(headers, row);
        add(headers, "content-type", "application/json");
        return kafkaRecord;
    }

    private static void addExtensions(Headers headers, OutboxRow row) {
        try (JsonParser parser = JSON.createParser(row.headers())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new SerializationException("the headers of outbox row " + row.seq() + " are not a JSON object");
            }
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                if (parser.nextToken() != JsonToken.VALUE_STRING) {
                    throw new SerializationException("header " + name + " of row " + row.seq() + " is not a string");
                }
                add(headers, "ce_" + name, parser.getText());
            }
        } catch (IOException e) {
            throw new SerializationException("unreadable headers of outbox row " + row.seq(), e);
        }
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
