package eu.mpf.web.audit;

import eu.mpf.messaging.Outbox;
import eu.mpf.messaging.OutgoingEvent;
import eu.mpf.web.ServiceName;
import eu.mpf.web.WebConfig;
import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HexFormat;

/**
 * Tells the chain's head to Kafka now and then, out of reach of whoever can change the database: given to {@code :verify},
 * it shows a chain that was cut or written anew.
 */
@ApplicationScoped
class AuditAnchor {
    private final Sql sql;
    private final Outbox outbox;
    private final WebConfig config;
    private final String service;

    AuditAnchor(Sql sql, Outbox outbox, WebConfig config, ServiceName service) {
        this.sql = sql;
        this.outbox = outbox;
        this.config = config;
        this.service = service.name();
    }

    /** The last seal of the chain. */
    record Head(String service, long position, String hash, Instant sealedAt) {}

    /** Publishes the head in the sealer's transaction, unless another was published a moment ago. */
    void drop(long position, byte[] hash) {
        if (sql.update("""
            INSERT INTO audit_anchor (one, position, dropped_at) VALUES (true, ?, now())
            ON CONFLICT (one) DO UPDATE SET position = excluded.position, dropped_at = excluded.dropped_at
            WHERE audit_anchor.dropped_at <= now() - make_interval(secs => ?)\
            """, position, (double) config.audit().anchorInterval().toSeconds()) == 0) {
            return;
        }
        outbox.publish(new OutgoingEvent(
                "mpf.%s.audit.v1".formatted(service),
                "eu.mpf.%s.audit.sealed.v1".formatted(service),
                service,
                position,
                new Head(service, position, HexFormat.of().formatHex(hash), Instant.now())));
    }
}
