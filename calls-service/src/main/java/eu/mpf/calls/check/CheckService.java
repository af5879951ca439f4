package eu.mpf.calls.check;

import eu.mpf.calls.CallsProblem;
import eu.mpf.calls.application.Application;
import eu.mpf.calls.application.ApplicationCommand;
import eu.mpf.calls.application.ApplicationService;
import eu.mpf.calls.application.ApplicationStatus;
import eu.mpf.calls.application.EligibilityCheck;
import eu.mpf.calls.application.Step;
import eu.mpf.calls.call.Call;
import eu.mpf.calls.call.CallTerms;
import eu.mpf.calls.call.Calls;
import eu.mpf.calls.call.CheckRules;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.Caller;
import eu.mpf.web.value.Ids;
import eu.mpf.web.value.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Checking what was handed in, and asking the applicant about it. */
@ApplicationScoped
@Transactional
public class CheckService {

    private final ClarificationRequests requests;
    private final ApplicationService applications;
    private final Calls calls;
    private final ClarificationMail mail;
    private final AuditTrail audit;
    private final Caller caller;

    CheckService(
            ClarificationRequests requests,
            ApplicationService applications,
            Calls calls,
            ClarificationMail mail,
            AuditTrail audit,
            Caller caller) {
        this.requests = requests;
        this.applications = applications;
        this.calls = calls;
        this.mail = mail;
        this.audit = audit;
        this.caller = caller;
    }

    /** Records the result, by the check-list of the edition the application was handed in under. */
    public Application check(
            UUID id, long version, boolean eligible, List<EligibilityCheck.Item> checklist, @Nullable String note) {
        Application application = applications.visible(id);
        Checklist.require(terms(application).check(), checklist, eligible);
        return applications.check(id, version, eligible, checklist, note);
    }

    private CallTerms terms(Application application) {
        Integer edition = application.callEdition();
        return edition == null ? calls.get(application.callId()).terms() : calls.termsOf(application.callId(), edition);
    }

    /** Asks the applicant; the clock of the check stands still until the answer, at the longest until it is due. */
    public Application ask(UUID id, long version, String question, List<String> items, @Nullable Instant dueAt) {
        Application application = applications.move(id, version, ApplicationCommand.RETURN, question);
        Call call = calls.get(application.callId());
        CheckRules rules = terms(application).check();
        for (int i = 0; i < items.size(); i++) {
            if (rules == null || rules.item(items.get(i)).isEmpty()) {
                throw ProblemException.invalid("/items/" + i, "unknown-item", "not on the check-list of the call");
            }
        }
        Instant now = call.now().truncatedTo(ChronoUnit.MILLIS);
        int days = (rules == null ? CheckRules.NONE : rules).clarificationDaysOrDefault();
        Instant due = dueAt == null ? now.plus(Duration.ofDays(days)) : dueAt;
        if (!due.isAfter(now)) {
            throw ProblemException.invalid("/dueAt", "past", "it is " + now + " already");
        }
        ClarificationRequest request =
                new ClarificationRequest(Ids.next(), id, question, items, caller.subject(), now, due);
        requests.persist(request);
        mail.queue(application, call, request);
        audit.record(
                "clarification.ask",
                "application",
                id,
                null,
                Map.of("request", request.id(), "items", items, "question", Sha256.hex(question)),
                null);
        return application;
    }

    /** The applicant hands in again, with an answer in words if it likes. */
    public ApplicationService.Handed answer(UUID id, long version, @Nullable String answer) {
        ApplicationService.Handed handed = applications.resume(id, version);
        requests.open(id).ifPresent(request -> request.answer(answer, now()));
        audit.record(
                "clarification.answer",
                "application",
                id,
                null,
                Map.of("answer", answer == null ? "none" : Sha256.hex(answer)),
                null);
        return handed;
    }

    /** Goes on without an answer, once the question is overdue. */
    public Application lapse(UUID id, UUID requestId, long version) {
        ClarificationRequest request = requests.of(id, requestId);
        request.lapse(now());
        Application application = applications.lapse(id, version, "No answer by " + request.dueAt());
        audit.record(
                "clarification.lapse", "application", id, Map.of("open", requestId), Map.of("lapsed", requestId), null);
        return application;
    }

    @Transactional(Transactional.TxType.SUPPORTS)
    public List<ClarificationRequest> requests(UUID id) {
        applications.visible(id);
        return requests.of(id);
    }

    /** @throws ProblemException 404 before anything of the full application was handed in */
    @Transactional(Transactional.TxType.SUPPORTS)
    public CheckClock clock(UUID id) {
        Application application = applications.visible(id);
        Instant started = application.steps().stream()
                .filter(CheckService::starts)
                .map(Step::at)
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new ProblemException(
                        CallsProblem.APPLICATION_STATE, "The full application was not handed in."));
        Instant sealed = applications.seal(application);
        EligibilityCheck result = application.eligibility();
        CheckRules rules = terms(application).check();
        return CheckClock.of(
                sealed == null || sealed.isBefore(started) ? started : sealed,
                result == null ? null : result.checkedAt(),
                requests.of(id).stream().map(ClarificationRequest::pause).toList(),
                rules == null ? null : rules.days(),
                now());
    }

    /** A review that overturns an exclusion starts the check anew. */
    private static boolean starts(Step step) {
        return step.command() == ApplicationCommand.SUBMIT
                || step.command() == ApplicationCommand.REOPEN && step.to() == ApplicationStatus.SUBMITTED;
    }

    private Instant now() {
        return calls.clock().truncatedTo(ChronoUnit.MILLIS);
    }
}
