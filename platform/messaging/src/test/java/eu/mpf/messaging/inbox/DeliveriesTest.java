package eu.mpf.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import eu.mpf.messaging.BatchListener;
import eu.mpf.messaging.EventListener;
import eu.mpf.messaging.IncomingEvent;
import eu.mpf.messaging.PermanentFailure;
import eu.mpf.messaging.inbox.Inbox.Outcome;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is decided of messages, without a broker or a database. */
@Tag("X7")
class DeliveriesTest {
    private static final TopicPartition FIRST = new TopicPartition("t", 0);
    private static final TopicPartition SECOND = new TopicPartition("t", 1);

    private static ConsumerRecord<String, byte[]> message(@Nullable String type, String subject) {
        var message = new ConsumerRecord<String, byte[]>("t", 2, 7, subject, "{}".getBytes(StandardCharsets.UTF_8));
        Map<String, @Nullable String> attributes = new LinkedHashMap<>(Map.of(
                "id", UUID.randomUUID().toString(),
                "source", "/test",
                "subject", subject,
                "time", "2030-01-01T12:00:00Z",
                "sequence", "1"));
        attributes.put("type", type);
        attributes.forEach((name, value) ->
                message.headers().add("ce_" + name, value == null ? null : value.getBytes(StandardCharsets.UTF_8)));
        return message;
    }

    private static Delivery delivery(long version) {
        var data = JsonNodeFactory.instance.objectNode();
        return new Delivery(
                new IncomingEvent(UUID.randomUUID(), "type", "/test", "t", "a", version, Instant.EPOCH, null, data),
                null);
    }

