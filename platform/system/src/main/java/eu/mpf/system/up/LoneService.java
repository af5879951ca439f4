package eu.mpf.system.up;

import eu.mpf.embedded.Child;
import eu.mpf.embedded.IdentityProvider;
import eu.mpf.embedded.KafkaServer;
import eu.mpf.embedded.PostgresServer;
import eu.mpf.embedded.Reaper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The projects service with what it needs and nothing else, for measurements that the rest would disturb. */
public final class LoneService implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String DATABASE = "projects";
    /** A server for a million projects is given what docs/operations.md says, not what a laptop spares. */
    private static final List<String> SETTINGS = List.of("shared_buffers=2GB");

    private final Home home;
    private final Reaper reaper;
    private final PostgresServer postgres;
    private final IdentityProvider identities;
    private final @Nullable KafkaServer kafka;
    private final Application service;
    private final String url;
    private @Nullable Child process;

    private LoneService(Path root, Path scratch, int base, Reaper reaper, boolean broker) {
        this.reaper = reaper;
        this.home = Home.in(scratch);
        this.postgres = PostgresServer.durable(
                home.data("postgresql"), Part.POSTGRESQL.port(base), home.log("postgresql"), reaper, SETTINGS);
        postgres.ensureDatabase(DATABASE, Applications.PASSWORD);
        this.identities = IdentityProvider.start(Part.IDENTITY_PROVIDER.port(base));
        this.kafka = broker
                ? KafkaServer.start(
                        home.data("kafka"), Part.KAFKA.port(base), home.log("kafka"), reaper, List.of(), child -> {})
                : null;
        this.service = new Applications(new Options(root, scratch, true, false, base))
                .services().stream()
                        .filter(each -> each.name().equals("projects-service"))
                        .findFirst()
                        .orElseThrow();
        service.settings().put("mpf.messaging.enabled", Boolean.toString(broker));
        this.url = Part.PROJECTS.url(base);
    }

    /**
     * Starts the packaged service as {@code ./mpf up} does, but without an archive of classes, on a database server that waits for the disk; without a
     * broker.
     *
     * @param root the repository
     * @param scratch where data and logs go
     * @param base the ports are those of a stack whose gateway would listen here
     */
    public static LoneService projects(Path root, Path scratch, int base, Reaper reaper) {
        var lone = new LoneService(root, scratch, base, reaper, false);
        lone.start();
        return lone;
    }

    /** As {@link #projects}, with a broker; the service itself is not started yet. */
    public static LoneService projectsWithBroker(Path root, Path scratch, int base, Reaper reaper) {
        return new LoneService(root, scratch, base, reaper, true);
    }

    /** Starts the service and waits until it is ready. */
    public void start() {
        Child started = service.start(home, reaper, Application.LOCAL);
        process = started;
        service.awaitReady(started);
    }

    /**
     * Starts the service as its image does and does not wait.
     *
     * @param cache an ahead-of-time cache to start with, or none
     */
    public void launch(@Nullable Path cache) {
        var options = new ArrayList<>(service.production());
        if (cache != null) {
            options.addAll(List.of("-XX:AOTMode=on", "-XX:AOTCache=" + cache));
        }
        process = service.start(home, reaper, options);
    }

    /** Makes an ahead-of-time cache as the image does, by a start that ends before it connects to anything. */
    public Path train() {
        Path cache = home.cache("trained.aot");
        try {
            Files.createDirectories(cache.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        service.train(home, reaper, cache);
        return cache;
    }

    /** Stops the service; what it stands on goes on. */
    public void stop() {
        Child running = process;
        if (running != null) {
            running.stop(PATIENCE);
            process = null;
        }
    }

    /** Where the service answers. */
    public String url() {
        return url;
    }

    /** Process number of the service. */
    public long pid() {
        Child running = process;
        if (running == null) {
            throw new IllegalStateException("the service does not run");
        }
        return running.pid();
    }

    /** Process number of the database server, the parent of its backends. */
    public long databasePid() {
        return postgres.pid();
    }

    public String tokenEndpoint() {
        return identities.tokenEndpoint();
    }

    public String bootstrapServers() {
        KafkaServer broker = kafka;
        if (broker == null) {
            throw new IllegalStateException("there is no broker");
        }
        return broker.bootstrapServers();
    }

    public String jdbcUrl() {
        return postgres.jdbcUrl(DATABASE) + "?user=" + PostgresServer.owner(DATABASE) + "&password="
                + Applications.PASSWORD;
    }

    /** As {@link #jdbcUrl}, for somebody whom no right and no trigger stops. */
    public String superuserUrl() {
        return postgres.jdbcUrl(DATABASE) + "?user=postgres";
    }

    @Override
    public void close() {
        stop();
        if (kafka != null) {
            kafka.stop();
        }
        identities.stop();
        postgres.stop();
    }
}
