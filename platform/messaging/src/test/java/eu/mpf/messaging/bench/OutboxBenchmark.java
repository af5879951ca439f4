package eu.mpf.messaging.bench;

import eu.mpf.embedded.KafkaServer;
import eu.mpf.embedded.Ports;
import eu.mpf.embedded.PostgresServer;
import eu.mpf.embedded.Reaper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.Flyway;

/** Measures E-11 and E-12 on servers of its own, with durability on, and prints. Arguments: what to run, {@code e11 e12}. */
public final class OutboxBenchmark {

    private static final String LOGIN = "bench";

    private OutboxBenchmark() {}

    public static void main(String[] args) throws Exception {
        List<String> wanted = args.length == 0 ? List.of("e11", "e12") : List.of(args);
        Reaper reaper = new Reaper();
        Path scratch = scratch(reaper);
        var postgres = PostgresServer.durable(
                scratch.resolve("postgresql"), Ports.free(), scratch.resolve("postgresql.log"), reaper);
        var kafka = KafkaServer.start(
                scratch.resolve("kafka"), Ports.free(), scratch.resolve("kafka.log"), reaper, List.of(), child -> {});
        postgres.ensureDatabase(LOGIN, LOGIN);
        String url = postgres.jdbcUrl(LOGIN) + "?reWriteBatchedInserts=true";
        System.out.printf(
                "%s, Java %s, PostgreSQL 18 (fsync on), Kafka %s, 1 node, acks=all, lz4, %d processors%n",
                System.getProperty("os.name"),
                Runtime.version(),
                org.apache.kafka.common.utils.AppInfoParser.getVersion(),
                Runtime.getRuntime().availableProcessors());
        run(wanted, url, kafka.bootstrapServers());
        kafka.stop();
        postgres.stop();
        System.exit(0);
    }

    /** Runs on servers that are there already; the database's login is its own name and password. */
    public static void run(List<String> wanted, String url, String bootstrapServers) throws Exception {
        Flyway.configure()
                .dataSource(url, PostgresServer.owner(LOGIN), LOGIN)
                .locations("classpath:db/platform")
                .load()
                .migrate();
        if (wanted.contains("e11")) {
            System.out.println(new LatencyBenchmark(url, LOGIN, bootstrapServers).measure(500, 20, 30));
        }
        if (wanted.contains("e12")) {
            System.out.println(new DrainBenchmark(url, LOGIN, bootstrapServers).measure(200_000, 3));
        }
    }

    private static Path scratch(Reaper reaper) throws IOException {
        Path scratch = Files.createTempDirectory("mpf-bench");
        reaper.removeAtEnd(scratch);
        return scratch;
    }
}
