package eu.mpf.messaging;

import eu.mpf.embedded.KafkaServer;
import eu.mpf.embedded.Ports;
import eu.mpf.embedded.PostgresServer;
import eu.mpf.embedded.Reaper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/** One PostgreSQL and one broker for all tests of the JVM. Each test has a database and topics of its own. */
public final class TestStack {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Reaper REAPER = new Reaper();
    private static final Path SCRATCH = scratch();
    private static final int KAFKA_PORT = Ports.free();
    private static final PostgresServer POSTGRES = PostgresServer.forgetful(
            SCRATCH.resolve("postgresql"), Ports.free(), SCRATCH.resolve("postgresql.log"), REAPER);
    private static KafkaServer kafka = startKafka();

    private TestStack() {}

    private static Path scratch() {
        try {
            Path scratch = Files.createTempDirectory("mpf-messaging");
            REAPER.removeAtEnd(scratch);
            return scratch;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KafkaServer startKafka() {
        return KafkaServer.start(
                SCRATCH.resolve("kafka"), KAFKA_PORT, SCRATCH.resolve("kafka.log"), REAPER, List.of(), child -> {});
    }

    /** A new database with the module's tables. Returns its name, which is its role and password as well. */
    public static String newDatabase() {
        String name = "test" + NUMBER.incrementAndGet();
        POSTGRES.ensureDatabase(name, name);
        Flyway.configure()
                .dataSource(jdbcUrl(name), PostgresServer.owner(name), name)
                .locations("classpath:db/platform")
                .load()
                .migrate();
        return name;
    }

    public static String jdbcUrl(String database) {
        return POSTGRES.jdbcUrl(database) + "?reWriteBatchedInserts=true&preparedStatementCacheQueries=512";
    }

    public static String newTopic() {
        return "mpf.test.topic" + NUMBER.incrementAndGet() + ".v1";
    }

    public static String bootstrapServers() {
        return "127.0.0.1:" + KAFKA_PORT;
    }

    /** Kills the broker. */
    public static void stopBroker() {
        kafka.process().stop(Duration.ofMillis(100));
    }

    /** Starts the broker on the data it left. */
    public static void startBroker() {
        kafka = startKafka();
    }

    /** Lets the broker neither answer nor refuse, as a network partition would. */
    public static void freezeBroker() {
        signal("-STOP");
    }

    public static void thawBroker() {
        signal("-CONT");
    }

    private static void signal(String signal) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(kafka.process().pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
