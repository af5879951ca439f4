package eu.mpf.messaging;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.embedded.PostgresServer;
import eu.mpf.messaging.kafka.Broker;
import eu.mpf.messaging.kafka.ClientSettings;
import eu.mpf.messaging.kafka.EventProducer;
import eu.mpf.messaging.outbox.LaneDrain;
import eu.mpf.messaging.outbox.LaneQueue;
import eu.mpf.messaging.outbox.OutboxMeters;
import eu.mpf.messaging.outbox.OutboxWriter;
import eu.mpf.messaging.outbox.Relay;
import eu.mpf.messaging.write.LastWrites;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.agroal.narayana.NarayanaTransactionIntegration;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One instance of a service as the container would wire it: its own pool, producer, lane queue and relay. */
public final class TestService implements AutoCloseable {

    private static final TransactionManager MANAGER = com.arjuna.ats.jta.TransactionManager.transactionManager();
    public static final TransactionSynchronizationRegistry REGISTRY =
            new com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionSynchronizationRegistryImple();
    private static final Duration ACK_TIMEOUT = Duration.ofSeconds(5);

    public final AgroalDataSource dataSource;
    public final Transactions transactions;
    public final LaneQueue lanes = new LaneQueue();
    public final OutboxWriter writer;
    public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    public final OutboxMeters outboxMeters;
    public final ClientSettings kafka;
    public final EventProducer producer;
    public final Broker broker;
    public final LaneDrain drain;
    public final Relay relay;

    public TestService(String database) {
        this(database, 2, 500);
    }

    public TestService(String database, int workers, int batchSize) {
        this(TestStack.jdbcUrl(database), database, TestStack.bootstrapServers(), workers, batchSize);
    }

    public TestService(String jdbcUrl, String login, String bootstrapServers, int workers, int batchSize) {
        dataSource = pool(jdbcUrl, login);
        transactions = new Transactions(MANAGER, dataSource);
        writer = new OutboxWriter(new LastWrites(dataSource, REGISTRY), REGISTRY, new ObjectMapper(), lanes);
        outboxMeters = new OutboxMeters(transactions, meters);
        kafka = new ClientSettings(bootstrapServers, Map.of());
        producer = new EventProducer(kafka, ACK_TIMEOUT);
        broker = new Broker(kafka, 3, Duration.ofDays(1));
        drain = new LaneDrain(transactions, producer, broker, "test-service", outboxMeters, batchSize, ACK_TIMEOUT);
        relay = new Relay(transactions, lanes, drain, broker, workers, Duration.ofMillis(100), Duration.ofSeconds(2));
    }

    private static AgroalDataSource pool(String jdbcUrl, String login) {
        var configuration = new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(16)
                        .acquisitionTimeout(Duration.ofSeconds(20))
                        .transactionIntegration(new NarayanaTransactionIntegration(MANAGER, REGISTRY))
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(jdbcUrl)
                                .principal(new NamePrincipal(PostgresServer.owner(login)))
                                .credential(new SimplePassword(login))));
        try {
            return AgroalDataSource.from(configuration);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public TestService startRelay() {
        relay.start();
        return this;
    }

    /** Publishes in a transaction of its own. */
    public void publish(OutgoingEvent... events) {
        transactions.run(connection -> {
            writer.write(List.of(events));
            return true;
        });
    }

    public int execute(String sql) {
        return transactions.run(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.executeUpdate(sql);
            }
        });
    }

    /** As a listener's use case would: on the connection of the transaction that is open. */
    public void executeInCallersTransaction(String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public long count(String query) {
        return transactions.run(connection -> number(connection, query));
    }

    /** The number a statement answers, in the transaction that is open. */
    public static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() {
        relay.close();
        producer.close();
        broker.close();
        dataSource.close();
    }
}
