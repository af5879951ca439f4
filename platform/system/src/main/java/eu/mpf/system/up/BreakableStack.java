package eu.mpf.system.up;

import eu.mpf.embedded.Child;
import eu.mpf.embedded.IdentityProvider;
import eu.mpf.embedded.KafkaServer;
import eu.mpf.embedded.PostgresServer;
import eu.mpf.embedded.Reaper;
import eu.mpf.system.client.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** The whole platform, each piece of which can be killed, stopped, frozen and started again while the others go on. */
public final class BreakableStack implements AutoCloseable {

    /** What can break. */
    public enum Piece {
        POSTGRESQL,
        KAFKA,
        PROJECTS,
        EVENTS,
        CALLS,
        GATEWAY;

        /** The four applications. */
        public static final List<Piece> APPLICATIONS = List.of(PROJECTS, EVENTS, CALLS, GATEWAY);
    }

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Home home;
    private final int base;
    private final Reaper reaper;
    private final List<String> databaseSettings;
    private final IdentityProvider identities;
    private final Map<Piece, Application> applications = new EnumMap<>(Piece.class);
    private final Map<Piece, Child> running = new EnumMap<>(Piece.class);
    private PostgresServer postgres;
    private KafkaServer kafka;

    /**
     * Starts everything; the database waits for the disk.
     *
     * @param root the repository
     * @param scratch where data and logs go
     * @param base the gateway's port, the other parts are on those after it
     * @param databaseSettings further settings of PostgreSQL, {@code name=value}
     */
    public BreakableStack(Path root, Path scratch, int base, Reaper reaper, List<String> databaseSettings) {
        this.home = Home.in(scratch);
        this.base = base;
        this.reaper = reaper;
        this.databaseSettings = databaseSettings;
        this.postgres = startPostgres();
        Applications.databases().forEach(name -> postgres.ensureDatabase(name, Applications.PASSWORD));
        this.kafka = startKafka();
        this.identities = IdentityProvider.start(Part.IDENTITY_PROVIDER.port(base));
        var configured = new Applications(new Options(root, scratch, true, false, base));
        configured.services().forEach(service -> {
            service.settings().put("mpf.mail.send-every", "off"); // nobody takes mail here
            applications.put(piece(service), service);
        });
        applications.put(Piece.GATEWAY, configured.gateway());
        applications.keySet().forEach(this::launch);
        applications.keySet().forEach(this::awaitReady);
        // From here on they start as everywhere but the first time: with the archive that an orderly end writes.
        Piece.APPLICATIONS.forEach(application -> {
            stop(application);
            start(application);
        });
    }

    private static Piece piece(Application service) {
        return Piece.valueOf(service.name().replace("-service", "").toUpperCase(Locale.ROOT));
    }

    private PostgresServer startPostgres() {
        return PostgresServer.durable(
                databaseFiles(), Part.POSTGRESQL.port(base), home.log("postgresql"), reaper, databaseSettings);
    }

    private KafkaServer startKafka() {
        return KafkaServer.start(
                home.data("kafka"), Part.KAFKA.port(base), home.log("kafka"), reaper, List.of(), child -> {});
    }

    private void launch(Piece piece) {
        running.put(piece, application(piece).start(home, reaper));
    }

    private void awaitReady(Piece piece) {
        application(piece).awaitReady(process(piece));
    }

    private Application application(Piece piece) {
        return Objects.requireNonNull(applications.get(piece), "not an application");
    }

    private Child process(Piece application) {
        return Objects.requireNonNull(running.get(application), "it does not run");
    }

    /** Ends the piece at once, as {@code kill -9} or a power cut does. */
    public void kill(Piece piece) {
        switch (piece) {
            case POSTGRESQL -> {
                var all = processes(piece);
                ProcessHandle.of(postgres.pid()).ifPresent(ProcessHandle::destroyForcibly);
                // Its children notice that it is gone, and only then may another server use the directory.
                await("the backends of PostgreSQL end", () -> all.stream().noneMatch(ProcessHandle::isAlive));
                reaper.forget(postgres.pid());
            }
            case KAFKA -> kill(kafka.process());
            default -> kill(process(piece));
        }
    }

    private static void kill(Child child) {
        ProcessHandle.of(child.pid()).ifPresent(ProcessHandle::destroyForcibly);
        child.stop(PATIENCE); // it has ended; what is left is to forget it
    }

    /** Ends one of the database's processes that serve a connection; PostgreSQL then recovers by itself. */
    public void killOneBackend() {
        ProcessHandle.of(postgres.pid())
                .orElseThrow()
                .children()
                .filter(BreakableStack::servesAConnection)
                .findAny()
                .orElseThrow(() -> new IllegalStateException("nobody is connected"))
                .destroyForcibly();
    }

    private static boolean servesAConnection(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                    .contains("127.0.0.1");
        } catch (IOException gone) {
            return false;
        }
    }

    /** Asks the application to end, which finishes what it has begun. */
    public void stop(Piece application) {
        process(application).stop(PATIENCE);
        application(application).archive(home).settle();
    }

    /** Starts a piece that has ended and waits until it is ready. */
    public void start(Piece piece) {
        switch (piece) {
            case POSTGRESQL -> postgres = startPostgres();
            case KAFKA -> kafka = startKafka();
            default -> {
                launch(piece);
                awaitReady(piece);
            }
        }
    }

    /** All processes of the piece stand still, their connections stay open. */
    public void freeze(Piece piece) {
        signal("-STOP", processes(piece));
    }

    /** Lets a frozen piece go on, as if no time had passed for it. */
    public void thaw(Piece piece) {
        signal("-CONT", processes(piece));
    }

    private List<ProcessHandle> processes(Piece piece) {
        return switch (piece) {
            case POSTGRESQL ->
                ProcessHandle.of(postgres.pid()).stream()
                        .flatMap(server -> Stream.concat(Stream.of(server), server.descendants()))
                        .toList();
            case KAFKA -> ProcessHandle.of(kafka.process().pid()).stream().toList();
            default -> ProcessHandle.of(process(piece).pid()).stream().toList();
        };
    }

    private static void signal(String signal, List<ProcessHandle> processes) {
        var command = new ArrayList<>(List.of("kill", signal));
        processes.forEach(process -> command.add(Long.toString(process.pid())));
        try {
            // A backend may have ended since it was listed: kill says so and reaches the others.
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a process was signalled", e);
        }
    }

    private static void await(String what, BooleanSupplier condition) {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > giveUp) {
                throw new IllegalStateException("waited in vain: " + what);
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    /** The platform from outside, through the gateway. */
    public Platform platform() {
        return new Platform(
                URI.create(Part.GATEWAY.url(base)), URI.create(identities.tokenEndpoint()), "dev-secret", any -> {});
    }

    /** To look into the database of a service, as the role that owns its tables. */
    public String jdbcUrl(String database) {
        return postgres.jdbcUrl(database) + "?user=" + PostgresServer.owner(database) + "&password="
                + Applications.PASSWORD;
    }

    /** As {@link #jdbcUrl}, for somebody whom no right and no trigger stops. */
    public String superuserUrl(String database) {
        return postgres.jdbcUrl(database) + "?user=postgres";
    }

    /** The directory of the database's cluster. */
    public Path databaseFiles() {
        return home.data("postgresql");
    }

    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    @Override
    public void close() {
        Piece.APPLICATIONS.reversed().forEach(this::stop); // the gateway first
        kafka.stop();
        identities.stop();
        postgres.stop();
    }
}
