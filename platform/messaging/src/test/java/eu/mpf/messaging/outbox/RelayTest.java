package eu.mpf.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eu.mpf.messaging.OutgoingEvent;
import eu.mpf.messaging.TestService;
import eu.mpf.messaging.TestStack;
import eu.mpf.messaging.Topic;
import eu.mpf.messaging.cloudevents.EventContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("running")
class RelayTest {

    private static final String TYPE = "eu.mpf.test.thing.changed.v1";

    private final String database = TestStack.newDatabase();
    private final String name = TestStack.newTopic();
    private final List<TestService> others = new ArrayList<>();
    private TestService service;
    private Topic topic;

    @BeforeEach
    void open() {
        service = new TestService(database);
        topic = new Topic(service, name);
    }

    @AfterEach
    void close() {
        others.forEach(TestService::close);
        service.close();
        topic.close();
    }

    @Test
    void eventsCarryTheAttributesOfCloudEvents() {
        service.startRelay();
        MDC.put(EventContext.REQUEST_ID, "request-1");
        try {
            service.publish(event("a", 7));
        } finally {
            MDC.remove(EventContext.REQUEST_ID);
        }

        var message = topic.await(1).getFirst();

        assertThat(message.key()).isEqualTo("a");
        assertThat(new String(message.value())).isEqualToIgnoringWhitespace("{\"version\":7}");
        assertThat(Topic.header(message, "ce_specversion")).isEqualTo("1.0");
        assertThat(UUID.fromString(Topic.header(message, "ce_id")).version()).isEqualTo(7);
        assertThat(Topic.header(message, "ce_source")).isEqualTo("/test-service");
        assertThat(Topic.header(message, "ce_type")).isEqualTo(TYPE);
        assertThat(Topic.header(message, "ce_subject")).isEqualTo("a");
        assertThat(Instant.parse(Topic.header(message, "ce_time"))).isBefore(Instant.now());
        assertThat(Topic.header(message, "ce_dataschema")).isEqualTo("urn:mpf:schema:" + TYPE);
        assertThat(Topic.header(message, "ce_partitionkey")).isEqualTo("a");
        assertThat(Topic.header(message, "ce_sequence")).isEqualTo("7");
        assertThat(Topic.header(message, "ce_correlationid")).isEqualTo("request-1");
        assertThat(Topic.header(message, "content-type")).isEqualTo("application/json");
        await().until(() -> waiting() == 0);
        assertThat(service.meters.counter("outbox.sent").count()).isEqualTo(1);
    }

