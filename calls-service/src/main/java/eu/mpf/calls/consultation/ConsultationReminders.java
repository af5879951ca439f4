package eu.mpf.calls.consultation;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks for consultations that are nearly due. */
@ApplicationScoped
class ConsultationReminders {

    private final ConsultationReminderService service;

    ConsultationReminders(ConsultationReminderService service) {
        this.service = service;
    }

    @Scheduled(
            identity = "remind-consultees",
            every = "{mpf.calls.consultation.remind-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void remind() {
        while (service.remind() > 0) {
            // A hundred at a time, each lot in a transaction of its own.
        }
    }
}
