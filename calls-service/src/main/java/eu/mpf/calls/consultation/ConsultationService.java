package eu.mpf.calls.consultation;

import eu.mpf.calls.CallsProblem;
import eu.mpf.calls.application.Application;
import eu.mpf.calls.application.ApplicationService;
import eu.mpf.calls.call.Call;
import eu.mpf.calls.call.Calls;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.Caller;
import eu.mpf.web.security.Roles;
import eu.mpf.web.subject.PersonHash;
import eu.mpf.web.value.Ids;
import eu.mpf.web.value.Sha256;
import eu.mpf.web.version.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asking for advice and giving it. */
@ApplicationScoped
@Transactional
public class ConsultationService {

    private final Consultations consultations;
    private final ApplicationService applications;
    private final Calls calls;
    private final PersonHash people;
    private final AuditTrail audit;
    private final Caller caller;

    ConsultationService(
            Consultations consultations,
            ApplicationService applications,
            Calls calls,
            PersonHash people,
            AuditTrail audit,
            Caller caller) {
        this.consultations = consultations;
        this.applications = applications;
        this.calls = calls;
        this.people = people;
        this.audit = audit;
        this.caller = caller;
    }

    /**
     * Asks a body. A round asks each body once; a further round begins when it is named.
     *
     * @throws ProblemException 409 when the round asked this body already, 400 for a round that leaves one out
     */
    public Consulted ask(UUID applicationId, Question question) {
        Application application = applications.lockedHandedIn(applicationId);
        List<Consultation> known = consultations.of(applicationId);
        int latest = known.stream().mapToInt(Consultation::round).max().orElse(1);
        int round = question.round() == null ? latest : question.round();
        if (round > latest + 1 || known.isEmpty() && round > 1) {
            throw ProblemException.invalid("/round", "leaves-out", "the latest round is " + latest);
        }
        LocalDate today = today(application);
        if (question.dueOn().isBefore(today)) {
            throw ProblemException.invalid("/dueOn", "past", "it is " + today + " already");
        }
        boolean asked = known.stream()
                .anyMatch(each -> each.round() == round
                        && each.body().equals(question.body())
                        && each.status() != ConsultationStatus.CANCELLED);
        if (asked) {
            throw new ProblemException(
                    CallsProblem.CONSULTATION_STATE, "Round " + round + " asked " + question.body() + " already.");
        }
        Consultation consultation =
                new Consultation(Ids.next(), applicationId, question, hash(question.contact()), round, now());
        consultations.persist(consultation);
        audit.record("consultation.ask", "consultation", consultation.id(), null, question.body(), null);
        return new Consulted(consultation, today);
    }

    private @Nullable String hash(@Nullable String contact) {
        return contact == null ? null : people.ofWritten(contact).orElse(null);
    }

    /** A consultation, and the day it is in the call's zone. */
    public record Consulted(Consultation consultation, LocalDate today) {}

    public Consulted advise(UUID applicationId, UUID id, long version, Consultation.Opinion opinion, String advice) {
        Application application = applications.visible(applicationId);
        Consultation consultation = consultations
                .find("id = ?1 and applicationId = ?2 and consultee = ?3", id, applicationId, caller.subject())
                .firstResultOptional()
                .orElseThrow(() -> ProblemException.notFound("consultation", id));
        Versions.check(version, consultation.version());
        LocalDate today = today(application);
        ConsultationStatus before = consultation.status();
        consultation.advise(opinion, advice, now(), today);
        consultations.flush();
        audit.record(
                "consultation.advise",
                "consultation",
                id,
                Map.of("status", before),
                Map.of("status", consultation.status(), "opinion", opinion, "advice", Sha256.hex(advice)),
                null);
        return new Consulted(consultation, today);
    }

    /** The advice is needed no longer; the body is not reminded of it. */
    public Consulted cancel(UUID applicationId, UUID id, long version, String reason) {
        Application application = applications.visible(applicationId);
        Consultation consultation = consultations.get(applicationId, id);
        Versions.check(version, consultation.version());
        ConsultationStatus before = consultation.status();
        consultation.cancel(now());
        consultations.flush();
        audit.record("consultation.cancel", "consultation", id, before, consultation.status(), reason);
        return new Consulted(consultation, today(application));
    }

    @Transactional(Transactional.TxType.SUPPORTS)
    public Consulted one(UUID applicationId, UUID id) {
        return of(applicationId).stream()
                .filter(each -> each.consultation().id().equals(id))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("consultation", id));
    }

    private LocalDate today(Application application) {
        Call call = calls.get(application.callId());
        return LocalDate.ofInstant(call.now(), call.terms().zone());
    }

    /** Staff and the deciding body see all advice, a consultee its own; the applicant none. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Consulted> of(UUID applicationId) {
        Application application = applications.visible(applicationId);
        LocalDate today = today(application);
        boolean all = caller.hasAnyRole(
                Roles.PROGRAMME_OFFICER,
                Roles.FINANCE_OFFICER,
                Roles.AUDITOR,
                Roles.ADMINISTRATOR,
                Roles.COMMITTEE_MEMBER);
        return consultations.of(applicationId).stream()
                .filter(each -> all || each.consultee().equals(caller.subject()))
                .map(each -> new Consulted(each, today))
                .toList();
    }

    private Instant now() {
        return calls.clock().truncatedTo(ChronoUnit.MILLIS);
    }
}
