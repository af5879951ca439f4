package eu.mpf.messaging.bench;

import eu.mpf.messaging.TestService;
import eu.mpf.messaging.outbox.LaneQueue;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** E-12: how fast one relay drains a full outbox, beside what Kafka's producer does with the same records alone. */
public final class DrainBenchmark {

    private static final int AGGREGATES = 5_000;
    private static final int WORKERS = 2;
    private static final String FILL = """
            INSERT INTO outbox_event (id, lane, topic, aggregate_id, aggregate_version, type, headers, payload)
            SELECT uuidv7(), (?::smallint[])[1 + (n - 1) %% %1$d], ?, 'aggregate-' || (n - 1) %% %1$d, 1 + (n - 1) / %1$d,
                   'eu.mpf.bench.thing.changed.v1', '{"correlationid": "0198c1f0-0000-7000-8000-000000000000"}',
                   jsonb_build_object('n', n, 'text', repeat(md5(n::text), 15))
            FROM generate_series(1, ?) n""".formatted(AGGREGATES);

    private final String url;
    private final String login;
    private final String bootstrapServers;

    public DrainBenchmark(String url, String login, String bootstrapServers) {
        this.url = url;
        this.login = login;
        this.bootstrapServers = bootstrapServers;
    }

    /** Alternates relay and bare producer; the medians count. */
    public Drain measure(int rows, int runs) throws Exception {
        List<Double> relay = new ArrayList<>();
        List<Double> relayPerCpu = new ArrayList<>();
        List<Double> producer = new ArrayList<>();
        int inversions = 0;
        for (int run = 0; run < runs; run++) {
            String topic = "mpf.bench.drain" + System.nanoTime() + ".v1";
            try (TestService service = new TestService(url, login, bootstrapServers, WORKERS, 500)) {
                service.broker.ensure(List.of(topic, topic + ".bare"));
                fill(service, topic, rows);
                long cpu = cpuNanos();
                long start = System.nanoTime();
                service.startRelay();
                while (service.count("SELECT count(*) FROM (SELECT 1 FROM outbox_event LIMIT 1) any_row") > 0) {
                    Thread.sleep(10);
                }
                relay.add(rows * 1e9 / (System.nanoTime() - start));
                relayPerCpu.add(rows * 1e9 / (cpuNanos() - cpu));
                ReadBack back = readBack(service, topic, rows);
                inversions += back.inversions;
                producer.add(bare(service, topic + ".bare", back.sample, rows));
            }
        }
        return new Drain(rows, inversions, median(relay), median(relayPerCpu), median(producer), relay, producer);
    }

    private static void fill(TestService service, String topic, int rows) {
        Integer[] lanes = new Integer[AGGREGATES];
        for (int i = 0; i < AGGREGATES; i++) {
            lanes[i] = LaneQueue.laneOf("aggregate-" + i);
        }
        service.transactions.run(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(FILL)) {
                insert.setArray(1, connection.createArrayOf("smallint", lanes));
                insert.setString(2, topic);
                insert.setInt(3, rows);
                return insert.executeUpdate();
            }
        });
        service.transactions.run(connection -> {
            try (Statement analyse = connection.createStatement()) {
                return analyse.execute("ANALYZE outbox_event");
            }
        });
    }

    /** Reads all back and counts events that came after a newer one of their aggregate. Returns one as a sample too. */
    private static ReadBack readBack(TestService service, String topic, int rows) {
        Map<String, Long> newest = new HashMap<>();
        int inversions = 0;
        ConsumerRecord<String, byte[]> sample = null;
        try (var consumer = new KafkaConsumer<String, byte[]>(service.kafka.consumer("bench-" + UUID.randomUUID()))) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(it -> new TopicPartition(topic, it.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            for (int read = 0; read < rows; ) {
                for (var message : consumer.poll(Duration.ofSeconds(5))) {
                    long version = Long.parseLong(new String(
                            message.headers().lastHeader("ce_sequence").value(), StandardCharsets.UTF_8));
                    inversions += newest.merge(message.key(), version, Math::max) > version ? 1 : 0;
                    sample = message;
                    read++;
                }
            }
        }
        return new ReadBack(inversions, sample);
    }

    private record ReadBack(int inversions, ConsumerRecord<String, byte[]> sample) {}

    /** The producer alone: the same headers and sizes, with texts as different from one another as the relay's. */
    private static double bare(TestService service, String topic, ConsumerRecord<String, byte[]> sample, int rows) {
        Producer<String, byte[]> producer = service.producer.current();
        long start = System.nanoTime();
        for (int n = 1; n <= rows; n++) {
            String text = UUID.randomUUID().toString().replace("-", "").repeat(15);
            byte[] value = ("{\"n\": " + n + ", \"text\": \"" + text + "\"}").getBytes(StandardCharsets.UTF_8);
            producer.send(new ProducerRecord<>(topic, null, "aggregate-" + n % AGGREGATES, value, sample.headers()));
        }
        producer.flush();
        return rows * 1e9 / (System.nanoTime() - start);
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    /** Medians in rows per second. */
    public record Drain(
            int rows,
            int inversions,
            double relay,
            double relayPerCpuSecond,
            double producer,
            List<Double> relayRuns,
            List<Double> producerRuns) {

        @Override
        public String toString() {
            return "E-12 drain of %,d rows, one relay with %d workers: %,.0f/s (limit 15,000), %,.0f per CPU second of the relay's process, %d inversions; Kafka's producer alone, same records: %,.0f/s; ratio %.2f; runs %s beside %s"
                    .formatted(
                            rows,
                            WORKERS,
                            relay,
                            relayPerCpuSecond,
                            inversions,
                            producer,
                            relay / producer,
                            rounded(relayRuns),
                            rounded(producerRuns));
        }

        private static List<Long> rounded(List<Double> runs) {
            return runs.stream().map(Math::round).toList();
        }
    }
}
