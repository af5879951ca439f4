package eu.mpf.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.mpf.messaging.Backoff;
import eu.mpf.messaging.EventListener;
import eu.mpf.messaging.IncomingEvent;
import eu.mpf.messaging.OutgoingEvent;
import eu.mpf.messaging.PermanentFailure;
import eu.mpf.messaging.TestService;
import eu.mpf.messaging.TestStack;
import eu.mpf.messaging.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("running")
class InboxTest {

    private static final String TYPE = "eu.mpf.test.thing.changed.v1";
    private static final String OTHER_TYPE = "eu.mpf.test.thing.named.v1";

    private final String name = TestStack.newTopic();
    private final String group = "test." + UUID.randomUUID();
    private final ConcurrentLinkedQueue<IncomingEvent> seen = new ConcurrentLinkedQueue<>();
    private final List<InboxRunner> runners = new ArrayList<>();
    private int atOnce = 1;
    private TestService service;

    @BeforeEach
    void open() {
        service = new TestService(TestStack.newDatabase());
        service.broker.ensure(List.of(name));
        service.execute("CREATE TABLE effect (event_id uuid NOT NULL, subject text NOT NULL, version bigint NOT NULL,"
                + " place bigint GENERATED ALWAYS AS IDENTITY)");
    }

    @AfterEach
    void close() {
        runners.forEach(InboxRunner::close);
        service.close();
    }

    @Test
    void fiveDeliveriesToTwoConsumersAtOnceAreOneEffect() {
        UUID id = UUID.randomUUID();
        start(this::effect);
        start(this::effect);

        for (int i = 0; i < 5; i++) {
            send(i % 3, id, "award", 1, "{\"n\":1}");
        }

        await().until(() -> outcomes("handled") + outcomes("duplicate") == 5);
        assertThat(service.count("SELECT count(*) FROM effect")).isEqualTo(1);
        assertThat(seen).hasSize(1);
    }

    @Test
    void aVersionOlderThanTheOneHandledIsDroppedAndAnEqualOneIsNot() {
        start(this::effect);

        send("a", 2);
        send("a", 3);
        send("a", 1);
        send("a", 3);

        await().until(() -> outcomes("handled") == 3 && outcomes("stale") == 1);
        assertThat(service.count("SELECT count(*) FROM effect WHERE version = 1"))
                .isZero();
    }

    @Test
    void aCrashBetweenEffectAndOffsetRepeatsTheDeliveryButNotTheEffect() {
        InboxRunner crashing = runner(this::effect);
        crashing.withoutCommits = true;
        crashing.start();
        for (int version = 1; version <= 20; version++) {
            send("a", version);
        }
        await().until(() -> effects() == 20);
        crashing.close();

        start(this::effect);

        await().until(() -> outcomes("duplicate") == 20);
        assertThat(effects()).isEqualTo(20);
    }

    @Test
    void aCleanStopCommitsWhatWasHandled() {
        InboxRunner first = start(this::effect);
        for (int version = 1; version <= 20; version++) {
            send("a", version);
        }
        await().until(() -> effects() == 20);
        first.close();

        start(this::effect);
        send("a", 21);

        await().until(() -> effects() == 21);
        assertThat(outcomes("duplicate")).isZero();
    }

