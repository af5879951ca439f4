package eu.mpf.events.retention;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks through all events for what is kept no longer. */
@ApplicationScoped
public class RetentionJob {
    private final RetentionService service;

    RetentionJob(RetentionService service) {
        this.service = service;
    }

    /** One event's failure does not keep the others' data longer. */
    @Scheduled(
            identity = "retention-of-registrations",
            every = "${mpf.events.retention-sweep:1h}",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void sweep() {
        for (RetentionPlan plan : service.plans()) {
            try {
                service.apply(plan);
            } catch (RuntimeException e) {
                Log.errorf(e, "personal data of event %s could not be deleted; it is tried again", plan.eventId());
            }
        }
    }
}
