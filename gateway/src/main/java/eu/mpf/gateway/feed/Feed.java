package eu.mpf.gateway.feed;

import eu.mpf.gateway.GatewayConfig;
import eu.mpf.gateway.audience.Audiences;
import eu.mpf.gateway.database.DatabaseReady;
import eu.mpf.web.problem.CommonProblem;
import eu.mpf.web.problem.ProblemException;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The feed as the gateway sees it. The start waits for nothing: once the database is there, the consumer is brought up in
 * the background, and tried again until the broker is there too.
 */
@ApplicationScoped
public class Feed {

    private static final Logger LOG = Logger.getLogger(Feed.class);
    private static final long FIRST_RETRY_MS = 1_000;
    private static final Duration FORGET_INTERVAL = Duration.ofHours(1);

    /** In place of a cursor: nothing that has happened so far. */
    private static final String NOW = "now";

    private final GatewayConfig.Gateway.Feed config;
    private final FeedConsumer consumer;
    private final ChangeLog log;
    private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("feed-", 0).factory());
    private volatile @Nullable FeedIdentity identity;

    Feed(GatewayConfig config, DataSource dataSource, FeedConsumer consumer, Audiences audiences) {
        this.config = config.gateway().feed();
        this.consumer = consumer;
        this.log = new ChangeLog(dataSource, audiences);
    }

    void start(@Observes DatabaseReady event) {
        background.execute(() -> bringUp(FIRST_RETRY_MS));
        background.scheduleWithFixedDelay(
                this::forget, FORGET_INTERVAL.toMinutes(), FORGET_INTERVAL.toMinutes(), TimeUnit.MINUTES);
    }

    private void bringUp(long pause) {
        try {
            FeedIdentity known = identity;
            if (known == null) {
                known = log.identity();
                identity = known;
            }
            consumer.start(known.consumer(), config.topics(), log);
            LOG.info("The change feed is up");
        } catch (SQLException | KafkaException e) {
            if (background.isShutdown()) {
                return;
            }
            LOG.warnf("The change feed is not up yet, trying again in %d s: %s", pause / 1_000, firstLine(e));
            long next = Math.min(2 * pause, config.longestRetry().toMillis());
            background.schedule(() -> bringUp(next), pause, TimeUnit.MILLISECONDS);
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private void forget() {
        if (identity == null) {
            return;
        }
        try {
            long removed = log.forget(config.retention());
            consumer.forget();
            LOG.debugf("%d changes were older than %s", removed, config.retention());
        } catch (SQLException | RuntimeException e) {
            // Thrown on, it would end the schedule.
            LOG.warnf("old changes were not removed: %s", e.getMessage());
        }
    }

    /**
     * Changes behind a position, or from the beginning.
     *
     * @throws ProblemException if the position cannot be gone on from, or the database is away
     */
    ChangeLog.Found read(@Nullable Long after, TypeFilter filter, int limit) {
        Cursors cursors = cursors();
        try {
            return log.read(after, filter, limit, cursors);
        } catch (SQLException e) {
            throw away(e);
        }
    }

    /** Whether the topics are being copied into the feed. */
    public boolean follows() {
        return consumer.runs();
    }

    /** The last visible position; see {@link #read} for what is thrown. */
    long head() {
        try {
            return log.head();
        } catch (SQLException e) {
            throw away(e);
        }
    }

    /** Writes and reads cursors; there is no way to tell a good one while the database has never been seen. */
    Cursors cursors() {
        FeedIdentity known = identity;
        if (known == null) {
            throw unavailable();
        }
        return known.cursors();
    }

    private static ProblemException away(SQLException e) {
        LOG.warnf("the change feed cannot be read: %s", e.getMessage());
        return unavailable();
    }

    private static ProblemException unavailable() {
        return new ProblemException(
                CommonProblem.UNAVAILABLE, "The change feed cannot be read at the moment. Nothing is lost meanwhile.");
    }

    /** The position of a cursor or of {@code now}, or null for the beginning. */
    @Nullable
    Long position(@Nullable String cursor, String parameter) {
        if (NOW.equals(cursor)) {
            cursors();
            try {
                return log.end();
            } catch (SQLException e) {
                throw away(e);
            }
        }
        return cursor == null || cursor.isEmpty() ? null : cursors().position(cursor, parameter);
    }

    /** One page of the feed. */
    ChangePage page(@Nullable String after, TypeFilter filter, int pageSize) {
        ChangeLog.Found found = read(position(after, "after"), filter, pageSize);
        String next = found.caughtUp() ? cursors().anew(found.end()) : cursors().at(found.end());
        return new ChangePage(found.changes(), next, found.caughtUp());
    }

    void stop(@Observes ShutdownEvent event) {
        background.shutdownNow();
        consumer.close();
    }
}
