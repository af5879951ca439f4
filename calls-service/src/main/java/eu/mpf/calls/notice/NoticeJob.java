package eu.mpf.calls.notice;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Sends what notices are open. Instances share the work: each takes a notice no other holds. */
@ApplicationScoped
class NoticeJob {

    private final NoticeService notices;

    NoticeJob(NoticeService notices) {
        this.notices = notices;
    }

    @Scheduled(
            identity = "send-call-notices",
            every = "${mpf.calls.notices-every:5s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        boolean more = true;
        while (more) {
            more = notices.step();
        }
    }
}
