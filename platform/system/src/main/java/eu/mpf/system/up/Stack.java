package eu.mpf.system.up;

import eu.mpf.embedded.Child;
import eu.mpf.embedded.IdentityProvider;
import eu.mpf.embedded.KafkaServer;
import eu.mpf.embedded.MailSink;
import eu.mpf.embedded.PostgresServer;
import eu.mpf.embedded.Reaper;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Everything that runs. What does not need each other starts at once: the services wait for the database alone, as they
 * must also start while the broker is away.
 */
final class Stack {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Options options;
    private final Home home;
    private final Progress progress;
    private final Reaper reaper = new Reaper();
    private final Orphans orphans;
    private final Map<Application, Child> applications = new LinkedHashMap<>();
    private final List<Runnable> embedded = new ArrayList<>();
    private volatile @Nullable PostgresServer postgres;
    private volatile @Nullable KafkaServer kafka;
    private boolean stopped;

    Stack(Options options, Home home, Progress progress) {
        this.options = options;
        this.home = home;
        this.progress = progress;
        this.orphans = new Orphans(home);
    }

    void start() {
        var configured = new Applications(options);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var database = CompletableFuture.runAsync(this::startPostgres, threads);
            var parts = new ArrayList<CompletableFuture<Void>>();
            parts.add(CompletableFuture.runAsync(() -> start(configured.gateway()), threads));
            parts.add(CompletableFuture.runAsync(this::startKafka, threads));
            parts.add(CompletableFuture.runAsync(this::startIdentityProvider, threads));
            parts.add(CompletableFuture.runAsync(this::startMail, threads));
            for (Application service : configured.services()) {
                parts.add(database.thenRunAsync(() -> start(service), threads));
            }
            parts.forEach(CompletableFuture::join);
        }
    }

    private void startPostgres() {
        boolean first = !Files.exists(home.data("postgresql"));
        var server = PostgresServer.durable(
                home.data("postgresql"), Part.POSTGRESQL.port(options.port()), home.log("postgresql"), reaper);
        postgres = server;
        orphans.remember("postgresql", server.pid());
        Applications.databases().forEach(name -> server.ensureDatabase(name, Applications.PASSWORD));
        ready(Part.POSTGRESQL, first ? ", databases created" : "");
    }

    private void startKafka() {
        var archive = kafkaArchive();
        var server = KafkaServer.start(
                home.data("kafka"),
                Part.KAFKA.port(options.port()),
                home.log("kafka"),
                reaper,
                archive.options(),
                child -> orphans.remember(child.name(), child.pid()));
        kafka = server;
        ready(Part.KAFKA, "");
    }

    private void startIdentityProvider() {
        var provider = IdentityProvider.start(Part.IDENTITY_PROVIDER.port(options.port()));
        synchronized (embedded) {
            embedded.add(provider::stop);
        }
        ready(Part.IDENTITY_PROVIDER, ": for development only, it gives a token to whoever asks");
    }

    private void startMail() {
        var sink = MailSink.start(Part.MAIL.port(options.port()));
        synchronized (embedded) {
            embedded.add(() -> {
                sink.writeTo(home.data("mails"));
                sink.stop();
            });
        }
        ready(Part.MAIL, "");
    }

    private void start(Application application) {
        Child child;
        synchronized (applications) {
            child = application.start(home, reaper);
            applications.put(application, child);
        }
        orphans.remember(application.name(), child.pid());
        application.awaitReady(child);
        progress.line(application.name() + " is ready on port " + application.healthPort());
    }

    private void ready(Part part, String remark) {
        progress.line(part.title() + " is ready on port " + part.port(options.port()) + remark);
    }

    private ClassArchive kafkaArchive() {
        return new ClassArchive(home.cache("kafka.jsa"), KafkaServer.classPath());
    }

    /** The name of an application that has ended by itself. */
    Optional<String> casualty() {
        synchronized (applications) {
            return applications.values().stream()
                    .filter(child -> !child.isAlive())
                    .map(Child::name)
                    .findFirst();
        }
    }

    /** Of all parts, this process included. */
    long residentBytes() {
        var pids = new ArrayList<>(List.of(ProcessHandle.current().pid()));
        synchronized (applications) {
            applications.values().forEach(child -> pids.add(child.pid()));
        }
        KafkaServer broker = kafka;
        if (broker != null) {
            pids.add(broker.process().pid());
        }
        PostgresServer server = postgres;
        long database = server == null ? 0 : Memory.resident(List.of(server.pid()), true);
        return database + Memory.resident(pids, false);
    }

    /** Front door first, then the services, then what they stand on. */
    synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        Map<Application, Child> running;
        synchronized (applications) {
            running = new LinkedHashMap<>(applications);
        }
        running.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals("gateway"))
                .forEach(entry -> stop(entry.getValue()));
        running.values().parallelStream().filter(Child::isAlive).forEach(this::stop);
        running.forEach((application, child) -> {
            orphans.forget(child.name());
            application.archive(home).settle();
        });
        KafkaServer broker = kafka;
        if (broker != null) {
            broker.stop();
            orphans.forget("kafka");
            kafkaArchive().settle();
        }
        PostgresServer server = postgres;
        if (server != null) {
            server.stop();
            orphans.forget("postgresql");
        }
        synchronized (embedded) {
            embedded.forEach(Runnable::run);
        }
    }

    private void stop(Child child) {
        child.stop(PATIENCE);
    }
}
