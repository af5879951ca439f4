package eu.mpf.system.up;

import eu.mpf.embedded.Child;
import eu.mpf.embedded.IdentityProvider;
import eu.mpf.embedded.Ports;
import eu.mpf.embedded.PostgresServer;
import eu.mpf.embedded.Reaper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Several instances of the packaged events service on one database, for programs that set them against each other. */
public final class EventsReplicas implements AutoCloseable {

    private static final String DATABASE = "events";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Application service;
    private final Home home;
    private final Reaper reaper;
    private final PostgresServer postgres;
    private final IdentityProvider identities;
    private final List<Child> processes = new ArrayList<>();
    private final List<String> urls = new ArrayList<>();

    /**
     * Starts the database, which waits for the disk, and the identity provider; there is no broker and no mail server.
     *
     * @param root the repository
     * @param scratch where data and logs go
     * @param base the ports are those of a stack whose gateway would listen here
     */
    public EventsReplicas(Path root, Path scratch, int base, Reaper reaper) {
        this.reaper = reaper;
        this.home = Home.in(scratch);
        this.postgres = PostgresServer.durable(
                home.data("postgresql"), Part.POSTGRESQL.port(base), home.log("postgresql"), reaper);
        postgres.ensureDatabase(DATABASE, Applications.PASSWORD);
        this.identities = IdentityProvider.start(Part.IDENTITY_PROVIDER.port(base));
        this.service = new Applications(new Options(root, scratch, true, false, base))
                .services().stream()
                        .filter(each -> each.name().equals("events-service"))
                        .findFirst()
                        .orElseThrow();
        service.settings().put("mpf.messaging.enabled", "false");
        service.settings().put("mpf.mail.send-every", "off");
    }

    /** Starts so many instances, one after the other, as the first migrates the database. */
    public void start(int instances, Map<String, String> more) {
        for (int i = 1; i <= instances; i++) {
            int port = Ports.free();
            var settings = new HashMap<>(service.settings());
            settings.put("quarkus.http.port", Integer.toString(port));
            settings.putAll(more);
            var instance = new Application(service.name(), service.directory(), port, settings, service.secrets());
            Child process = instance.start(home, reaper, Application.LOCAL);
            processes.add(process);
            instance.awaitReady(process);
            urls.add("http://127.0.0.1:" + port);
        }
    }

    /** Stops the instances; the database goes on. */
    public void stop() {
        processes.forEach(process -> process.stop(PATIENCE));
        processes.clear();
        urls.clear();
    }

    /** Where the instances answer. */
    public List<String> urls() {
        return List.copyOf(urls);
    }

    public List<Long> pids() {
        return processes.stream().map(Child::pid).toList();
    }

    /** Of PostgreSQL, whose connections are its children. */
    public long databasePid() {
        return postgres.pid();
    }

    public String tokenEndpoint() {
        return identities.tokenEndpoint();
    }

    public String jdbcUrl() {
        return postgres.jdbcUrl(DATABASE) + "?user=" + PostgresServer.owner(DATABASE) + "&password="
                + Applications.PASSWORD;
    }

    @Override
    public void close() {
        stop();
        identities.stop();
        postgres.stop();
    }
}
