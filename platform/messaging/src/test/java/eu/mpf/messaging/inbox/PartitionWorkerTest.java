package eu.mpf.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.mpf.messaging.Backoff;
import eu.mpf.messaging.BatchListener;
import eu.mpf.messaging.IncomingEvent;
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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a partition's worker does with messages that somebody hands to it. */
@Tag("running")
class PartitionWorkerTest {
    private static TestService service;

    private final String topic = TestStack.newTopic();
    private final String group = "test." + UUID.randomUUID();
    private final List<IncomingEvent> seen = new CopyOnWriteArrayList<>();
    private final AtomicInteger wakes = new AtomicInteger();
    private final List<PartitionWorker> workers = new ArrayList<>();

    @BeforeAll
    static void open() {
        service = new TestService(TestStack.newDatabase());
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @AfterEach
    void stop() {
        workers.forEach(PartitionWorker::stop);
    }

    @Test
    void messagesAreHandledInTheirOrderAndTheOffsetFollows() {
        PartitionWorker worker = worker(1, seen::add);
        assertThat(worker.handledTo()).isEqualTo(-1);
        worker.offer(List.of(message(5, "a"), message(6, "b"), message(7, "c")));
        assertThat(worker.waiting()).isEqualTo(3);
        worker.start();
        await().until(() -> worker.handledTo() == 8);
        assertThat(seen).extracting(IncomingEvent::subject).containsExactly("a", "b", "c");
        assertThat(worker.waiting()).isZero();
        assertThat(outcomes("handled")).isEqualTo(3);
        assertThat(wakes).as("few were waiting").hasValue(0);
    }

    @Test
    void whatNobodyWantsMovesTheOffsetAlone() {
        PartitionWorker worker = worker(1, seen::add);
        worker.offer(List.of(message(5, "a", "type", "another")));
        worker.start();
        await().until(() -> worker.handledTo() == 6);
        assertThat(seen).isEmpty();
    }

    @Test
    void aFailureHoldsThePartitionUntilItPasses() {
        AtomicInteger attempts = new AtomicInteger();
        CountDownLatch mended = new CountDownLatch(1);
        PartitionWorker worker = worker(1, event -> {
            if (event.subject().equals("a") && (attempts.incrementAndGet() < 3 || mended.getCount() > 0)) {
                throw new IllegalStateException("the database is away");
            }
            seen.add(event);
        });
        assertThat(worker.busy(false)).isFalse();
        worker.offer(List.of(message(5, "a"), message(6, "b")));
        worker.start();
        await().until(() -> attempts.get() >= 3 && worker.busy(false));
        assertThat(seen).isEmpty();
        assertThat(worker.handledTo()).isEqualTo(-1);
        assertThat(wakes).hasValue(0);
        mended.countDown();
        await().until(() -> worker.handledTo() == 7);
        assertThat(seen).extracting(IncomingEvent::subject).containsExactly("a", "b");
        assertThat(worker.busy(false)).isFalse();
        assertThat(wakes).as("there is room again").hasValue(1);
        assertThat(outcomes("retried")).isEqualTo(attempts.get() - 1.0);
    }

    @Test
    void whatCanNeverBeHandledIsPutAsideAndTheRestGoesOn() {
        PartitionWorker worker = worker(1, event -> {
            if (event.subject().equals("a")) {
                throw new IllegalStateException(new PermanentFailure("no such project"));
            }
            seen.add(event);
        });
        worker.offer(List.of(message(5, "a"), message(6, "b", "sequence", "first"), message(7, "c")));
        worker.start();
        await().atMost(Duration.ofSeconds(20)).until(() -> worker.handledTo() == 8);
        assertThat(seen).extracting(IncomingEvent::subject).containsExactly("c");
        assertThat(outcomes("dead-lettered")).isEqualTo(2);
        try (Topic dead = new Topic(service, topic + ".dlq")) {
            await().until(() -> dead.rest().size() == 2);
            var letter = dead.rest().stream()
                    .filter(each -> each.key().equals("a"))
                    .findFirst()
                    .orElseThrow();
            assertThat(new String(letter.value(), StandardCharsets.UTF_8)).isEqualTo("{}");
            assertThat(Topic.header(letter, "ce_subject")).isEqualTo("a");
            assertThat(Topic.header(letter, "dlq_consumer")).isEqualTo(group);
            assertThat(Topic.header(letter, "dlq_reason")).isEqualTo("no such project");
            assertThat(Topic.header(letter, "dlq_topic")).isEqualTo(topic);
            assertThat(Topic.header(letter, "dlq_partition")).isEqualTo("0");
            assertThat(Topic.header(letter, "dlq_offset")).isEqualTo("5");
            assertThat(Topic.header(letter, "dlq_failed_at")).isNotEmpty();
            assertThat(dead.rest())
                    .extracting(each -> Topic.header(each, "dlq_cause"))
                    .anyMatch(cause -> cause.contains("NumberFormatException"))
                    .anyMatch(String::isEmpty);
        }
    }

    @Test
    void manyAreTakenAtOnceUpToTheListenersNumber() {
        List<Integer> batches = new CopyOnWriteArrayList<>();
        PartitionWorker worker = worker(10, batches, seen::add);
        List<ConsumerRecord<String, byte[]>> messages = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            messages.add(message(i, "s" + i));
        }
        messages.add(message(25, "x", "type", "another"));
        worker.offer(messages);
        worker.start();
        await().until(() -> worker.handledTo() == 26);
        assertThat(batches).containsExactly(10, 10, 5);
        assertThat(seen).hasSize(25);
        assertThat(outcomes("handled")).isEqualTo(25);
    }

