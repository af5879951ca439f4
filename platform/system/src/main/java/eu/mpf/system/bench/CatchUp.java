package eu.mpf.system.bench;

import eu.mpf.embedded.Ports;
import eu.mpf.embedded.Reaper;
import eu.mpf.system.up.LoneService;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * E-13: a log of events that the projects service has never heard, from the start of the service to the last of them; then
 * the same events a second time, which must change nothing.
 */
final class CatchUp implements Benchmark {

    private static final String TOPIC = "mpf.events.event.v1";
    private static final String GROUP = "projects.presentations";
    private static final int PARTITIONS = 3;
    private static final long PATIENCE = 1_800_000_000_000L;
    private static final long PAUSE = 20_000_000;

    @Override
    public void run(Settings settings) throws Exception {
        int events = settings.number("events", 1_000_000);
        Path scratch = Files.createTempDirectory("mpf-bench");
        Reaper reaper = new Reaper();
        reaper.removeAtEnd(scratch);
        int base = settings.number("port", Ports.free());
        try (var service = LoneService.projectsWithBroker(Path.of("").toAbsolutePath(), scratch, base, reaper);
                var database = DriverManager.getConnection(service.jdbcUrl());
                var admin = Admin.create(Map.of("bootstrap.servers", service.bootstrapServers()))) {
            Machine.describe(database);
            admin.createTopics(List.of(new NewTopic(TOPIC, Optional.of(PARTITIONS), Optional.empty())))
                    .all()
                    .get();
            produce(service.bootstrapServers(), events);
            System.out.printf(Locale.ROOT, "-- E-13: %,d events in the log, load %.2f%n", events, Machine.load());
            round(service, admin, database, "from an empty table", events);
            rewind(admin);
            round(service, admin, database, "the same events again", events);
            forget(database);
            rewind(admin);
            round(service, admin, database, "the same events again, the inbox emptied", events);
        }
    }

    private static void round(LoneService service, Admin admin, Connection database, String what, int events)
            throws Exception {
        service.start();
        double cpu = Cpu.seconds(service.pid());
        double databaseCpu = Cpu.treeSeconds(service.databasePid());
        long start = System.nanoTime();
        long first = start;
        long early = 0;
        for (long done = handled(admin); done < events; done = handled(admin)) {
            if (done > 0 && early == 0) {
                first = System.nanoTime();
                early = done;
            }
            if (System.nanoTime() - start > PATIENCE) {
                throw new IllegalStateException("after half an hour " + done + " events were handled");
            }
            LockSupport.parkNanos(PAUSE);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double used = Cpu.seconds(service.pid()) - cpu;
        double databaseUsed = Cpu.treeSeconds(service.databasePid()) - databaseCpu;
        service.stop();
        long rows = count(database);
        System.out.printf(
                Locale.ROOT,
                "   %-44s %,.0f events/s (aim 20,000) once it had its partitions, after %.1f s; %.1f s from the start; processor:"
                        + " service %.1f s, PostgreSQL %.1f s; load %.2f%n",
                what,
                (events - early) / (seconds - (first - start) / 1e9),
                (first - start) / 1e9,
                seconds,
                used,
                databaseUsed,
                Machine.load());
        if (rows != events) {
            throw new IllegalStateException("there are " + rows + " presentations of " + events);
        }
    }

    private static long handled(Admin admin) throws Exception {
        return admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata().get().entrySet().stream()
                .filter(entry -> entry.getKey().topic().equals(TOPIC) && entry.getValue() != null)
                .mapToLong(entry -> entry.getValue().offset())
                .sum();
    }

    private static void rewind(Admin admin) throws Exception {
        admin.alterConsumerGroupOffsets(
                        GROUP,
                        java.util.stream.IntStream.range(0, PARTITIONS)
                                .boxed()
                                .collect(Collectors.toMap(
                                        each -> new TopicPartition(TOPIC, each), each -> new OffsetAndMetadata(0))))
                .all()
                .get();
    }

    private static void forget(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("DELETE FROM inbox_event WHERE consumer = '" + GROUP + "'");
            statement.execute("VACUUM inbox_event");
        }
    }

    private static long count(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM presentation")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Half a thousand presentations an event, as the events service tells them. */
    private static void produce(String bootstrap, int events) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrap,
                "key.serializer",
                StringSerializer.class,
                "value.serializer",
                ByteArraySerializer.class,
                "linger.ms",
                20,
                "batch.size",
                1 << 18,
                "compression.type",
                "lz4");
        try (var producer = new KafkaProducer<String, byte[]>(settings)) {
            for (int n = 0; n < events; n++) {
                producer.send(event(n));
            }
        }
    }

    private static ProducerRecord<String, byte[]> event(int n) {
        String event = id("event", n / 500);
        var record = new ProducerRecord<>(
                TOPIC, event, """
                {"eventId":"%s","eventKey":"EVENT-%d","eventTitle":{"en":"Event %d"},"sessionId":"%s",\
                "sessionTitle":{"en":"Session %d"},"projectId":"%s","projectCode":"BENCH-%d","presentedOn":"2024-05-06"}""".formatted(event, n / 500, n / 500, id("session", n / 50), n / 50, id("project", n), n)
                        .getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", id("presentation", n),
                        "ce_type", "eu.mpf.events.project.presented.v1",
                        "ce_source", "/events-service",
                        "ce_subject", event,
                        "ce_sequence", Integer.toString(n % 500 + 1),
                        "ce_time", "2024-05-06T10:00:00.000Z")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private static String id(String what, int n) {
        return UUID.nameUUIDFromBytes((what + n).getBytes(StandardCharsets.US_ASCII))
                .toString();
    }
}
