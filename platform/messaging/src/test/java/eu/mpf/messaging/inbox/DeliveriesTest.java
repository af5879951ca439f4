package eu.mpf.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import java.util.Objects;
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

    private final Listener many = new Listener("c", Set.of("many", "more"), 10);
    private final Listener others = new Listener("c", Set.of("others"), 5);
    private final Listener single = new Listener("c", Set.of("single"), 1);
    private final Consumer consumer = Consumer.of(List.of(many, others, single)).getFirst();

    private record Listener(String consumer, Set<String> types, int atOnce) implements EventListener {
        @Override
        public Set<String> topics() {
            return Set.of("t");
        }

        @Override
        public void on(IncomingEvent event) {
            throw new UnsupportedOperationException();
        }
    }

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

    private static IncomingEvent event(UUID id, long version) {
        return new IncomingEvent(
                id, "type", "/test", "t", "a", version, Instant.EPOCH, null, JsonNodeFactory.instance.objectNode());
    }

    @Test
    void whatOneListenerWantsIsTakenTogetherAndTheRestPassedBy() {
        var together = Deliveries.together(
                consumer, List.of(message("many", "a"), message("unheard", "b"), message("more", "c")));
        assertThat(Objects.requireNonNull(together).listener()).isSameAs(many);
        assertThat(together.events()).extracting(IncomingEvent::subject).containsExactly("a", "c");
    }

    @Test
    void whatNobodyWantsIsDoneWithoutAListener() {
        assertThat(Deliveries.together(consumer, List.of(message("unheard", "a"))))
                .isEqualTo(new Deliveries.Together(null, List.of()));
    }

    @Test
    void whatTwoListenersWantOrOneThatTakesSingleEventsIsTakenOneByOne() {
        assertThat(Deliveries.together(consumer, List.of(message("many", "a"), message("others", "b"))))
                .isNull();
        assertThat(Deliveries.together(consumer, List.of(message("single", "a"), message("single", "b"))))
                .isNull();
    }

    @Test
    void aMessageWithoutATypeCannotBeTakenAtAll() {
        assertThatThrownBy(() -> Deliveries.together(consumer, List.of(message(null, "a"))))
                .isInstanceOf(PermanentFailure.class);
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
    @CsvSource({"0, false, false", "1000, false, false", "1001, false, true", "250, true, false", "251, true, true"})
    void aPartitionBringsMoreUntilAThousandWaitAndAgainWithAQuarter(int waiting, boolean paused, boolean enough) {
        assertThat(Deliveries.isEnough(waiting, paused)).isEqualTo(enough);
    }

    @ParameterizedTest
    @CsvSource({"251, 250, true", "250, 249, false", "252, 251, false", "300, 0, true"})
    void whoeverPollsIsWokenWhenThereIsRoomAgain(int before, int waiting, boolean woken) {
        assertThat(Deliveries.hasRoomAgain(before, waiting)).isEqualTo(woken);
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
        var known = event(UUID.randomUUID(), 1);
        var fresh = event(UUID.randomUUID(), 2);
        var stale = event(UUID.randomUUID(), 1);
        List<IncomingEvent> events = List.of(known, fresh, stale, fresh);
        Set<UUID> unseen = Set.of(fresh.id(), stale.id());
        List<IncomingEvent> asked = new ArrayList<>();
        Judgement.Recency newest = event -> {
            asked.add(event);
            return event.sequence() > 1;
        };
        assertThat(Judgement.of(events, unseen, true, newest))
                .isEqualTo(new Judgement(
                        List.of(Outcome.DUPLICATE, Outcome.HANDLED, Outcome.STALE, Outcome.DUPLICATE), List.of(fresh)));
        assertThat(asked).as("a duplicate remembers no version").containsExactly(fresh, stale);
        asked.clear();
        assertThat(Judgement.of(events, unseen, false, newest))
                .isEqualTo(new Judgement(
                        List.of(Outcome.DUPLICATE, Outcome.HANDLED, Outcome.HANDLED, Outcome.DUPLICATE),
                        List.of(fresh, stale)));
        assertThat(asked).isEmpty();
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
        List<IncomingEvent> seen = new ArrayList<>();
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
                seen.add(event);
            }
        };
        assertThat(plain.atOnce()).isEqualTo(1);
        assertThat(plain.latestOnly()).isTrue();
        var first = event(UUID.randomUUID(), 1);
        var second = event(UUID.randomUUID(), 2);
        plain.onAll(List.of(first, second));
        assertThat(seen).containsExactly(first, second);
    }
}