    @Test
    void rollbackPublishesNothing() {
        service.startRelay();

        assertThatThrownBy(() -> service.transactions.run(connection -> {
                    service.writer.write(List.of(event("rolled-back", 1)));
                    throw new IllegalArgumentException("changed my mind");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        service.publish(event("committed", 1));

        topic.await(1);
        assertThat(topic.rest()).extracting(it -> it.key()).containsExactly("committed");
    }

    @Test
    void publishingOutsideATransactionIsRefused() {
        assertThatThrownBy(() -> service.writer.write(List.of(event("a", 1))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anEventAbove256KilobytesIsRefused() {
        var event = new OutgoingEvent(name, TYPE, "a", 1, Map.of("text", "x".repeat(OutboxWriter.MAX_BYTES)));

        assertThatThrownBy(() -> service.publish(event)).isInstanceOf(IllegalArgumentException.class);
        assertThat(waiting()).isZero();
    }

    @Test
    void fewHotAggregatesKeepTheirOrderWithFourRelaysAnd32Writers() throws Exception {
        int writers = 32;
        int commands = 50;
        int aggregates = 4;
        service.execute("CREATE TABLE thing (id text PRIMARY KEY, version bigint NOT NULL)");
        service.execute("INSERT INTO thing SELECT 'hot-' || n, 0 FROM generate_series(0, 3) n");
        service.startRelay();
        for (int i = 0; i < 3; i++) {
            others.add(new TestService(database).startRelay());
        }
        try (var threads = Executors.newFixedThreadPool(writers)) {
            List<Future<?>> all = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                TestService instance = writer % 4 == 0 ? service : others.get(writer % 4 - 1);
                String id = "hot-" + writer % aggregates;
                all.add(threads.submit(() -> {
                    for (int i = 0; i < commands; i++) {
                        change(instance, id);
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }

        topic.await(writers * commands);

        Long[] inOrder = upTo(writers * commands / aggregates);
        assertThat(topic.versions())
                .hasSize(aggregates)
                .allSatisfy((id, versions) -> assertThat(versions).containsExactly(inOrder));
        await().until(() -> waiting() == 0);
    }

    @Test
    void writesGoOnWhileTheBrokerIsAwayAndArriveInOrderAfterItsReturn() {
        service.startRelay();
        service.publish(event("a", 1));
        topic.await(1);
        TestStack.stopBroker();
        TestService late = new TestService(database).startRelay();
        others.add(late);
        for (int version = 2; version <= 100; version++) {
            service.publish(event("a", version), event("b", version - 1));
        }
        service.outboxMeters.refresh();
        assertThat(service.meters.get("outbox.pending").gauge().value()).isEqualTo(198);
        assertThat(service.meters.get("outbox.oldest.age.seconds").gauge().value())
                .isPositive();
        assertThat(service.broker.answers(Duration.ofSeconds(1))).isFalse();

        TestStack.startBroker();

        topic.await(199);
        assertThat(topic.versions()).containsEntry("a", List.of(upTo(100))).containsEntry("b", List.of(upTo(99)));
    }

    @Test
    void aBrokerThatFallsSilentInTheMiddleCostsNeitherEventsNorOrder() {
        service.startRelay();
        others.add(new TestService(database).startRelay());
        service.publish(event("a", 1));
        topic.await(1);
        TestStack.freezeBroker();
        try {
            for (int version = 2; version <= 60; version++) {
                service.publish(event("a", version));
            }
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> service.meters.counter("outbox.failed").count() > 0
                            || others.getFirst().meters.counter("outbox.failed").count() > 0);
        } finally {
            TestStack.thawBroker();
        }

        topic.await(60);
        assertThat(topic.versions()).containsEntry("a", List.of(upTo(60)));
        await().until(() -> waiting() == 0);
    }

    @Test
    void aKillBetweenSendAndDeleteDuplicatesAndLosesNothing() throws Exception {
        AtomicBoolean killed = new AtomicBoolean();
        CountDownLatch sent = new CountDownLatch(1);
        service.drain.beforeDelete = () -> {
            if (!killed.getAndSet(true)) {
                sent.countDown();
                throw new IllegalStateException("killed after the send");
            }
        };
        for (int version = 1; version <= 20; version++) {
            service.publish(event("a", version));
        }
        service.startRelay();
        assertThat(sent.await(20, TimeUnit.SECONDS)).isTrue();
        service.relay.close();
        others.add(new TestService(database).startRelay());

        await().atMost(Duration.ofSeconds(20)).until(() -> waiting() == 0);

        topic.await(20);
        assertThat(topic.rest()).hasSizeGreaterThan(20);
        assertThat(topic.versions()).containsEntry("a", List.of(upTo(20)));
    }

    private void change(TestService instance, String id) {
        instance.transactions.run(connection -> {
            long version = TestService.number(
                    connection, "UPDATE thing SET version = version + 1 WHERE id = '" + id + "' RETURNING version");
            instance.writer.write(List.of(event(id, version)));
            return true;
        });
    }

    private long waiting() {
        return service.count("SELECT count(*) FROM outbox_event");
    }

    private static Long[] upTo(int last) {
        return LongStream.rangeClosed(1, last).boxed().toArray(Long[]::new);
    }

    private OutgoingEvent event(String id, long version) {
        return new OutgoingEvent(name, TYPE, id, version, Map.of("version", version));
    }
}
