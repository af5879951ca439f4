package eu.mpf.calls.consultation;

import eu.mpf.calls.application.ApplicationService;
import eu.mpf.calls.call.Calls;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.Caller;
import eu.mpf.web.security.Roles;
import eu.mpf.web.value.Ids;
import eu.mpf.web.version.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Asking for advice and giving it. */
@ApplicationScoped
@Transactional
public class ConsultationService {

    private final Consultations consultations;
    private final ApplicationService applications;
    private final Calls calls;
    private final AuditTrail audit;
    private final Caller caller;

    ConsultationService(
            Consultations consultations,
            ApplicationService applications,
            Calls calls,
            AuditTrail audit,
            Caller caller) {
        this.consultations = consultations;
        this.applications = applications;
        this.calls = calls;
        this.audit = audit;
        this.caller = caller;
    }

    public Consultation ask(
            UUID applicationId, String body, Consultation.Kind kind, String consultee, LocalDate dueOn) {
        applications.visible(applicationId);
        Consultation consultation = new Consultation(Ids.next(), applicationId, body, kind, consultee, dueOn, now());
        consultations.persist(consultation);
        audit.record("consultation.ask", "consultation", consultation.id(), null, body, null);
        return consultation;
    }

    public Consultation advise(UUID applicationId, UUID id, long version, Consultation.Opinion opinion, String advice) {
        Consultation consultation = consultations
                .find("id = ?1 and applicationId = ?2 and consultee = ?3", id, applicationId, caller.subject())
                .firstResultOptional()
                .orElseThrow(() -> ProblemException.notFound("consultation", id));
        Versions.check(version, consultation.version());
        Instant now = now();
        consultation.advise(opinion, advice, now, LocalDate.ofInstant(now, ZoneOffset.UTC));
        consultations.flush();
        audit.record("consultation.advise", "consultation", id, null, opinion, null);
        return consultation;
    }

    /** Staff and the deciding body see all advice, a consultee its own; the applicant none. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Consultation> of(UUID applicationId) {
        applications.visible(applicationId);
        boolean all = caller.hasAnyRole(
                Roles.PROGRAMME_OFFICER,
                Roles.FINANCE_OFFICER,
                Roles.AUDITOR,
                Roles.ADMINISTRATOR,
                Roles.COMMITTEE_MEMBER);
        return all
                ? consultations.list("applicationId = ?1 order by id", applicationId)
                : consultations.list(
                        "applicationId = ?1 and consultee = ?2 order by id", applicationId, caller.subject());
    }

    private Instant now() {
        return calls.clock().truncatedTo(ChronoUnit.MILLIS);
    }
}
