package eu.mpf.events.registration;

import eu.mpf.web.sql.Sql;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Goes on where many seats fell free at once, portion by portion. Two replicas take turns: the counters are locked. */
@ApplicationScoped
class PassOnJob {
    private final Sql sql;
    private final RegistrationService registrations;

    PassOnJob(Sql sql, RegistrationService registrations) {
        this.sql = sql;
        this.registrations = registrations;
    }

    @Scheduled(
            identity = "pass-on-seats",
            every = "${mpf.events.pass-on-every:2s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        for (UUID scope : sql.list(
                "SELECT DISTINCT scope_id FROM seat_counter WHERE passing_on", row -> row.getObject(1, UUID.class))) {
            try {
                passOn(scope);
            } catch (RuntimeException e) {
                // The others must not wait for one that fails; it is tried again with the next run.
                Log.errorf(e, "the seats of %s could not be passed on", scope);
            }
        }
    }

    private void passOn(UUID scope) {
        boolean more;
        do {
            more = registrations.passOn(scope);
        } while (more);
    }
}
