package eu.mpf.calls.search;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks for matches and tells owners. Safe with several instances: a match is a row, and a row is told once. */
@ApplicationScoped
class AlertJob {

    private final SavedSearchService searches;

    AlertJob(SavedSearchService searches) {
        this.searches = searches;
    }

    @Scheduled(
            identity = "alert-saved-searches",
            every = "${mpf.calls.alerts-every:30s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        searches.match();
        boolean more = true;
        while (more) {
            more = searches.tellNext();
        }
    }
}
