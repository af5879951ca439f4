package eu.mpf.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.mpf.messaging.OutgoingEvent;
import eu.mpf.messaging.TestService;
import eu.mpf.messaging.TestStack;
import eu.mpf.messaging.Topic;
import eu.mpf.messaging.parking.Parking;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("running")
class ParkingTest {

    private static final String INSERT = """
            INSERT INTO outbox_event (id, lane, topic, aggregate_id, aggregate_version, type, headers, payload)
            VALUES (uuidv7(), %d, '%s', '%s', 1, 'eu.mpf.test.thing.changed.v1', '%s', %s)""";

    private static final String TOO_LARGE = "jsonb_build_object('text', repeat('x', 2000000))";

    private final String name = TestStack.newTopic();
    private TestService service;
    private Topic topic;
    private Parking parking;

    @BeforeEach
    void open() {
        service = new TestService(TestStack.newDatabase());
        topic = new Topic(service, name);
        parking = new Parking(service.transactions, service.lanes);
    }

    @AfterEach
    void close() {
        service.close();
        topic.close();
    }

    @Test
    void aPoisonEventParksItsAggregateAndTheOthersOfItsLaneGoOn() {
        String poison = "poison";
        String neighbour = neighbourOf(poison);
        service.execute(INSERT.formatted(LaneQueue.laneOf(poison), name, poison, "{}", TOO_LARGE));
        service.publish(event(poison, 2), event(neighbour, 1), event(neighbour, 2));
        service.startRelay();

        topic.await(2);
        await().until(() -> parking.list().size() == 1);

        assertThat(topic.versions()).isEqualTo(Map.of(neighbour, List.of(1L, 2L)));
        var parked = parking.list().getFirst();
        assertThat(parked.aggregateId()).isEqualTo(poison);
        assertThat(parked.reason()).contains("RecordTooLargeException");
        assertThat(parked.waitingEvents()).isEqualTo(2);
        service.outboxMeters.refresh();
        assertThat(service.meters.get("outbox.parked").gauge().value()).isEqualTo(1);
    }

    @Test
    void discardingLetsTheAggregateGoOnWithoutTheEvent() {
        service.execute(INSERT.formatted(LaneQueue.laneOf("a"), name, "a", "{}", TOO_LARGE));
        service.publish(event("a", 2));
        service.startRelay();
        await().until(() -> parking.list().size() == 1);

        boolean released = parking.release(parking.list().getFirst().id(), Parking.Action.DISCARD, "administrator");

        assertThat(released).isTrue();
        topic.await(1);
        assertThat(topic.versions()).isEqualTo(Map.of("a", List.of(2L)));
        assertThat(service.count("SELECT count(*) FROM parked_action WHERE action = 'DISCARD'"))
                .isEqualTo(1);
    }

    @Test
    void retryingAfterTheCauseIsGoneSendsAllInOrder() {
        service.execute(INSERT.formatted(LaneQueue.laneOf("a"), name, "a", "{\"traceparent\": 1}", "'{}'"));
        service.publish(event("a", 2));
        service.startRelay();
        await().until(() -> parking.list().size() == 1);
        service.execute("UPDATE outbox_event SET headers = '{}'");

        parking.release(parking.list().getFirst().id(), Parking.Action.RETRY, "administrator");

        topic.await(2);
        assertThat(topic.versions()).isEqualTo(Map.of("a", List.of(1L, 2L)));
    }

    @Test
    void aTopicThatKafkaRefusesParksToo() {
        service.execute(INSERT.formatted(LaneQueue.laneOf("a"), "not a topic!", "a", "{}", "'{}'"));
        service.publish(event("b", 1));
        service.startRelay();

        topic.await(1);
        await().until(() -> parking.list().size() == 1);
        assertThat(parking.list().getFirst().reason()).contains("InvalidTopicException");
    }

    @Test
    void releasingWhatIsNotParkedAnswersFalse() {
        assertThat(parking.release(UUID.randomUUID(), Parking.Action.RETRY, "administrator"))
                .isFalse();
    }

    private static String neighbourOf(String id) {
        int lane = LaneQueue.laneOf(id);
        int n = 0;
        while (LaneQueue.laneOf("neighbour-" + n) != lane) {
            n++;
        }
        return "neighbour-" + n;
    }

    private OutgoingEvent event(String id, long version) {
        return new OutgoingEvent(name, "eu.mpf.test.thing.changed.v1", id, version, Map.of("version", version));
    }
}
