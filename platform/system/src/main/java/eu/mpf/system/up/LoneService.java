package eu.mpf.system.up;

import eu.mpf.embedded.Child;
import eu.mpf.embedded.PostgresServer;
import eu.mpf.embedded.Reaper;
import java.nio.file.Path;
import java.time.Duration;

/** One service with its database and nothing else, for measurements that the rest would disturb. */
public final class LoneService implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final PostgresServer postgres;
    private final Child process;
    private final String database;
    private final String url;

    private LoneService(PostgresServer postgres, Child process, String database, String url) {
        this.postgres = postgres;
        this.process = process;
        this.database = database;
        this.url = url;
    }

    /**
     * Starts the packaged projects service as {@code ./mpf up} does, on a database server that waits for the disk.
     *
     * @param root the repository
     * @param scratch where data and logs go
     * @param base the ports are those of a stack whose gateway would listen here
     */
    public static LoneService projects(Path root, Path scratch, int base, Reaper reaper) {
        var options = new Options(root, scratch, true, false, base);
        var home = Home.in(scratch);
        var postgres = PostgresServer.durable(
                home.data("postgresql"), Part.POSTGRESQL.port(base), home.log("postgresql"), reaper);
        postgres.ensureDatabase("projects", Applications.PASSWORD);
        Application service = new Applications(options)
                .services().stream()
                        .filter(each -> each.name().equals("projects-service"))
                        .findFirst()
                        .orElseThrow();
        // There is no broker here.
        service.settings().put("mpf.messaging.enabled", "false");
        Child process = service.start(home, reaper);
        service.awaitReady(process);
        return new LoneService(postgres, process, "projects", Part.PROJECTS.url(base));
    }

    /** Where the service answers. */
    public String url() {
        return url;
    }

    /** Process number of the service. */
    public long pid() {
        return process.pid();
    }

    public String jdbcUrl() {
        return postgres.jdbcUrl(database) + "?user=" + database + "&password=" + Applications.PASSWORD;
    }

    @Override
    public void close() {
        process.stop(PATIENCE);
        postgres.stop();
    }
}
