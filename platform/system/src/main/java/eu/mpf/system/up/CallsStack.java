package eu.mpf.system.up;

import eu.mpf.embedded.Child;
import eu.mpf.embedded.IdentityProvider;
import eu.mpf.embedded.KafkaServer;
import eu.mpf.embedded.PostgresServer;
import eu.mpf.embedded.Reaper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The calls service with its database, a broker and an identity provider: what a deadline day needs. */
public final class CallsStack implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String DATABASE = "calls";

    private final PostgresServer postgres;
    private final KafkaServer kafka;
    private final IdentityProvider identities;
    private final Child process;
    private final String url;

    private CallsStack(
            PostgresServer postgres, KafkaServer kafka, IdentityProvider identities, Child process, String url) {
        this.postgres = postgres;
        this.kafka = kafka;
        this.identities = identities;
        this.process = process;
        this.url = url;
    }

    /**
     * Starts the packaged service as {@code ./mpf up} does, on a database server that waits for the disk.
     *
     * @param root the repository
     * @param scratch where data and logs go
     * @param base the ports are those of a stack whose gateway would listen here
     */
    public static CallsStack start(Path root, Path scratch, int base, Reaper reaper) {
        var options = new Options(root, scratch, true, false, base);
        var home = Home.in(scratch);
        var postgres = PostgresServer.durable(
                home.data("postgresql"), Part.POSTGRESQL.port(base), home.log("postgresql"), reaper);
        postgres.ensureDatabase(DATABASE, Applications.PASSWORD);
        var kafka = KafkaServer.start(
                home.data("kafka"), Part.KAFKA.port(base), home.log("kafka"), reaper, List.of(), child -> {});
        var identities = IdentityProvider.start(Part.IDENTITY_PROVIDER.port(base));
        Application service = new Applications(options)
                .services().stream()
                        .filter(each -> each.name().equals("calls-service"))
                        .findFirst()
                        .orElseThrow();
        Child process = service.start(home, reaper);
        service.awaitReady(process);
        return new CallsStack(postgres, kafka, identities, process, Part.CALLS.url(base));
    }

    /** Where the service answers. */
    public String url() {
        return url;
    }

    public String tokenEndpoint() {
        return identities.tokenEndpoint();
    }

    /** Process number of the service. */
    public long pid() {
        return process.pid();
    }

    public String jdbcUrl() {
        return postgres.jdbcUrl(DATABASE) + "?user=" + DATABASE + "&password=" + Applications.PASSWORD;
    }

    @Override
    public void close() {
        process.stop(PATIENCE);
        kafka.stop();
        identities.stop();
        postgres.stop();
    }
}