    @Test
    void amongManyOneThatFailsIsFoundOneByOne() {
        PartitionWorker worker = worker(10, event -> {
            if (event.subject().equals("s3")) {
                throw new PermanentFailure("poison");
            }
            seen.add(event);
        });
        List<ConsumerRecord<String, byte[]>> messages = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            messages.add(message(i, "s" + i));
        }
        worker.offer(messages);
        worker.start();
        await().atMost(Duration.ofSeconds(20)).until(() -> worker.handledTo() == 6);
        assertThat(outcomes("handled")).isEqualTo(5);
        assertThat(outcomes("dead-lettered")).isEqualTo(1);
        assertThat(service.count("SELECT count(*) FROM inbox_event WHERE consumer = '" + group + "'"))
                .isEqualTo(5);
    }

    @Test
    void poisonInTheMiddleCostsItsNeighboursTheSharedTransactionAndNothingElse() {
        List<Integer> batches = new CopyOnWriteArrayList<>();
        PartitionWorker worker = worker(3, batches, event -> {
            if (event.subject().equals("s4")) {
                throw new PermanentFailure("poison");
            }
            seen.add(event);
        });
        List<ConsumerRecord<String, byte[]>> messages = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            messages.add(message(i, "s" + i));
        }
        worker.offer(messages);
        worker.start();
        await().atMost(Duration.ofSeconds(20)).until(() -> worker.handledTo() == 9);
        assertThat(batches).as("the runs before and after are whole").containsExactly(3, 3);
        // The third was seen twice: its first transaction was rolled back.
        assertThat(seen)
                .extracting(IncomingEvent::subject)
                .containsExactly("s0", "s1", "s2", "s3", "s3", "s5", "s6", "s7", "s8");
        assertThat(outcomes("handled")).isEqualTo(8);
        assertThat(outcomes("dead-lettered")).isEqualTo(1);
        assertThat(outcomes("retried")).isZero();
        assertThat(service.count("SELECT count(*) FROM inbox_event WHERE consumer = '" + group + "'"))
                .isEqualTo(8);
    }

    @Test
    void aTransientFailureAmongManyIsRetriedInItsPlace() {
        AtomicInteger failures = new AtomicInteger();
        CountDownLatch mended = new CountDownLatch(1);
        PartitionWorker worker = worker(10, event -> {
            if (event.subject().equals("s2") && mended.getCount() > 0) {
                failures.incrementAndGet();
                throw new IllegalStateException("the database is away");
            }
            seen.add(event);
        });
        List<ConsumerRecord<String, byte[]>> messages = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            messages.add(message(i, "s" + i));
        }
        worker.offer(messages);
        worker.start();
        await().until(() -> failures.get() >= 3);
        assertThat(worker.handledTo()).as("those before it are done").isEqualTo(2);
        assertThat(worker.busy(false)).isTrue();
        mended.countDown();
        await().until(() -> worker.handledTo() == 4);
        assertThat(seen).extracting(IncomingEvent::subject).containsExactly("s0", "s1", "s0", "s1", "s2", "s3");
        assertThat(outcomes("handled")).isEqualTo(4);
    }

    @Test
    void aPartitionWithMuchToDoBringsNoMoreUntilLittleIsLeft() {
        PartitionWorker worker = worker(100, seen::add);
        List<ConsumerRecord<String, byte[]>> messages = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            messages.add(message(i, "s" + i));
        }
        worker.offer(messages);
        assertThat(worker.busy(false)).as("a thousand").isFalse();
        assertThat(worker.busy(true)).as("once paused it stays so").isTrue();
        worker.offer(List.of(message(1_000, "last")));
        assertThat(worker.busy(false)).isTrue();
        worker.start();
        await().atMost(Duration.ofSeconds(20)).until(() -> worker.handledTo() == 1_001);
        assertThat(wakes).as("once, at the quarter").hasValue(1);
        assertThat(worker.busy(true)).isFalse();
    }

    @Test
    void aStopLetsTheMessageInHandEndAndLeavesTheRest() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        PartitionWorker worker = worker(1, event -> {
            begun.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            seen.add(event);
        });
        worker.offer(List.of(message(5, "a"), message(6, "b")));
        worker.start();
        begun.await();
        worker.stop();
        assertThat(worker.ended(Duration.ofMillis(50))).isFalse();
        goOn.countDown();
        assertThat(worker.ended(Duration.ofSeconds(10))).isTrue();
        assertThat(seen).extracting(IncomingEvent::subject).containsExactly("a");
        assertThat(worker.handledTo()).isEqualTo(6);
    }

    @Test
    void aStopEndsARetryAtOnceAndTheOffsetStays() throws InterruptedException {
        AtomicInteger attempts = new AtomicInteger();
        PartitionWorker worker = worker(1, Duration.ofMinutes(5), List.of(), event -> {
            attempts.incrementAndGet();
            throw new IllegalStateException("the database is away");
        });
        worker.offer(List.of(message(5, "a"), message(6, "b")));
        worker.start();
        await().until(() -> attempts.get() == 1);
        worker.stop();
        assertThat(worker.ended(Duration.ofSeconds(10))).isTrue();
        assertThat(attempts).hasValue(1);
        assertThat(worker.handledTo()).isEqualTo(-1);
    }

    private double outcomes(String outcome) {
        return service.meters
                .counter("consumer.deliveries", "consumer", group, "outcome", outcome)
                .count();
    }

    private PartitionWorker worker(int atOnce, Consumer<IncomingEvent> handler) {
        return worker(atOnce, new ArrayList<>(), handler);
    }

    private PartitionWorker worker(int atOnce, List<Integer> batches, Consumer<IncomingEvent> handler) {
        return worker(atOnce, Duration.ofMillis(10), batches, handler);
    }

    private PartitionWorker worker(int atOnce, Duration retry, List<Integer> batches, Consumer<IncomingEvent> handler) {
        var consumer = eu.mpf.messaging.inbox.Consumer.of(List.of(new Listener(group, atOnce, batches, handler)))
                .getFirst();
        PartitionWorker worker = new PartitionWorker(
                consumer,
                new TopicPartition(topic, 0),
                new Inbox(service.transactions, 3),
                new DeadLetters(service.producer, service.broker),
                new InboxMeters(group, service.meters),
                new Backoff(retry, retry),
                wakes::incrementAndGet);
        workers.add(worker);
        return worker;
    }

    private ConsumerRecord<String, byte[]> message(long offset, String subject, String... changed) {
        var message = new ConsumerRecord<>(topic, 0, offset, subject, "{}".getBytes(StandardCharsets.UTF_8));
        Map<String, String> attributes = new java.util.HashMap<>(Map.of(
                "id", UUID.randomUUID().toString(),
                "type", "wanted",
                "source", "/test",
                "subject", subject,
                "time", "2030-01-01T00:00:00Z",
                "sequence", "1"));
        for (int i = 0; i < changed.length; i += 2) {
            attributes.put(changed[i], changed[i + 1]);
        }
        attributes.forEach((name, text) -> message.headers().add("ce_" + name, text.getBytes(StandardCharsets.UTF_8)));
        return message;
    }

    private record Listener(String consumer, int atOnce, List<Integer> batches, Consumer<IncomingEvent> handler)
            implements BatchListener {
        @Override
        public Set<String> topics() {
            return Set.of("topic");
        }

        @Override
        public Set<String> types() {
            return Set.of("wanted");
        }

        @Override
        public void on(IncomingEvent event) {
            handler.accept(event);
        }

        @Override
        public void onAll(List<IncomingEvent> events) {
            events.forEach(this::on);
            batches.add(events.size());
        }
    }
}
