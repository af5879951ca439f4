package eu.mpf.gateway.feed;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.gateway.kit.EventSource;
import eu.mpf.gateway.kit.FeedServers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Two gateways append what many producers publish on three topics, while readers page all the time. */
class FeedStabilityTest {

    private static final int PRODUCERS = 4;
    private static final int AGGREGATES = 3;
    private static final int VERSIONS = 25;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final List<String> topics =
            List.of("mpf.projects.p" + run + ".v1", "mpf.events.e" + run + ".v1", "mpf.calls.c" + run + ".v1");

    @Test
    void everyReadersPagesAreTheWholeFeedInItsOrder() throws Exception {
        String database = FeedServers.newDatabase();
        int expected = topics.size() * PRODUCERS * AGGREGATES * VERSIONS;
        List<TypeFilter> filters = List.of(
                TypeFilter.of(List.of(), FeedInstance.EVERYTHING),
                TypeFilter.of(List.of(), FeedInstance.EVERYTHING),
                TypeFilter.of(List.of("eu.mpf.events.*"), FeedInstance.EVERYTHING),
                TypeFilter.of(List.of("eu.mpf.calls.thing.even.v1"), FeedInstance.EVERYTHING));
        try (FeedInstance one = new FeedInstance(database, 3).consume(Set.copyOf(topics));
                FeedInstance two = new FeedInstance(database, 3).consume(Set.copyOf(topics));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Change>>> readers = new ArrayList<>();
            for (int i = 0; i < filters.size(); i++) {
                FeedInstance instance = i % 2 == 0 ? one : two;
                TypeFilter filter = filters.get(i);
                int seed = i;
                readers.add(threads.submit(() -> readUntilEverythingIsThere(instance, filter, expected, seed)));
            }
            List<Future<Void>> producers = new ArrayList<>();
            for (String topic : topics) {
                for (int producer = 0; producer < PRODUCERS; producer++) {
                    producers.add(threads.submit(publishing(topic, producer)));
                }
            }
            for (Future<Void> producer : producers) {
                producer.get();
            }
            List<List<Change>> read = new ArrayList<>();
            for (Future<List<Change>> reader : readers) {
                read.add(reader.get());
            }

            List<Change> whole = readAll(one, TypeFilter.of(List.of(), FeedInstance.EVERYTHING));
            assertThat(whole).hasSize(expected);
            assertThat(read.get(0)).isEqualTo(whole);
            assertThat(read.get(1)).isEqualTo(whole);
            assertThat(read.get(2))
                    .hasSize(expected / 3)
                    .isEqualTo(whole.stream()
                            .filter(change -> change.type().startsWith("eu.mpf.events."))
                            .toList());
            assertThat(read.get(3))
                    .isNotEmpty()
                    .isEqualTo(whole.stream()
                            .filter(change -> change.type().equals("eu.mpf.calls.thing.even.v1"))
                            .toList());
            Map<String, List<Long>> versions =
                    whole.stream().collect(groupingBy(Change::subject, mapping(Change::sequence, toList())));
            assertThat(versions).hasSize(topics.size() * PRODUCERS * AGGREGATES);
            assertThat(versions.values())
                    .allSatisfy(list -> assertThat(list)
                            .isEqualTo(
                                    LongStream.rangeClosed(1, VERSIONS).boxed().toList()));
        }
    }

    private Callable<Void> publishing(String topic, int producer) {
        return () -> {
            String service = topic.split("\\.")[1];
            try (EventSource source = new EventSource()) {
                for (int version = 1; version <= VERSIONS; version++) {
                    for (int aggregate = 0; aggregate < AGGREGATES; aggregate++) {
                        String subject = "%s-%d-%d".formatted(service, producer, aggregate);
                        String type = "eu.mpf.%s.thing.%s.v1".formatted(service, version % 2 == 0 ? "even" : "odd");
                        UUID id = source.publish(topic, type, subject, version, "{\"version\":" + version + "}");
                        if (version % 7 == 0) {
                            // a relay that died between sending and deleting
                            source.publish(id, topic, type, subject, version, "{\"version\":" + version + "}");
                        }
                    }
                }
            }
            return null;
        };
    }

    private static List<Change> readUntilEverythingIsThere(
            FeedInstance instance, TypeFilter filter, int expected, int seed) throws Exception {
        Random random = new Random(seed);
        List<Change> all = new ArrayList<>();
        Long position = null;
        long giveUp = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < giveUp) {
            boolean complete = count(instance) == expected;
            ChangeLog.Found found =
                    instance.log.read(position, filter, 1 + random.nextInt(20), instance.identity.cursors());
            all.addAll(found.changes());
            position = found.end();
            if (complete && found.caughtUp()) {
                return all;
            }
        }
        throw new AssertionError("only %d of %d changes".formatted(count(instance), expected));
    }

    private static long count(FeedInstance instance) throws Exception {
        try (var connection = instance.dataSource.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM change")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static List<Change> readAll(FeedInstance instance, TypeFilter filter) throws Exception {
        return instance.log
                .read(null, filter, 100_000, instance.identity.cursors())
                .changes();
    }
}
