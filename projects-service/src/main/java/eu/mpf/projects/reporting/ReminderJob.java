package eu.mpf.projects.reporting;

import eu.mpf.projects.project.Today;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks for reminders that have come due. */
@ApplicationScoped
class ReminderJob {

    private final ReminderService reminders;

    ReminderJob(ReminderService reminders) {
        this.reminders = reminders;
    }

    @Scheduled(
            identity = "remind-of-reports",
            every = "{mpf.projects.reporting.remind-every}",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void remind() {
        reminders.remind(Today.day());
    }
}
