package eu.mpf.calls.clarification;

import eu.mpf.calls.CallsProblem;
import eu.mpf.calls.call.Call;
import eu.mpf.calls.call.CallService;
import eu.mpf.calls.call.CallStatus;
import eu.mpf.calls.call.Calls;
import eu.mpf.calls.call.Deadline;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.codelist.CodeCheck;
import eu.mpf.web.codelist.CodeLists;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.problem.Violations;
import eu.mpf.web.security.Caller;
import eu.mpf.web.value.Ids;
import eu.mpf.web.value.LocalizedText;
import eu.mpf.web.version.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asking and answering. */
@ApplicationScoped
@Transactional
public class ClarificationService {

    private final Clarifications clarifications;
    private final Calls calls;
    private final CallService callService;
    private final CodeLists lists;
    private final AuditTrail audit;
    private final Caller caller;

    ClarificationService(
            Clarifications clarifications,
            Calls calls,
            CallService callService,
            CodeLists lists,
            AuditTrail audit,
            Caller caller) {
        this.clarifications = clarifications;
        this.calls = calls;
        this.callService = callService;
        this.lists = lists;
        this.audit = audit;
        this.caller = caller;
    }

    /** @param language in which it is asked, as codes, aliases and names of the list languages; the call's binding one if absent */
    public Clarification ask(UUID callId, @Nullable String language, String question) {
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
                Ids.next(),
                callId,
                language == null ? call.terms().binding() : tag(language),
                question,
                caller.subject(),
                call.now().truncatedTo(ChronoUnit.MILLIS));
        clarifications.persist(asked);
        audit.record("clarification.ask", "clarification", asked.id(), null, Map.of("call", callId), null);
        return asked;
    }

    private String tag(String language) {
        Violations violations = new Violations();
        String tag = new CodeCheck(lists, Set.of(), violations).code("languages", language, "/language");
        violations.throwIfAny();
        return tag;
    }

    public Clarification answer(UUID callId, UUID id, long version, Answer answer) {
        String binding = calls.get(callId).terms().binding();
        Clarification clarification = clarifications.get(callId, id);
        Versions.check(version, clarification.version());
        Wording before = clarification.wording(binding);
        clarification.answer(binding, answer, calls.clock().truncatedTo(ChronoUnit.MILLIS));
        clarifications.flush();
        Wording after = clarification.wording(binding);
        callService.clarified(callId, id, after.language(), after.question(), Objects.requireNonNull(after.answer()));
        audit.record(
                "clarification.answer",
                "clarification",
                id,
                state(version, before),
                state(clarification.version(), after),
                null);
        return clarification;
    }

    private static Map<String, Object> state(long version, Wording wording) {
        LocalizedText answer = wording.answer();
        return answer == null ? Map.of("version", version) : Map.of("version", version, "answer", answer);
    }

    @Transactional(Transactional.TxType.SUPPORTS)
    public Clarification get(UUID callId, UUID id) {
        return clarifications.get(callId, id);
    }
}
