package eu.mpf.events.registration;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Works off announcements until none is left. */
@ApplicationScoped
class AnnouncementJob {
    private final AnnouncementService service;

    AnnouncementJob(AnnouncementService service) {
        this.service = service;
    }

    @Scheduled(
            identity = "announcements-of-events",
            every = "${mpf.events.announce-every:5s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        boolean more;
        do {
            more = service.tellNext();
        } while (more);
    }
}
