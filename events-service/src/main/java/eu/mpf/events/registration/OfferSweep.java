package eu.mpf.events.registration;

import eu.mpf.web.sql.Sql;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Passes on offers that lapsed. Two replicas may look at one offer: the lock lets only one of them act. */
@ApplicationScoped
class OfferSweep {
    private final Sql sql;
    private final RegistrationService registrations;

    OfferSweep(Sql sql, RegistrationService registrations) {
        this.sql = sql;
        this.registrations = registrations;
    }

    @Scheduled(every = "${mpf.events.offer-sweep:30s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        for (UUID lapsed : sql.list("""
                SELECT id FROM registration WHERE status = 'OFFERED' AND offer_expires_at < platform_clock()
                ORDER BY offer_expires_at LIMIT 100
                """, row -> row.getObject(1, UUID.class))) {
            try {
                registrations.lapse(lapsed);
            } catch (RuntimeException e) {
                // The others must not wait for one that fails; it is tried again with the next sweep.
                Log.errorf(e, "the offer of registration %s could not be passed on", lapsed);
            }
        }
    }
}
