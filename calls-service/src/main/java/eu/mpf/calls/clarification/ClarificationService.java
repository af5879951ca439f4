package eu.mpf.calls.clarification;

import eu.mpf.calls.CallsProblem;
import eu.mpf.calls.call.Call;
import eu.mpf.calls.call.CallService;
import eu.mpf.calls.call.CallStatus;
import eu.mpf.calls.call.Calls;
import eu.mpf.calls.call.Deadline;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.Caller;
import eu.mpf.web.value.Ids;
import eu.mpf.web.version.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asking and answering. */
@ApplicationScoped
@Transactional
public class ClarificationService {

    private final Clarifications clarifications;
    private final Calls calls;
    private final CallService callService;
    private final AuditTrail audit;
    private final Caller caller;

    ClarificationService(
            Clarifications clarifications, Calls calls, CallService callService, AuditTrail audit, Caller caller) {
        this.clarifications = clarifications;
        this.calls = calls;
        this.callService = callService;
        this.audit = audit;
        this.caller = caller;
    }

    public Clarification ask(UUID callId, String question) {
        Call call = calls.get(callId);
        if (!call.isPublic()) {
            throw ProblemException.notFound("call", callId);
        }
        Instant until = call.terms().questionsUntilAt();
        if (until != null && !Deadline.admits(until, call.now())) {
            throw new ProblemException(CallsProblem.DEADLINE_PASSED, "Questions were taken until " + until + ".");
        }
        if (call.status() == CallStatus.CLOSED || call.status() == CallStatus.CANCELLED) {
            throw new ProblemException(CallsProblem.CALL_NOT_OPEN, "The call is " + call.status() + ".");
        }
        Clarification asked = new Clarification(
                Ids.next(), callId, question, caller.subject(), call.now().truncatedTo(ChronoUnit.MILLIS));
        clarifications.persist(asked);
        audit.record("clarification.ask", "clarification", asked.id(), null, Map.of("call", callId), null);
        return asked;
    }

    public Clarification answer(UUID callId, UUID id, long version, @Nullable String rewordedQuestion, String text) {
        Clarification clarification = clarifications.get(callId, id);
        Versions.check(version, clarification.version());
        String before = clarification.answer();
        clarification.answer(rewordedQuestion, text, calls.clock().truncatedTo(ChronoUnit.MILLIS));
        clarifications.flush();
        callService.clarified(callId, id, clarification.question(), text);
        audit.record("clarification.answer", "clarification", id, before, text, null);
        return clarification;
    }

    @Transactional(Transactional.TxType.SUPPORTS)
    public Clarification get(UUID callId, UUID id) {
        return clarifications.get(callId, id);
    }
}
