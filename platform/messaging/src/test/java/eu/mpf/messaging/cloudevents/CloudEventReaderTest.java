package eu.mpf.messaging.cloudevents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.messaging.PermanentFailure;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CloudEventReaderTest {
    private static final UUID ID = UUID.fromString("0192f0a0-0000-7000-8000-000000000001");
    private final Map<String, @Nullable String> attributes = new LinkedHashMap<>(Map.of(
            "id", ID.toString(),
            "type", "eu.mpf.test.thing.changed.v1",
            "source", "/test",
            "subject", "thing-1",
            "time", "2030-01-01T12:00:00+01:00",
            "sequence", "7"));

    @Test
    void everyAttributeArrives() {
        attributes.put("correlationid", "r-1");
        var event = read("{\"amount\":0.10000000000000000001}");
        assertThat(event.id()).isEqualTo(ID);
        assertThat(event.type()).isEqualTo("eu.mpf.test.thing.changed.v1");
        assertThat(event.source()).isEqualTo("/test");
        assertThat(event.topic()).isEqualTo("t");
        assertThat(event.subject()).isEqualTo("thing-1");
        assertThat(event.sequence()).isEqualTo(7);
        assertThat(event.time()).isEqualTo(Instant.parse("2030-01-01T11:00:00Z"));
        assertThat(event.correlationId()).isEqualTo("r-1");
        assertThat(event.data().path("amount").decimalValue())
                .as("not by way of binary floating point")
                .isEqualTo(new BigDecimal("0.10000000000000000001"));
    }

    @Test
    void whoStartedTheChainMayBeUnknown() {
        assertThat(read("{}").correlationId()).isNull();
        attributes.put("correlationid", null);
        assertThat(read("{}").correlationId()).isNull();
    }

    @Test
    void aMissingOrEmptyAttributeIsNamed() {
        for (String name : Map.copyOf(attributes).keySet()) {
            String before = attributes.remove(name);
            assertThatThrownBy(() -> read("{}"))
                    .isInstanceOf(PermanentFailure.class)
                    .hasMessage("header ce_" + name + " is missing");
            attributes.put(name, " ");
            assertThatThrownBy(() -> read("{}")).hasMessage("header ce_" + name + " is missing");
            attributes.put(name, before);
        }
    }

    @Test
    void aMalformedAttributeCannotBeRead() {
        for (var wrong :
                Map.of("id", "1", "sequence", "seven", "time", "yesterday").entrySet()) {
            String before = attributes.put(wrong.getKey(), wrong.getValue());
            assertThatThrownBy(() -> read("{}"))
                    .isInstanceOf(PermanentFailure.class)
                    .hasMessageStartingWith("malformed attribute");
            attributes.put(wrong.getKey(), before);
        }
    }

    @Test
    void aValueIsOneJsonObject() {
        assertThatThrownBy(() -> read(null)).hasMessage("the message has no value");
        assertThatThrownBy(() -> read("")).hasMessage("the value is not JSON");
        assertThatThrownBy(() -> read("null")).hasMessage("the value is not a JSON object");
        assertThatThrownBy(() -> read("[]")).hasMessage("the value is not a JSON object");
        assertThatThrownBy(() -> read("{\"a\":}")).hasMessage("the value is not JSON");
        assertThatThrownBy(() -> read("{} {}")).hasMessage("the value is not JSON");
    }

    private eu.mpf.messaging.IncomingEvent read(@Nullable String value) {
        byte[] bytes = value == null ? null : value.getBytes(StandardCharsets.UTF_8);
        var message = new ConsumerRecord<String, byte[]>("t", 0, 0, "thing-1", bytes);
        attributes.forEach((name, text) ->
                message.headers().add("ce_" + name, text == null ? null : text.getBytes(StandardCharsets.UTF_8)));
        return CloudEventReader.read(message);
    }
}
