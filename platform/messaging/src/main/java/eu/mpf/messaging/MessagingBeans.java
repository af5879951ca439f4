package eu.mpf.messaging;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.messaging.outbox.LaneQueue;
import eu.mpf.messaging.outbox.OutboxWriter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import javax.sql.DataSource;

/** Makes beans of the plain classes, which know nothing of the container. */
class MessagingBeans {

    @Produces
    @Singleton
    LaneQueue lanes() {
        return new LaneQueue();
    }

    @Produces
    @Singleton
    OutboxWriter outboxWriter(
            DataSource dataSource,
            TransactionSynchronizationRegistry transactions,
            ObjectMapper json,
            LaneQueue lanes) {
        return new OutboxWriter(dataSource, transactions, json, lanes);
    }
}
