package eu.mpf.web.time;

import eu.mpf.web.sql.Sql;
import eu.mpf.web.sql.SqlFailure;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jboss.logging.Logger;

/**
 * The clock of a rehearsal. What it is moved by stands in the service's database, as the body of {@code clock_offset()}: so
 * it is the same for all instances and for every statement, costs nothing where it is not moved, and only a database that is
 * migrated for a rehearsal has the function that moves it.
 */
@ApplicationScoped
public class RehearsalClock {
    private static final Logger LOG = Logger.getLogger(RehearsalClock.class);
    private static final String OFFSET = "SELECT (extract(epoch FROM clock_offset()) * 1000)::bigint";

    private final boolean on;
    private final Sql sql;
    private final TransactionSynchronizationRegistry transactions;

    RehearsalClock(RehearsalConfig config, Sql sql, TransactionSynchronizationRegistry transactions) {
        this.on = config.enabled();
        this.sql = sql;
        this.transactions = transactions;
    }

    /** A rehearsal is one from its first answer on; how far its clock is moved may be learnt a little later. */
    void start(@Observes StartupEvent event) {
        PlatformTime.moveBy(on ? Duration.ZERO : null);
        if (on) {
            LOG.warn("This is a rehearsal: administrators may move its time");
        }
    }

    /** Whether this is a rehearsal at all. */
    public boolean isOn() {
        return on;
    }

    /** As the database has it now. */
    public Duration offset() {
        return sql.first(OFFSET, row -> Duration.ofMillis(row.getLong(1))).orElseThrow();
    }

    /** Moves the clock of the whole service, from the end of the caller's transaction on; milliseconds count. */
    public void moveBy(Duration offset) {
        Duration by = offset.truncatedTo(ChronoUnit.MILLIS);
        sql.first("SELECT move_clock(?)", row -> true, by.toMillis());
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // nothing has moved before it is committed
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    PlatformTime.moveBy(by);
                }
            }
        });
    }

    /** Learns what was set on another instance. While the database is away nothing is decided, and what is known stays. */
    public void follow() {
        try {
            PlatformTime.moveBy(offset());
        } catch (SqlFailure e) {
            LOG.debugf("the rehearsal's clock cannot be read: %s", e.getMessage());
        }
    }

    /** For what no request begins. */
    @Scheduled(
            identity = "follow-rehearsal-clock",
            every = "{mpf.rehearsal.follow-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void followForJobs() {
        if (on) {
            follow();
        }
    }
}
