package eu.mpf.gateway.database;

import eu.mpf.gateway.GatewayConfig;
import eu.mpf.messaging.TablesReady;
import eu.mpf.web.sql.SqlFailure;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jboss.logging.Logger;

/**
 * Brings the database up beside everything else: the start waits for nothing, the scheduled jobs begin once their tables
 * are there.
 */
@ApplicationScoped
public class GatewayDatabase {

    private static final Logger LOG = Logger.getLogger(GatewayDatabase.class);
    private static final long FIRST_RETRY_MS = 1_000;

    private final Flyway flyway;
    private final Scheduler scheduler;
    private final Event<TablesReady> tables;
    private final Event<DatabaseReady> ready;
    private final long longestRetryMs;
    private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("database-", 0).factory());

    GatewayDatabase(
            Flyway flyway,
            Scheduler scheduler,
            Event<TablesReady> tables,
            Event<DatabaseReady> ready,
            GatewayConfig config) {
        this.flyway = flyway;
        this.scheduler = scheduler;
        this.tables = tables;
        this.ready = ready;
        this.longestRetryMs = config.gateway().feed().longestRetry().toMillis();
    }

    void start(@Observes StartupEvent event) {
        background.execute(() -> bringUp(FIRST_RETRY_MS));
    }

    private void bringUp(long pause) {
        try {
            flyway.migrate();
            tables.fire(new TablesReady());
            ready.fire(new DatabaseReady());
            scheduler.resume();
        } catch (FlywayException | SqlFailure e) {
            if (background.isShutdown()) {
                return;
            }
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            LOG.warnf("The database is not ready yet, trying again in %d s: %s", pause / 1_000, reason);
            background.schedule(() -> bringUp(Math.min(2 * pause, longestRetryMs)), pause, TimeUnit.MILLISECONDS);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        background.shutdownNow();
    }
}
