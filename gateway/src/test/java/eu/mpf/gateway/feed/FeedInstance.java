package eu.mpf.gateway.feed;

import eu.mpf.gateway.audience.Audiences;
import eu.mpf.gateway.audience.Sight;
import eu.mpf.gateway.kit.FeedServers;
import eu.mpf.messaging.KafkaConfig;
import eu.mpf.messaging.MessagingConfig;
import eu.mpf.messaging.Transactions;
import eu.mpf.messaging.inbox.Inbox;
import eu.mpf.messaging.kafka.Broker;
import eu.mpf.messaging.kafka.ClientSettings;
import eu.mpf.messaging.kafka.EventProducer;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.agroal.narayana.NarayanaTransactionIntegration;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.transaction.TransactionManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.flywaydb.core.Flyway;

/** What one gateway has of the feed, without Quarkus around it: pool, consumer, reader. */
final class FeedInstance implements AutoCloseable {

    static final Audiences AUDIENCES = new Audiences();

    /** An administrator's, who is told of types nobody knows too. */
    static final Sight EVERYTHING = AUDIENCES.sight(List.of("administrator"), null);

    private static final TransactionManager MANAGER = com.arjuna.ats.jta.TransactionManager.transactionManager();

    final AgroalDataSource dataSource;
    final ChangeLog log;
    final FeedIdentity identity;
    private final FeedConsumer consumer;
    private final EventProducer producer;
    private final Broker broker;

    FeedInstance(String database, int concurrency) throws SQLException {
        dataSource = pool(FeedServers.jdbcUrl(database));
        Flyway.configure()
                .dataSource(FeedServers.jdbcUrl(database), FeedServers.owner(), FeedServers.login())
                .placeholders(Map.of("service-role", FeedServers.login(), "rehearsal", "false"))
                .locations("db/platform", "db/migration")
                .outOfOrder(true)
                .load()
                .migrate();
        log = new ChangeLog(dataSource, AUDIENCES);
        identity = log.identity();
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new io.quarkus.runtime.configuration.DurationConverter())
                .withMapping(KafkaConfig.class)
                .withMapping(MessagingConfig.class)
                .withSources(new PropertiesConfigSource(
                        Map.of("mpf.kafka.bootstrap-servers", FeedServers.bootstrapServers()), "test", 100))
                .build();
        MessagingConfig messaging = config.getConfigMapping(MessagingConfig.class);
        KafkaConfig kafka = config.getConfigMapping(KafkaConfig.class);
        ClientSettings settings = new ClientSettings(kafka.bootstrapServers(), Map.of());
        producer = new EventProducer(settings, Duration.ofSeconds(5));
        broker = new Broker(settings, 3, Duration.ofDays(1));
        consumer = new FeedConsumer(
                kafka,
                messaging,
                new Inbox(new Transactions(MANAGER, dataSource), concurrency),
                broker,
                producer,
                new SimpleMeterRegistry());
    }

    private static AgroalDataSource pool(String jdbcUrl) throws SQLException {
        var synchronizations =
                new com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionSynchronizationRegistryImple();
        return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(10)
                        .acquisitionTimeout(Duration.ofSeconds(20))
                        .transactionIntegration(new NarayanaTransactionIntegration(MANAGER, synchronizations))
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(jdbcUrl)
                                .principal(new NamePrincipal(FeedServers.login()))
                                .credential(new SimplePassword(FeedServers.login())))));
    }

    FeedInstance consume(Set<String> topics) {
        consumer.start(identity.consumer(), topics, log);
        return this;
    }

    @Override
    public void close() {
        consumer.close();
        producer.close();
        broker.close();
        dataSource.close();
    }
}