    @Test
    void rebalancesInTheMiddleNeitherLoseNorRepeatNorReorderEffects() {
        int aggregates = 6;
        AtomicInteger round = new AtomicInteger();
        AtomicInteger byFirst = new AtomicInteger();
        AtomicInteger bySecond = new AtomicInteger();
        Runnable sendRound = () -> {
            int version = round.incrementAndGet();
            for (int aggregate = 0; aggregate < aggregates; aggregate++) {
                send("agg-" + aggregate, version);
            }
        };
        InboxRunner first = start(event -> {
            effect(event);
            byFirst.incrementAndGet();
        });
        await().until(() -> {
            sendRound.run();
            return byFirst.get() > 0;
        });
        start(event -> {
            effect(event);
            bySecond.incrementAndGet();
        });
        await().until(() -> {
            sendRound.run();
            return bySecond.get() > 0;
        });
        first.close();
        sendRound.run();

        int sent = round.get() * aggregates;
        await().atMost(Duration.ofSeconds(30)).until(() -> effects() == sent);
        assertThat(service.count("SELECT count(DISTINCT event_id) FROM effect")).isEqualTo(sent);
        for (int aggregate = 0; aggregate < aggregates; aggregate++) {
            String subject = "agg-" + aggregate;
            assertThat(seen.stream().filter(it -> it.subject().equals(subject)).map(IncomingEvent::sequence))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, round.get()).boxed().toList());
        }
    }

    @Test
    void poisonIsPutAsideWithItsReasonAndTheRestGoesOn() {
        start(event -> {
            if (event.data().path("refuse").asBoolean()) {
                throw new IllegalStateException(new PermanentFailure("no such project"));
            }
            effect(event);
        });

        send(0, UUID.randomUUID(), "a", 1, "not json");
        send(0, UUID.randomUUID(), "b", 1, "{\"refuse\":true}");
        service.producer.current().send(new ProducerRecord<>(name, 0, "c", new byte[] {'{', '}'}));
        send(0, UUID.randomUUID(), "d", 1, "{}");

        await().until(() -> effects() == 1);
        try (Topic dead = new Topic(service, name + ".dlq")) {
            await().until(() -> dead.rest().size() == 3);
            assertThat(dead.rest())
                    .extracting(it -> Topic.header(it, "dlq_reason"))
                    .containsExactlyInAnyOrder("the value is not JSON", "no such project", "header ce_type is missing");
            assertThat(dead.rest()).allSatisfy(it -> {
                assertThat(Topic.header(it, "dlq_consumer")).isEqualTo(group);
                assertThat(Topic.header(it, "dlq_topic")).isEqualTo(name);
            });
        }
        assertThat(service.count("SELECT count(*) FROM inbox_event")).isEqualTo(1);
        assertThat(outcomes("dead-lettered")).isEqualTo(3);
    }

    @Test
    void aLongLogIsTakenManyAtATimeAndEveryEventStillHasOneEffect() {
        atOnce = 100;
        for (int i = 1; i <= 300; i++) {
            UUID id = UUID.randomUUID();
            send(1, id, "log", i, "{}");
            if (i % 10 == 0) {
                send(1, id, "log", i, "{}");
            }
        }
        send(1, UUID.randomUUID(), "log", 1, "{}");
        service.producer.current().flush();
        start(this::effect);

        await().until(() -> outcomes("handled") + outcomes("duplicate") + outcomes("stale") == 331);
        assertThat(outcomes("duplicate")).isEqualTo(30);
        assertThat(outcomes("stale")).isEqualTo(1);
        assertThat(seen.stream().map(IncomingEvent::sequence))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 300).boxed().toList());
        assertThat(service.count("SELECT count(DISTINCT xmin::text) FROM effect"))
                .isLessThan(20);
    }

    @Test
    void whatCannotBeHandledAmongManyIsPutAsideAloneAndLeavesNoEffect() {
        atOnce = 100;
        for (int i = 1; i <= 50; i++) {
            send(1, UUID.randomUUID(), "log", i, i == 20 ? "{\"poison\":1}" : "{}");
        }
        service.producer.current().flush();
        start(event -> {
            effect(event);
            if (event.data().has("poison")) {
                throw new PermanentFailure("poison");
            }
        });

        await().until(() -> outcomes("handled") == 49 && outcomes("dead-lettered") == 1);
        assertThat(effects()).isEqualTo(49);
        assertThat(service.count("SELECT count(*) FROM effect WHERE version = 20"))
                .isZero();
    }

    @Test
    void whatFailsBetweenMessagesOfSeveralListenersIsPutAsideAloneAndTheOthersKeepTheirOrder() {
        atOnce = 100;
        int poison = 31;
        for (int i = 0; i < 60; i++) {
            UUID id = UUID.randomUUID();
            String type = i / 3 % 2 == 0 ? TYPE : OTHER_TYPE;
            send(1, type, id, "log", i + 1, i == poison ? "{\"poison\":1}" : "{}");
            if (i % 20 == 5) {
                send(1, type, id, "log", i + 1, "{}");
            }
        }
        service.producer.current().flush();
        Consumer<IncomingEvent> handler = event -> {
            effect(event);
            if (event.data().has("poison")) {
                throw new PermanentFailure("poison");
            }
        };
        InboxRunner runner = runner(List.of(listener(TYPE, handler), listener(OTHER_TYPE, handler)));
        runner.start();

        await().until(() -> outcomes("handled") == 59 && outcomes("duplicate") == 3 && outcomes("dead-lettered") == 1);
        assertThat(effects()).isEqualTo(59);
        assertThat(service.count("SELECT count(DISTINCT version) FROM effect WHERE version <> " + (poison + 1)))
                .isEqualTo(59);
        assertThat(service.count("SELECT count(*) FROM (SELECT version < lag(version) OVER (ORDER BY place) AS turned"
                        + " FROM effect) WHERE turned"))
                .as("out of their order")
                .isZero();
        assertThat(service.count("SELECT count(*) FROM inbox_event")).isEqualTo(59);
        assertThat(service.count("SELECT count(DISTINCT xmin::text) FROM effect"))
                .as("transactions: twenty runs of three, one of which is taken one by one, and what polls divide")
                .isLessThan(30);
        assertThat(outcomes("retried")).isZero();
    }

    @Test
    void aCrashBetweenABatchAndItsOffsetRepeatsTheDeliveriesButNoEffect() {
        atOnce = 50;
        for (int i = 1; i <= 200; i++) {
            send(1, UUID.randomUUID(), "log", i, "{}");
        }
        service.producer.current().flush();
        InboxRunner crashing = runner(this::effect);
        crashing.withoutCommits = true;
        crashing.start();
        await().until(() -> effects() == 200);
        crashing.close();
        send(1, UUID.randomUUID(), "log", 201, "{}");

        start(this::effect);

        await().until(() -> outcomes("handled") == 201 && outcomes("duplicate") == 200);
        assertThat(seen.stream().map(IncomingEvent::sequence))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 201).boxed().toList());
        assertThat(service.count("SELECT version FROM inbox_aggregate")).isEqualTo(201);
    }

    @Test
    void aTransientFailureIsRetriedInPlaceWhileOtherPartitionsGoOn() {
        AtomicInteger failures = new AtomicInteger();
        CountDownLatch othersDone = new CountDownLatch(1);
        start(event -> {
            effect(event);
            if (event.subject().equals("slow") && event.sequence() == 1 && othersDone.getCount() > 0) {
                failures.incrementAndGet();
                throw new IllegalStateException("the database is away");
            }
        });

        send(0, UUID.randomUUID(), "slow", 1, "{}");
        send(0, UUID.randomUUID(), "slow", 2, "{}");
        send(1, UUID.randomUUID(), "other", 1, "{}");

        await().until(() ->
                failures.get() >= 3 && service.count("SELECT count(*) FROM effect WHERE subject = 'other'") == 1);
        assertThat(service.count("SELECT count(*) FROM effect WHERE subject = 'slow'"))
                .isZero();
        othersDone.countDown();

        await().until(() -> effects() == 3);
        assertThat(outcomes("retried")).isEqualTo(failures.get());
    }

    @Test
    void eventsOfOtherTypesArePassedBy() {
        start(this::effect);
        var other = new ProducerRecord<String, byte[]>(name, 0, "x", "not even json".getBytes(StandardCharsets.UTF_8));
        other.headers().add("ce_type", "eu.mpf.test.thing.other.v1".getBytes(StandardCharsets.UTF_8));
        service.producer.current().send(other);
        send(0, UUID.randomUUID(), "a", 1, "{}");

        await().until(() -> effects() == 1);
        assertThat(outcomes("dead-lettered")).isZero();
    }

    @Test
    void whatAHandlerPublishesNamesItsCause() {
        String answers = TestStack.newTopic();
        UUID cause = UUID.randomUUID();
        start(event -> service.writer.write(
                List.of(new OutgoingEvent(answers, TYPE, "answer", 1, Map.of("to", event.subject())))));
        service.startRelay();

        send(0, cause, "question", 1, "{}");

        try (Topic topic = new Topic(service, answers)) {
            var answer = topic.await(1).getFirst();
            assertThat(Topic.header(answer, "ce_causationid")).isEqualTo(cause.toString());
            assertThat(Topic.header(answer, "ce_correlationid")).isEqualTo("request-7");
        }
    }

    @Test
    void whatWasHandledLongAgoIsForgotten() {
        service.execute("INSERT INTO inbox_event VALUES ('c', uuidv7(), now() - interval '40 days'),"
                + " ('c', uuidv7(), now() - interval '1 day')");

        int forgotten = new Inbox(service.transactions, 1).forget(Duration.ofDays(35));

        assertThat(forgotten).isEqualTo(1);
        assertThat(service.count("SELECT count(*) FROM inbox_event")).isEqualTo(1);
    }

    @Test
    void lagIsNoughtWhenAllIsHandled() {
        start(this::effect);
        send("a", 1);

        await().until(() -> effects() == 1);
        await().untilAsserted(() -> assertThat(service.meters
                        .get("consumer.lag")
                        .tag("consumer", group)
                        .gauge()
                        .value())
                .isZero());
    }

    private void effect(IncomingEvent event) {
        service.executeInCallersTransaction("INSERT INTO effect VALUES ('" + event.id() + "', '" + event.subject()
                + "', " + event.sequence() + ")");
        seen.add(event);
    }

    private long effects() {
        return service.count("SELECT count(*) FROM effect");
    }

    private double outcomes(String outcome) {
        return service.meters
                .counter("consumer.deliveries", "consumer", group, "outcome", outcome)
                .count();
    }

    private InboxRunner start(Consumer<IncomingEvent> handler) {
        InboxRunner runner = runner(handler);
        runner.start();
        return runner;
    }

    private Listener listener(String type, Consumer<IncomingEvent> handler) {
        return new Listener(group, name, type, atOnce, handler);
    }

    private InboxRunner runner(Consumer<IncomingEvent> handler) {
        return runner(List.of(listener(TYPE, handler)));
    }

    private InboxRunner runner(List<EventListener> listeners) {
        var consumers = eu.mpf.messaging.inbox.Consumer.of(listeners);
        InboxRunner runner = new InboxRunner(
                consumers.getFirst(),
                service.kafka,
                new Inbox(service.transactions, 3),
                new DeadLetters(service.producer, service.broker),
                new Backoff(Duration.ofMillis(20), Duration.ofMillis(200)),
                Duration.ofSeconds(5),
                service.meters);
        runners.add(runner);
        return runner;
    }

    private void send(String subject, long version) {
        send(Math.floorMod(subject.hashCode(), 3), UUID.randomUUID(), subject, version, "{}");
    }

    private void send(int partition, UUID id, String subject, long version, String value) {
        send(partition, TYPE, id, subject, version, value);
    }

    private void send(int partition, String type, UUID id, String subject, long version, String value) {
        var message =
                new ProducerRecord<String, byte[]>(name, partition, subject, value.getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_id",
                        id.toString(),
                        "ce_type",
                        type,
                        "ce_source",
                        "/test",
                        "ce_subject",
                        subject,
                        "ce_time",
                        "2026-01-01T00:00:00Z",
                        "ce_sequence",
                        Long.toString(version),
                        "ce_correlationid",
                        "request-7")
                .forEach((header, text) -> message.headers().add(header, text.getBytes(StandardCharsets.UTF_8)));
        service.producer.current().send(message);
    }

    private record Listener(String consumer, String topic, String type, int atOnce, Consumer<IncomingEvent> handler)
            implements EventListener {
        @Override
        public Set<String> topics() {
            return Set.of(topic);
        }

        @Override
        public Set<String> types() {
            return Set.of(type);
        }

        @Override
        public void on(IncomingEvent event) {
            handler.accept(event);
        }
    }
}
