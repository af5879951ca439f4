package eu.mpf.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.messaging.OpenTransaction;
import eu.mpf.messaging.OutgoingEvent;
import eu.mpf.messaging.write.LastWrites;
import jakarta.transaction.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before it is written, and who is told after the commit. */
@Tag("X7")
class OutboxWriterTest {
    private final OpenTransaction transaction = new OpenTransaction();
    private final LaneQueue lanes = new LaneQueue();
    private final OutboxWriter writer = new OutboxWriter(
            new LastWrites(OpenTransaction.unreachable(DataSource.class), transaction),
            transaction,
            new ObjectMapper(),
            lanes);

    private static OutgoingEvent event(String aggregate, Object data) {
        return new OutgoingEvent("mpf.test.thing.v1", "eu.mpf.test.thing.changed.v1", aggregate, 1, data);
    }

    /** The lanes that wait; one more is offered, so that asking does not wait. */
    private List<Integer> waiting() throws InterruptedException {
        int another = IntStream.range(0, LaneQueue.LANES)
                .filter(lane -> lane != LaneQueue.laneOf("thing-1") && lane != LaneQueue.laneOf("thing-2"))
                .findFirst()
                .orElseThrow();
        lanes.offer(another);
        List<Integer> taken = lanes.take(LaneQueue.LANES);
        taken.remove((Integer) another);
        return taken;
    }

    @Test
    void afterTheCommitTheRelayHearsOfEachLaneOnce() throws InterruptedException {
        writer.write(List.of(event("thing-1", Map.of()), event("thing-1", Map.of()), event("thing-2", Map.of())));
        assertThat(transaction.parts).as("the rows, and who is told of them").hasSize(2);
        transaction.ended(Status.STATUS_COMMITTED);
        assertThat(waiting())
                .containsExactlyInAnyOrder(LaneQueue.laneOf("thing-1"), LaneQueue.laneOf("thing-2"))
                .doesNotHaveDuplicates();
    }

    @Test
    void afterARollbackThereIsNothingToHear() throws InterruptedException {
        writer.write(List.of(event("thing-1", Map.of())));
        transaction.ended(Status.STATUS_ROLLEDBACK);
        assertThat(waiting()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {Status.STATUS_NO_TRANSACTION, Status.STATUS_MARKED_ROLLBACK, Status.STATUS_COMMITTED})
    void outsideAnActiveTransactionNothingIsPublished(int status) {
        transaction.status = status;
        assertThatThrownBy(() -> writer.write(List.of(event("thing-1", Map.of()))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("events are published within an active transaction only");
    }

    @Test
    void anEventHasAtMost256Kilobytes() {
        String quotes = "\"\"";
        writer.write(List.of(event("a", "x".repeat(OutboxWriter.MAX_BYTES - quotes.length()))));
        for (String tooLong : List.of("x".repeat(OutboxWriter.MAX_BYTES - 1), "é".repeat(OutboxWriter.MAX_BYTES / 2))) {
            assertThatThrownBy(() -> writer.write(List.of(event("a", tooLong))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("eu.mpf.test.thing.changed.v1 passes 256 kB; publish a reference instead");
        }
    }

    @Test
    void whatIsNoJsonIsRefused() {
        assertThatThrownBy(() -> writer.write(List.of(event("a", new Object()))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not writable as JSON: class java.lang.Object");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Upper", "a/b", "a b", "é"})
    void aTopicHasAPlainName(String topic) {
        assertThatThrownBy(() -> new OutgoingEvent(topic, "t", "a", 1, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a topic name: " + topic);
    }

    @Test
    void anEventHasATopicATypeAndAnAggregate() {
        assertThat(new OutgoingEvent("a".repeat(245), "t", "a", 1, Map.of()).aggregateId())
                .isEqualTo("a");
        assertThatThrownBy(() -> new OutgoingEvent("a".repeat(246), "t", "a", 1, Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        for (var blank : List.of(List.of(" ", "a"), List.of("t", ""))) {
            assertThatThrownBy(() -> new OutgoingEvent("t", blank.getFirst(), blank.getLast(), 1, Map.of()))
                    .hasMessage("an event needs a type and an aggregate id");
        }
    }

    @Test
    void rowsOfOneAggregateInOneTopicAreOneStream() {
        var rows = new ArrayList<OutboxRow>();
        for (var key : List.of(List.of("t", "a"), List.of("t", "b"), List.of("u", "a"))) {
            rows.add(new OutboxRow(
                    1,
                    "id",
                    key.getFirst(),
                    key.getLast(),
                    1,
                    "type",
                    "{}",
                    new byte[0],
                    java.time.OffsetDateTime.MIN));
        }
        assertThat(rows).extracting(OutboxRow::stream).containsExactly("t/a", "t/b", "u/a");
    }
}
