package eu.mpf.system.up;

import eu.mpf.embedded.Child;
import eu.mpf.embedded.IdentityProvider;
import eu.mpf.embedded.KafkaServer;
import eu.mpf.embedded.PostgresServer;
import eu.mpf.embedded.Reaper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The calls service with its database, a broker and an identity provider: what a deadline day needs. */
public final class CallsStack implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String DATABASE = "calls";

    /**
     * Room for the log of megabytes a second, as a server that takes files has it; and when each transaction was committed,
     * which the check of the deadline asks.
     */
    private static final List<String> SETTINGS =
            List.of("max_wal_size=8GB", "shared_buffers=256MB", "track_commit_timestamp=on");

    private final Home home;
    private final Reaper reaper;
    private final PostgresServer postgres;
    private final KafkaServer kafka;
    private final IdentityProvider identities;
    private final Application service;
    private final String url;
    private @Nullable Child process;

    /**
     * Starts the servers; the database waits for the disk. The service is started by {@link #start}.
     *
     * @param root the repository
     * @param scratch where data and logs go
     * @param base the ports are those of a stack whose gateway would listen here
     */
    public CallsStack(Path root, Path scratch, int base, Reaper reaper) {
        this.reaper = reaper;
        this.home = Home.in(scratch);
        this.postgres = PostgresServer.durable(
                home.data("postgresql"), Part.POSTGRESQL.port(base), home.log("postgresql"), reaper, SETTINGS);
        postgres.ensureDatabase(DATABASE, Applications.PASSWORD);
        this.kafka = KafkaServer.start(
                home.data("kafka"), Part.KAFKA.port(base), home.log("kafka"), reaper, List.of(), child -> {});
        this.identities = IdentityProvider.start(Part.IDENTITY_PROVIDER.port(base));
        this.service = new Applications(new Options(root, scratch, true, false, base))
                .services().stream()
                        .filter(each -> each.name().equals("calls-service"))
                        .findFirst()
                        .orElseThrow();
        // Mail goes nowhere here; the outbox of mails is not what this is about.
        service.settings().put("mpf.mail.send-every", "off");
        this.url = Part.CALLS.url(base);
    }

    /** Starts the service with the options of its image. @param properties further system properties */
    public void start(Map<String, String> properties) {
        List<String> options = new ArrayList<>(service.production());
        properties.forEach((name, value) -> options.add("-D" + name + "=" + value));
        Child child = service.start(home, reaper, options);
        service.awaitReady(child);
        process = child;
    }

    /** Stops the service; the servers go on. */
    public void stop() {
        if (process != null) {
            process.stop(PATIENCE);
            process = null;
        }
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
        return Objects.requireNonNull(process, "not started").pid();
    }

    /** Processor time of the service until now. */
    public Duration serviceTime() {
        return time(ProcessHandle.of(pid()).stream());
    }

    /** Processor time of the database's processes that live now. */
    public Duration databaseTime() {
        return time(ProcessHandle.of(postgres.pid()).stream()
                .flatMap(server -> Stream.concat(Stream.of(server), server.descendants())));
    }

    private static Duration time(Stream<ProcessHandle> processes) {
        return processes
                .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    public String jdbcUrl() {
        return postgres.jdbcUrl(DATABASE) + "?user=" + PostgresServer.owner(DATABASE) + "&password="
                + Applications.PASSWORD;
    }

    @Override
    public void close() {
        stop();
        kafka.stop();
        identities.stop();
        postgres.stop();
    }
}
