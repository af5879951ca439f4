package eu.mpf.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eu.mpf.messaging.kafka.EventProducer;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of a visit's rows, by what the producer answers and when. */
@Tag("X7")
@Timeout(30)
class SendingTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final List<OutboxRow> rows = new ArrayList<>();
    private final List<Scripted> made = new ArrayList<>();
    private final Map<String, RuntimeException> refusedAtOnce = new HashMap<>();
    private final Set<String> ensured = new HashSet<>();
    private @Nullable Runnable atFlush;
    private @Nullable RuntimeException topicFailure;

    private final EventProducer producers = new EventProducer(() -> {
        made.add(new Scripted());
        return made.getLast();
    });

    /** Kafka's own stand-in for a producer; answers come when the test says so. */
    private final class Scripted extends MockProducer<String, byte[]> {
        Scripted() {
            super(false, null, new StringSerializer(), new ByteArraySerializer());
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> message, Callback callback) {
            RuntimeException refusal = refusedAtOnce.get(message.key());
            if (refusal != null) {
                throw refusal;
            }
            return super.send(message, callback);
        }

        /** Without its lock: the thread that answers needs it. */
        @Override
        public void flush() {
            if (atFlush == null) {
                super.flush();
            } else {
                atFlush.run();
            }
        }
    }

    private void row(String aggregate) {
        row(aggregate, "{}");
    }

    private void row(String aggregate, String headers) {
        rows.add(new OutboxRow(
                rows.size() + 1L,
                "id",
                "t",
                aggregate,
                1,
                "type",
                headers,
                new byte[0],
                OffsetDateTime.parse("2030-01-01T00:00:00Z")));
    }

    private Sending sent(Duration patience) {
        Sending sending = new Sending(
                producers,
                topic -> {
                    if (topicFailure != null) {
                        throw topicFailure;
                    }
                    ensured.add(topic);
                },
                new CloudEventWriter("test"),
                rows);
        sending.run(patience);
        return sending;
    }

    private List<String> keys() {
        return made.getFirst().history().stream().map(ProducerRecord::key).toList();
    }

    /** As Kafka's own thread answers. */
    private static void onAnotherThread(Runnable work) {
        try {
            Thread.ofPlatform().start(work).join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatIsAcknowledgedIsThereAndNothingElseIsToldOfIt() {
        row("a");
        row("b");
        Sending sending = sent(LONG);
        assertThat(keys()).containsExactly("a", "b");
        assertThat(ensured).containsExactly("t");
        assertThat(sending.acknowledged(0)).isTrue();
        assertThat(sending.acknowledged(1)).isTrue();
        assertThat(sending.refusal(0)).isNull();
        assertThat(sending.outage()).isNull();
        assertThat(made).hasSize(1);
        assertThat(made.getFirst().closed()).isFalse();
    }

    @Test
    void behindARefusedRowItsAggregateWaitsAndTheOthersGo() {
        RecordTooLargeException tooLarge = new RecordTooLargeException("1 MB");
        refusedAtOnce.put("a", tooLarge);
        row("a");
        row("a");
        row("b");
        Sending sending = sent(LONG);
        assertThat(keys()).containsExactly("b");
        assertThat(sending.refusal(0)).isSameAs(tooLarge);
        assertThat(sending.acknowledged(0)).isFalse();
        assertThat(sending.acknowledged(1)).isFalse();
        assertThat(sending.refusal(1)).isNull();
        assertThat(sending.acknowledged(2)).isTrue();
        assertThat(sending.outage()).as("nothing that could pass").isNull();
        assertThat(made.getFirst().closed()).as("nothing was queued behind it").isFalse();
    }

    @Test
    void aRowThatIsNoEventIsRefusedForGood() {
        row("a", "{\"traceparent\":1}");
        row("b");
        Sending sending = sent(LONG);
        assertThat(sending.refusal(0)).isInstanceOf(SerializationException.class);
        assertThat(sending.acknowledged(1)).isTrue();
    }

    @Test
    void afterAFailureThatMayPassNothingMoreIsTried() {
        TimeoutException away = new TimeoutException("no metadata");
        refusedAtOnce.put("b", away);
        row("a");
        row("b");
        row("c");
        Sending sending = sent(LONG);
        assertThat(keys()).containsExactly("a");
        assertThat(sending.acknowledged(0)).isTrue();
        assertThat(sending.refusal(1)).isNull();
        assertThat(sending.acknowledged(2)).isFalse();
        assertThat(sending.outage()).isSameAs(away);
    }

    @Test
    void aTopicThatCannotBeMadeIsSuchAFailure() {
        topicFailure = new TimeoutException("the broker did not answer");
        row("a");
        row("b");
        Sending sending = sent(LONG);
        assertThat(keys()).isEmpty();
        assertThat(sending.outage()).isSameAs(topicFailure);
        assertThat(sending.refusal(0)).isNull();
    }

    @Test
    void aFailureFromTheWireFencesTheProducerSoThatNothingOvertakes() {
        NotLeaderOrFollowerException moved = new NotLeaderOrFollowerException("moved");
        row("a");
        row("b");
        atFlush = () -> onAnotherThread(() -> {
            made.getFirst().errorNext(moved);
            made.getFirst().completeNext();
        });
        Sending sending = sent(LONG);
        assertThat(sending.acknowledged(0)).isFalse();
        assertThat(sending.acknowledged(1)).isTrue();
        assertThat(sending.refusal(0)).isNull();
        assertThat(sending.outage()).isSameAs(moved);
        assertThat(made.getFirst().closed()).isTrue();
        assertThat(producers.current()).isNotSameAs(made.getFirst());
    }

    @Test
    void aRefusalFromTheWireFencesItAsWell() {
        row("a");
        atFlush = () -> onAnotherThread(() -> made.getFirst().errorNext(new RecordTooLargeException("1 MB")));
        Sending sending = sent(LONG);
        assertThat(sending.refusal(0)).isInstanceOf(RecordTooLargeException.class);
        assertThat(sending.outage()).isNull();
        assertThat(made.getFirst().closed()).isTrue();
    }

    @Test
    void anAnswerThatComesWhileItIsWaitedForCounts() {
        row("a");
        Thread waiting = Thread.currentThread();
        atFlush = () -> Thread.ofPlatform().start(() -> {
            await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING);
            made.getFirst().completeNext();
        });
        Sending sending = sent(LONG);
        assertThat(sending.acknowledged(0)).isTrue();
        assertThat(sending.outage()).isNull();
        assertThat(made.getFirst().closed()).isFalse();
    }

    @Test
    void whereNoAnswerComesInTimeTheProducerIsFencedAndAllThatIsOpenStays() {
        row("a");
        row("b");
        atFlush = () -> made.getFirst().completeNext();
        Sending sending = sent(Duration.ofMillis(50));
        assertThat(sending.acknowledged(0)).isTrue();
        assertThat(sending.acknowledged(1)).isFalse();
        assertThat(sending.refusal(1)).isNull();
        assertThat(sending.outage()).isInstanceOf(TimeoutException.class).hasMessage("no acknowledgement in time");
        assertThat(made.getFirst().closed()).isTrue();
    }

    @Test
    void whoeverIsStoppedWhileWaitingLeavesAFencedProducer() {
        row("a");
        atFlush = () -> Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> sent(LONG)).isInstanceOf(InterruptException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(made.getFirst().closed()).isTrue();
    }

    @Test
    void aLaneIsUnfinishedIfItsShareOfTheVisitWasFull() {
        assertThat(LaneDrain.Visit.ended(List.of(1, 2, 3), Set.of(1, 2), Map.of(1, 2, 2, 1), 4))
                .isEqualTo(new LaneDrain.Visit(Set.of(1), Set.of(3), false));
        assertThat(LaneDrain.Visit.ended(List.of(1, 2, 3), Set.of(1, 2, 3), Map.of(1, 2, 2, 1, 3, 1), 4))
                .as("shares are rounded up, as they are read")
                .isEqualTo(new LaneDrain.Visit(Set.of(1), Set.of(), false));
        assertThat(LaneDrain.Visit.ended(List.of(1), Set.of(), Map.of(), 4))
                .isEqualTo(new LaneDrain.Visit(Set.of(), Set.of(1), false));
        assertThat(LaneDrain.Visit.broken(List.of(1, 2), Set.of(1)))
                .isEqualTo(new LaneDrain.Visit(Set.of(), Set.of(2), true));
    }
}
