package eu.mpf.gateway.health;

import eu.mpf.gateway.feed.Feed;
import eu.mpf.messaging.kafka.Broker;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * What the gateway's own resources stand on: its database, the broker, and the consumer that fills the change feed.
 * Forwarding needs none of them.
 */
@ApplicationScoped
public class OwnParts {

    private static final Logger LOG = Logger.getLogger(OwnParts.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration BROKER_PATIENCE = Duration.ofSeconds(1);
    private static final int DATABASE_PATIENCE_SECONDS = 1;

    private final DataSource dataSource;
    private final Broker broker;
    private final Feed feed;

    OwnParts(DataSource dataSource, Broker broker, Feed feed) {
        this.dataSource = dataSource;
        this.broker = broker;
        this.feed = feed;
    }

    /** Asks all at once; none takes longer than two seconds to be found up or down. */
    List<CompletableFuture<PartState>> ask() {
        return List.of(
                ask("database", this::databaseAnswers),
                ask("broker", () -> broker.answers(BROKER_PATIENCE)),
                ask("feed", feed::follows));
    }

    private boolean databaseAnswers() {
        try (Connection connection = dataSource.getConnection()) {
            return connection.isValid(DATABASE_PATIENCE_SECONDS);
        } catch (SQLException e) {
            LOG.debugf("the gateway's database does not answer: %s", e.getMessage());
            return false;
        }
    }

    private static CompletableFuture<PartState> ask(String name, BooleanSupplier answers) {
        long start = System.nanoTime();
        return CompletableFuture.supplyAsync(
                        answers::getAsBoolean,
                        task -> Thread.ofVirtual().name("health-" + name).start(task))
                .completeOnTimeout(false, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .handle((up, failure) -> PartState.of(name, failure == null && up, start));
    }
}
