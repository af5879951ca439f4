package eu.mpf.messaging.bench;

import eu.mpf.messaging.OutgoingEvent;
import eu.mpf.messaging.TestService;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** E-11: time from the return of the commit until a consumer holds the record, at a fixed rate of transactions. */
public final class LatencyBenchmark {

    private static final int WRITERS = 8;
    private static final int AGGREGATES = 1_000;

    private final String url;
    private final String login;
    private final String bootstrapServers;

    public LatencyBenchmark(String url, String login, String bootstrapServers) {
        this.url = url;
        this.login = login;
        this.bootstrapServers = bootstrapServers;
    }

    /** Runs for so many seconds after a warm-up that is not counted. */
    public Latency measure(int perSecond, int warmUp, int seconds) throws Exception {
        int total = perSecond * (warmUp + seconds);
        long[] committed = new long[total];
        long[] received = new long[total];
        String topic = "mpf.bench.latency" + System.nanoTime() + ".v1";
        try (TestService service = new TestService(url, login, bootstrapServers, 2, 500)) {
            service.broker.ensure(List.of(topic));
            service.startRelay();
            Thread reader = Thread.ofPlatform().start(() -> read(service, topic, received));
            write(service, topic, perSecond, committed);
            reader.join(Duration.ofSeconds(60));
        }
        long[] latencies = new long[total - perSecond * warmUp];
        int missing = 0;
        for (int i = 0; i < latencies.length; i++) {
            int n = perSecond * warmUp + i;
            missing += received[n] == 0 ? 1 : 0;
            // The relay is woken just before the commit returns, so a record may be there before that.
            latencies[i] = Math.max(0, received[n] - committed[n]);
        }
        Arrays.sort(latencies);
        return new Latency(perSecond, latencies.length, missing, latencies);
    }

    private void write(TestService service, String topic, int perSecond, long[] committed) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime();
        ScheduledExecutorService writers = Executors.newScheduledThreadPool(WRITERS);
        Runnable publish = () -> {
            int n = next.getAndIncrement();
            if (n >= committed.length) {
                return;
            }
            String id = "aggregate-" + n % AGGREGATES;
            service.publish(new OutgoingEvent(
                    topic, "eu.mpf.bench.thing.changed.v1", id, n, Map.of("n", n, "text", "x".repeat(500))));
            committed[n] = System.nanoTime();
        };
        long period = TimeUnit.SECONDS.toNanos(1) * WRITERS / perSecond;
        for (int writer = 0; writer < WRITERS; writer++) {
            writers.scheduleAtFixedRate(publish, period * writer / WRITERS, period, TimeUnit.NANOSECONDS);
        }
        while (next.get() < committed.length) {
            Thread.sleep(100);
        }
        writers.shutdown();
        writers.awaitTermination(20, TimeUnit.SECONDS);
        System.out.printf("E-11 wrote at %.0f tx/s%n", committed.length * 1e9 / (System.nanoTime() - start));
    }

    private static void read(TestService service, String topic, long[] received) {
        try (var consumer = new KafkaConsumer<String, byte[]>(service.kafka.consumer("bench-" + UUID.randomUUID()))) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(it -> new TopicPartition(topic, it.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            for (int left = received.length; left > 0; ) {
                for (var message : consumer.poll(Duration.ofSeconds(20))) {
                    String header = new String(
                            message.headers().lastHeader("ce_sequence").value());
                    received[Integer.parseInt(header)] = System.nanoTime();
                    left--;
                }
            }
        }
    }

    /** What came out; sorted nanoseconds. */
    public record Latency(int perSecond, int events, int missing, long[] sortedNanos) {

        public double percentileMillis(double fraction) {
            return sortedNanos[(int) Math.min(sortedNanos.length - 1L, (long) (sortedNanos.length * fraction))] / 1e6;
        }

        @Override
        public String toString() {
            return "E-11 commit to consumer at %d tx/s, %d events, %d missing: p50 %.1f ms (limit 5), p90 %.1f, p99 %.1f ms (limit 25), max %.1f"
                    .formatted(
                            perSecond,
                            events,
                            missing,
                            percentileMillis(0.5),
                            percentileMillis(0.9),
                            percentileMillis(0.99),
                            percentileMillis(1));
        }
    }
}
