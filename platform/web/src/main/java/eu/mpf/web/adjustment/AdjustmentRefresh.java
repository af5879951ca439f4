package eu.mpf.web.adjustment;

import eu.mpf.web.WebConfig;
import eu.mpf.web.sql.SqlFailure;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * Learns what was adjusted on other instances. While the database is away what is known holds; an instance that starts
 * without its database begins with what comes with the platform and learns the rest as soon as it can.
 */
@ApplicationScoped
public class AdjustmentRefresh {
    private static final Logger LOG = Logger.getLogger(AdjustmentRefresh.class);

    private final AdjustmentStore store;
    private final Adjustments adjustments;
    private final boolean atStart;
    private long seen;
    private boolean away;

    AdjustmentRefresh(AdjustmentStore store, Adjustments adjustments, WebConfig config) {
        this.store = store;
        this.adjustments = adjustments;
        this.atStart = config.adjustmentsAtStart() && !config.adjustmentsEvery().equals("off");
    }

    void start(@Observes StartupEvent event) {
        if (atStart) {
            refresh();
        }
    }

    /** One small query, and a second one only where something has changed. */
    @Scheduled(
            identity = "refresh-adjustments",
            every = "{mpf.web.adjustments-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public synchronized void refresh() {
        try {
            var mark = store.mark();
            if (mark != seen) {
                adjustments.learn(store.all());
                seen = mark;
            }
            away = false;
        } catch (SqlFailure e) {
            if (!away) {
                LOG.warnf("adjustments made elsewhere are not seen for now: %s", e.getMessage());
            }
            away = true;
        }
    }
}
