package eu.mpf.messaging.cloudevents;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import eu.mpf.messaging.IncomingEvent;
import eu.mpf.messaging.PermanentFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Reads CloudEvents 1.0 in binary mode from Kafka records. */
public final class CloudEventReader {

    // Amounts must not pass through binary floating point.
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private CloudEventReader() {}

    /**
     * The value of an attribute that must be there.
     *
     * @throws PermanentFailure if it is not
     */
    public static String required(ConsumerRecord<String, byte[]> message, String attribute) {
        String value = optional(message, attribute);
        if (value == null || value.isBlank()) {
            throw new PermanentFailure("header ce_" + attribute + " is missing");
        }
        return value;
    }

    /** The value of an attribute, if it is there. */
    public static @Nullable String optional(ConsumerRecord<String, byte[]> message, String attribute) {
        Header header = message.headers().lastHeader("ce_" + attribute);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /**
     * The event in a record.
     *
     * @throws PermanentFailure if an attribute is missing or malformed, or the value is not JSON
     */
    public static IncomingEvent read(ConsumerRecord<String, byte[]> message) {
        try {
            return new IncomingEvent(
                    UUID.fromString(required(message, "id")),
                    required(message, "type"),
                    required(message, "source"),
                    message.topic(),
                    required(message, "subject"),
                    Long.parseLong(required(message, "sequence")),
                    OffsetDateTime.parse(required(message, "time")).toInstant(),
                    optional(message, "correlationid"),
                    data(message.value()));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new PermanentFailure("malformed attribute: " + e.getMessage(), e);
        }
    }

    private static JsonNode data(byte @Nullable [] value) {
        if (value == null) {
            throw new PermanentFailure("the message has no value");
        }
        try {
            JsonNode data = JSON.readValue(value);
            if (data == null || !data.isObject()) {
                throw new PermanentFailure("the value is not a JSON object");
            }
            return data;
        } catch (IOException e) {
            throw new PermanentFailure("the value is not JSON", e);
        }
    }
}
