package eu.mpf.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.messaging.OutgoingEvent;
import eu.mpf.messaging.TestService;
import eu.mpf.messaging.TestStack;
import eu.mpf.messaging.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One visit to the lanes at a time, without the relay's threads. */
@Tag("running")
class LaneDrainTest {
    private static final int BATCH = 4;

    private final String name = TestStack.newTopic();
    private TestService service;

    @BeforeEach
    void open() {
        service = new TestService(TestStack.newDatabase(), 1, BATCH);
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void anEmptyLaneIsFinished() {
        assertThat(service.drain.drain(List.of(1, 2))).isEqualTo(new LaneDrain.Visit(Set.of(), Set.of(), false));
    }

    @Test
    void aLaneOfWhichTheVisitTookItsFullShareMayHoldMore() {
        String full = in(1);
        String small = in(2);
        publish(full, 3);
        publish(small, 1);
        assertThat(service.drain.drain(List.of(1, 2))).isEqualTo(new LaneDrain.Visit(Set.of(1), Set.of(), false));
        assertThat(waiting()).isEqualTo(1);
        assertThat(service.drain.drain(List.of(1))).isEqualTo(new LaneDrain.Visit(Set.of(), Set.of(), false));
        assertThat(waiting()).isZero();
        assertThat(service.meters.counter("outbox.sent").count()).isEqualTo(4);
        try (Topic topic = new Topic(service, name)) {
            topic.await(4);
            assertThat(topic.versions()).isEqualTo(Map.of(full, List.of(1L, 2L, 3L), small, List.of(1L)));
        }
    }

    @Test
    void aLaneThatAnotherRelayHoldsIsLeftToIt() {
        publish(in(1), 1);
        publish(in(2), 1);
        LaneDrain.Visit[] inside = new LaneDrain.Visit[1];
        service.drain.beforeDelete = () -> {
            service.drain.beforeDelete = () -> {};
            inside[0] = elsewhere(List.of(1, 2));
        };
        assertThat(service.drain.drain(List.of(1))).isEqualTo(new LaneDrain.Visit(Set.of(), Set.of(), false));
        assertThat(inside[0]).isEqualTo(new LaneDrain.Visit(Set.of(), Set.of(1), false));
        assertThat(waiting()).isZero();
    }

    @Test
    void whatFailsAfterTheSendIsSentAgain() {
        publish(in(1), 2);
        service.drain.beforeDelete = () -> {
            throw new IllegalStateException("killed after the send");
        };
        assertThat(service.drain.drain(List.of(1))).isEqualTo(new LaneDrain.Visit(Set.of(), Set.of(), true));
        assertThat(waiting()).isEqualTo(2);
        assertThat(service.meters.counter("outbox.failed").count()).isEqualTo(1);
        service.drain.beforeDelete = () -> {};
        assertThat(service.drain.drain(List.of(1)).failed()).isFalse();
        assertThat(waiting()).isZero();
    }

    @Test
    void whatKafkaNeverTakesIsParkedAndItsFollowersWait() {
        String poison = in(1);
        service.execute("""
                INSERT INTO outbox_event (id, lane, topic, aggregate_id, aggregate_version, type, headers, payload)
                VALUES (uuidv7(), 1, '%s', '%s', 1, 't', '{"traceparent": 1}', '{}')""".formatted(name, poison));
        publish(poison, 1);
        String neighbour = in(1, 1);
        publish(neighbour, 1);
        assertThat(service.drain.drain(List.of(1))).isEqualTo(new LaneDrain.Visit(Set.of(), Set.of(), false));
        assertThat(waiting()).isEqualTo(2);
        assertThat(service.count("SELECT count(*) FROM parked_aggregate WHERE aggregate_id = '" + poison
                        + "' AND topic = '" + name
                        + "' AND event_type = 't' AND reason LIKE 'SerializationException: %'"
                        + " AND event_seq = (SELECT min(seq) FROM outbox_event)"))
                .isEqualTo(1);
        assertThat(service.drain.drain(List.of(1)).failed()).isFalse();
        assertThat(waiting()).as("parked").isEqualTo(2);
        assertThat(service.meters.counter("outbox.sent").count()).isEqualTo(1);
    }

    @Test
    void aBrokerThatIsNotThereLeavesEverythingInItsPlace() {
        String database = TestStack.newDatabase();
        try (TestService alone = new TestService(TestStack.jdbcUrl(database), database, "127.0.0.1:1", 1, BATCH)) {
            alone.publish(event(in(1), 1), event(in(2), 1));
            assertThat(alone.drain.drain(List.of(1, 2))).isEqualTo(new LaneDrain.Visit(Set.of(), Set.of(), true));
            assertThat(alone.count("SELECT count(*) FROM outbox_event")).isEqualTo(2);
            assertThat(alone.meters.counter("outbox.failed").count()).isEqualTo(1);
        }
    }

    /** Another instance at the same moment: another transaction, so other locks. */
    private LaneDrain.Visit elsewhere(List<Integer> lanes) {
        try (var thread = java.util.concurrent.Executors.newSingleThreadExecutor()) {
            return thread.submit(() -> service.drain.drain(lanes)).get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private long waiting() {
        return service.count("SELECT count(*) FROM outbox_event");
    }

    private void publish(String aggregate, int events) {
        List<OutgoingEvent> all = new ArrayList<>();
        for (int version = 1; version <= events; version++) {
            all.add(event(aggregate, version));
        }
        service.publish(all.toArray(OutgoingEvent[]::new));
    }

    private OutgoingEvent event(String aggregate, long version) {
        return new OutgoingEvent(name, "eu.mpf.test.thing.changed.v1", aggregate, version, Map.of("v", version));
    }

    private static String in(int lane) {
        return in(lane, 0);
    }

    /** An aggregate of that lane, another for each number. */
    private static String in(int lane, int number) {
        int n = 0;
        for (int left = number; ; n++) {
            if (LaneQueue.laneOf("thing-" + n) == lane && left-- == 0) {
                return "thing-" + n;
            }
        }
    }
}