    @Test
    void aDeliveryIsTheEventAndTheTraceItBelongsTo() {
        var message = message("many", "a");
        assertThat(Delivery.of(message).traceparent()).isNull();
        message.headers()
                .add(
                        "ce_traceparent",
                        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01".getBytes(StandardCharsets.UTF_8));
        assertThat(Delivery.of(message).traceparent()).startsWith("00-4bf9");
        assertThat(Delivery.of(message).event().subject()).isEqualTo("a");
        assertThatThrownBy(() -> Delivery.of(message(null, "a"))).isInstanceOf(PermanentFailure.class);
    }

    @Test
    @Timeout(10)
    void onlyAPermanentFailurePutsAMessageAsideHoweverDeepItLies() {
        var permanent = new PermanentFailure("no such grant");
        assertThat(Deliveries.permanent(permanent)).isSameAs(permanent);
        assertThat(Deliveries.permanent(new IllegalStateException(new RuntimeException(permanent))))
                .isSameAs(permanent);
        assertThat(Deliveries.permanent(new IllegalStateException(new SQLException("away"))))
                .isNull();
        var one = new IllegalStateException("one");
        one.initCause(new IllegalStateException("other", one));
        assertThat(Deliveries.permanent(one)).as("they cause each other").isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, false, false",
        "1, 1000, false, false",
        "1, 1001, false, true",
        "1, 250, true, false",
        "1, 251, true, true",
        "125, 250, true, false",
        "126, 253, true, true",
        "126, 252, true, false",
        "251, 1004, false, false",
        "251, 1005, false, true",
        "500, 1000, true, false",
        "500, 1001, true, true"
    })
    void aPartitionBringsMoreUntilThereIsEnoughAndAgainWithAQuarter(
            int atOnce, int waiting, boolean paused, boolean taken) {
        assertThat(Deliveries.Room.of(atOnce).isTaken(waiting, paused)).isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 251, 250, true",
        "1, 250, 249, false",
        "1, 252, 251, false",
        "1, 300, 0, true",
        "500, 1500, 1000, true",
        "500, 1000, 500, false"
    })
    void whoeverPollsIsWokenWhenThereIsRoomAgain(int atOnce, int before, int waiting, boolean woken) {
        assertThat(Deliveries.Room.of(atOnce).isBack(before, waiting)).isEqualTo(woken);
    }

    @Test
    void onlyWhatWasHandledIsCommittedAndOnlyOnce() {
        Offsets offsets = new Offsets();
        assertThat(offsets.due(Map.of(FIRST, -1L))).as("nothing yet").isEmpty();
        assertThat(offsets.due(Map.of(FIRST, 0L))).containsEntry(FIRST, new OffsetAndMetadata(0));
        var due = offsets.due(Map.of(FIRST, 7L, SECOND, -1L));
        assertThat(due).isEqualTo(Map.of(FIRST, new OffsetAndMetadata(7)));
        assertThat(offsets.due(Map.of(FIRST, 7L))).as("not confirmed yet").isEqualTo(due);
        offsets.committed(due, List.of(FIRST, SECOND));
        assertThat(offsets.due(Map.of(FIRST, 7L))).isEmpty();
        assertThat(offsets.due(Map.of(FIRST, 8L))).containsEntry(FIRST, new OffsetAndMetadata(8));
    }

    @Test
    void aLateConfirmationTakesNothingBack() {
        Offsets offsets = new Offsets();
        offsets.committed(Map.of(FIRST, new OffsetAndMetadata(9)), List.of(FIRST));
        offsets.committed(Map.of(FIRST, new OffsetAndMetadata(7)), List.of(FIRST));
        assertThat(offsets.due(Map.of(FIRST, 9L))).isEmpty();
    }

    @Test
    void aPartitionThatWasGivenAwayIsCommittedAnewWhenItComesBack() {
        Offsets offsets = new Offsets();
        offsets.committed(Map.of(FIRST, new OffsetAndMetadata(9)), List.of(FIRST));
        offsets.forget(List.of(FIRST));
        assertThat(offsets.due(Map.of(FIRST, 9L))).hasSize(1);
        offsets.committed(Map.of(FIRST, new OffsetAndMetadata(9)), List.of(SECOND));
        assertThat(offsets.due(Map.of(FIRST, 9L)))
                .as("confirmed after it was given away")
                .hasSize(1);
    }

    @Test
    void anEventHasItsEffectOnceAndAnOlderVersionHasNone() throws SQLException {
        var known = delivery(9);
        var fresh = delivery(2);
        var stale = delivery(1);
        var deliveries = List.of(known, fresh, stale, fresh);
        Set<UUID> unseen = Set.of(fresh.event().id(), stale.event().id());
        List<IncomingEvent> asked = new ArrayList<>();
        Judgement.Recency nothingHeld = events -> {
            asked.addAll(events);
            return new Versions();
        };
        assertThat(Judgement.of(deliveries, unseen, true, nothingHeld))
                .isEqualTo(new Judgement(
                        List.of(Outcome.DUPLICATE, Outcome.HANDLED, Outcome.STALE, Outcome.DUPLICATE), List.of(fresh)));
        assertThat(asked).as("a duplicate remembers no version").containsExactly(fresh.event(), stale.event());
        asked.clear();
        assertThat(Judgement.of(deliveries, unseen, false, nothingHeld))
                .isEqualTo(new Judgement(
                        List.of(Outcome.DUPLICATE, Outcome.HANDLED, Outcome.HANDLED, Outcome.DUPLICATE),
                        List.of(fresh, stale)));
        assertThat(Judgement.of(List.of(known), Set.of(), true, nothingHeld))
                .isEqualTo(new Judgement(List.of(Outcome.DUPLICATE), List.of()));
        assertThat(asked).isEmpty();
    }

    @Test
    void whatWasHeldBeforeSaysWhichCameTooLate() {
        var versions = new Versions();
        versions.hold("t", "a", 5);
        versions.hold("another topic", "a", 9);
        versions.hold("t", "another", 9);
        assertThat(versions.advance(delivery(4).event())).isFalse();
        assertThat(versions.advance(delivery(5).event()))
                .as("of the same command")
                .isTrue();
        assertThat(versions.advance(delivery(7).event())).isTrue();
        assertThat(versions.advance(delivery(6).event())).isFalse();
    }

    @Test
    void whoTakesManyTakesOneAsManyOfOne() {
        List<List<IncomingEvent>> taken = new ArrayList<>();
        BatchListener listener = new BatchListener() {
            @Override
            public String consumer() {
                return "c";
            }

            @Override
            public Set<String> topics() {
                return Set.of("t");
            }

            @Override
            public Set<String> types() {
                return Set.of("many");
            }

            @Override
            public void onAll(List<IncomingEvent> events) {
                taken.add(events);
            }
        };
        var delivery = delivery(1);
        delivery.to(listener);
        assertThat(taken).containsExactly(List.of(delivery.event()));
    }

    @Test
    void aDeadLetterIsTheMessageAsItWasAndSaysWhatBecameOfIt() {
        var message = message("many", "a");
        var letter = DeadLetters.letter(
                "projects.grants",
                message,
                new PermanentFailure("no such grant", new IllegalArgumentException("g-1")),
                Instant.EPOCH);
        assertThat(letter.topic()).isEqualTo("t.dlq");
        assertThat(letter.key()).isEqualTo("a");
        assertThat(letter.value()).isEqualTo(message.value());
        Map<String, String> headers = new LinkedHashMap<>();
        letter.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        assertThat(headers)
                .containsEntry("ce_type", "many")
                .containsEntry("ce_subject", "a")
                .containsEntry("dlq_consumer", "projects.grants")
                .containsEntry("dlq_reason", "no such grant")
                .containsEntry("dlq_cause", "java.lang.IllegalArgumentException: g-1")
                .containsEntry("dlq_topic", "t")
                .containsEntry("dlq_partition", "2")
                .containsEntry("dlq_offset", "7")
                .containsEntry("dlq_failed_at", "1970-01-01T00:00:00Z");
        assertThat(DeadLetters.letter("c", message, new PermanentFailure("x"), Instant.EPOCH)
                        .headers()
                        .lastHeader("dlq_cause"))
                .isNull();
    }

    record Grant(BigDecimal amount) {}

    @Test
    void dataIsReadAsTheConsumersOwnRecordAndUnknownFieldsArePassedBy() {
        var data = JsonNodeFactory.instance.objectNode();
        data.put("amount", new BigDecimal("0.1")).put("added", "later");
        var event = new IncomingEvent(UUID.randomUUID(), "granted", "/test", "t", "a", 1, Instant.EPOCH, null, data);
        assertThat(event.dataAs(Grant.class)).isEqualTo(new Grant(new BigDecimal("0.1")));
        data.put("amount", "much");
        assertThatThrownBy(() -> event.dataAs(Grant.class))
                .isInstanceOf(PermanentFailure.class)
                .hasMessage("data of granted does not fit Grant");
    }

    @Test
    void aListenerTakesEventsOneAtATimeAndTheNewestOnlyUnlessItSaysOtherwise() {
        EventListener plain = new EventListener() {
            @Override
            public String consumer() {
                return "c";
            }

            @Override
            public Set<String> topics() {
                return Set.of("t");
            }

            @Override
            public Set<String> types() {
                return Set.of("many");
            }

            @Override
            public void on(IncomingEvent event) {
                throw new UnsupportedOperationException();
            }
        };
        assertThat(plain.atOnce()).isEqualTo(1);
        assertThat(plain.latestOnly()).isTrue();
    }
}
