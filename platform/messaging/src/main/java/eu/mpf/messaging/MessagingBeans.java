package eu.mpf.messaging;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.messaging.inbox.Inbox;
import eu.mpf.messaging.kafka.Broker;
import eu.mpf.messaging.kafka.ClientSettings;
import eu.mpf.messaging.kafka.EventProducer;
import eu.mpf.messaging.outbox.LaneQueue;
import eu.mpf.messaging.outbox.OutboxMeters;
import eu.mpf.messaging.outbox.OutboxWriter;
import eu.mpf.messaging.parking.Parking;
import eu.mpf.messaging.write.LastWrites;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import javax.sql.DataSource;

/** Makes beans of the plain classes, which know nothing of the container. */
class MessagingBeans {

    @Produces
    @Singleton
    Transactions transactions(TransactionManager manager, DataSource dataSource) {
        return new Transactions(manager, dataSource);
    }

    @Produces
    @Singleton
    LaneQueue lanes() {
        return new LaneQueue();
    }

    @Produces
    @Singleton
    LastWrites lastWrites(DataSource dataSource, TransactionSynchronizationRegistry registry) {
        return new LastWrites(dataSource, registry);
    }

    @Produces
    @Singleton
    OutboxWriter outboxWriter(
            LastWrites writes, TransactionSynchronizationRegistry registry, ObjectMapper json, LaneQueue lanes) {
        return new OutboxWriter(writes, registry, json, lanes);
    }

    @Produces
    @Singleton
    OutboxMeters outboxMeters(Transactions transactions, MeterRegistry registry) {
        return new OutboxMeters(transactions, registry);
    }

    @Produces
    @Singleton
    Parking parking(Transactions transactions, LaneQueue lanes) {
        return new Parking(transactions, lanes);
    }

    @Produces
    @Singleton
    Inbox inbox(Transactions transactions, MessagingConfig config) {
        return new Inbox(transactions, config.inbox().concurrency());
    }

    @Produces
    @Singleton
    ClientSettings clientSettings(KafkaConfig config) {
        return new ClientSettings(config.bootstrapServers(), config.client());
    }

    @Produces
    @Singleton
    EventProducer eventProducer(ClientSettings settings, MessagingConfig config) {
        return new EventProducer(settings, config.relay().ackTimeout());
    }

    void close(@Disposes EventProducer producer) {
        producer.close();
    }

    @Produces
    @Singleton
    Broker broker(ClientSettings settings, MessagingConfig config) {
        return new Broker(settings, config.topic().partitions(), config.topic().retention());
    }

    void close(@Disposes Broker broker) {
        broker.close();
    }
}
