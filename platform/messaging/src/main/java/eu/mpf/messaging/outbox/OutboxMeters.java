package eu.mpf.messaging.outbox;

import eu.mpf.messaging.Transactions;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.ResultSet;
import java.sql.Statement;

/** What operators watch: how much waits, how long it has waited, what is parked, what was sent and what failed. */
public final class OutboxMeters {

    private static final String SAMPLE = """
            SELECT count(*), coalesce(extract(epoch FROM clock_timestamp() - min(created_at)), 0),
                   (SELECT count(*) FROM parked_aggregate)
            FROM outbox_event""";

    private record Sample(double pending, double oldestAge, double parked) {}

    private final Transactions transactions;
    private final Counter sent;
    private final Counter failed;
    private volatile Sample sample = new Sample(0, 0, 0);

    public OutboxMeters(Transactions transactions, MeterRegistry registry) {
        this.transactions = transactions;
        this.sent = Counter.builder("outbox.sent")
                .description("Events acknowledged by Kafka")
                .register(registry);
        this.failed = Counter.builder("outbox.failed")
                .description("Attempts to send waiting events that did not succeed entirely")
                .register(registry);
        Gauge.builder("outbox.pending", () -> sample.pending)
                .description("Events waiting in the outbox")
                .register(registry);
        Gauge.builder("outbox.oldest.age.seconds", () -> sample.oldestAge)
                .description("Age of the oldest waiting event, in seconds")
                .register(registry);
        Gauge.builder("outbox.parked", () -> sample.parked)
                .description("Aggregates whose events Kafka refuses")
                .register(registry);
    }

    /** Reads the gauges' values anew. */
    public void refresh() {
        sample = transactions.run(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(SAMPLE)) {
                row.next();
                return new Sample(row.getDouble(1), row.getDouble(2), row.getDouble(3));
            }
        });
    }

    void sent(int events) {
        sent.increment(events);
    }

    void failed() {
        failed.increment();
    }
}
