package eu.mpf.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("X7")
class EventProducerTest {
    private final List<MockProducer<String, byte[]>> made = new ArrayList<>();
    private final EventProducer producers = new EventProducer(() -> {
        made.add(new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer()));
        return made.getLast();
    });

    @Test
    void thereIsOneProducerUntilItIsFenced() {
        var first = producers.current();
        assertThat(producers.current()).isSameAs(first);
        producers.fence(first);
        assertThat(made.getFirst().closed()).isTrue();
        assertThat(producers.current()).isNotSameAs(first);
        assertThat(made).hasSize(2);
    }

    @Test
    void whoeverFencesTheOldOneTwiceLeavesTheNewOneAlone() {
        var first = producers.current();
        producers.fence(first);
        var second = producers.current();
        producers.fence(first);
        assertThat(producers.current()).isSameAs(second);
        assertThat(made.getLast().closed()).isFalse();
    }

    @Test
    void closingEndsTheOneThereIs() {
        producers.close();
        assertThat(made).isEmpty();
        producers.current();
        producers.close();
        assertThat(made.getFirst().closed()).isTrue();
        producers.close();
        assertThat(made).hasSize(1);
    }

    @Test
    void anEventIsAcknowledgedByAllAndGivenUpBeforeTheRelayStopsWaiting() {
        var settings = new ClientSettings("b:1", Map.of("client.rack", "r"));
        assertThat(settings.producer(Duration.ofSeconds(5)))
                .containsEntry("bootstrap.servers", "b:1")
                .containsEntry("client.rack", "r")
                .containsEntry("acks", "all")
                .containsEntry("enable.idempotence", true)
                .containsEntry("delivery.timeout.ms", 4_500)
                .containsEntry("request.timeout.ms", 4_000)
                .containsEntry("max.block.ms", 4_500);
        assertThat(settings.producer(Duration.ofMillis(100)))
                .containsEntry("delivery.timeout.ms", 1_000)
                .containsEntry("request.timeout.ms", 500);
    }

    @Test
    void aConsumerStartsAtTheBeginningAndCommitsNothingByItself() {
        var settings = new ClientSettings("b:1", Map.of());
        assertThat(settings.consumer("g"))
                .containsEntry("bootstrap.servers", "b:1")
                .containsEntry("group.id", "g")
                .containsEntry("enable.auto.commit", false)
                .containsEntry("auto.offset.reset", "earliest")
                .containsEntry("allow.auto.create.topics", false);
        assertThat(settings.admin())
                .containsEntry("bootstrap.servers", "b:1")
                .containsEntry("default.api.timeout.ms", 5_000);
    }
}
