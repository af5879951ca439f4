package eu.mpf.calls.application;

import eu.mpf.calls.CallsProblem;
import eu.mpf.calls.call.Call;
import eu.mpf.calls.call.CallStatus;
import eu.mpf.calls.call.Calls;
import eu.mpf.calls.call.Deadline;
import eu.mpf.calls.eligibility.RuleFailure;
import eu.mpf.calls.eligibility.Stage;
import eu.mpf.messaging.Outbox;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.problem.FieldError;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.Caller;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Handing in, and what follows until the evaluation. */
@ApplicationScoped
@Transactional
public class ApplicationService {

    /**
     * Without the guard of the deadline, only where a benchmark wants to see that its checker notices: a system property is
     * no configuration key, so no deployment can set it by accident.
     */
    private static final boolean UNGUARDED = Boolean.getBoolean("mpf.negative-control.no-deadline");

    static {
        if (UNGUARDED) {
            Log.error("the deadline is NOT guarded: this is a negative control, and it takes what comes too late");
        }
    }

    private final Applications applications;
    private final Calls calls;
    private final RuleCheck rules;
    private final Attachments attachments;
    private final Desk desk;
    private final Event<ContentReplaced> replaced;
    private final InvitationMail invitations;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Caller caller;

    ApplicationService(
            Applications applications,
            Calls calls,
            RuleCheck rules,
            Attachments attachments,
            Desk desk,
            Event<ContentReplaced> replaced,
            InvitationMail invitations,
            Outbox outbox,
            AuditTrail audit,
            Caller caller) {
        this.applications = applications;
        this.calls = calls;
        this.rules = rules;
        this.attachments = attachments;
        this.desk = desk;
        this.replaced = replaced;
        this.invitations = invitations;
        this.outbox = outbox;
        this.audit = audit;
        this.caller = caller;
    }

    /**
     * A dry run: every rule that fails. A draft is judged by the edition in force now, what was handed in by that of its
     * submission.
     */
    public Validation validate(UUID id) {
        Application application = visible(id);
        refuseSealed(application);
        Call call = calls.get(application.callId());
        boolean draft = drafting(application);
        Stage stage = draft ? application.stage(call.terms().conceptNote()) : application.handedInFor();
        Desk.Judged judged =
                draft ? new Desk.Judged(call.edition(), call.terms(), true) : handedInUnder(application, call);
        List<Attachment> files = application.reading().shown() == null ? attachments.of(id) : desk.lastFiles(id);
        List<RuleFailure> failures = failures(application, stage, call, judged, files);
        return new Validation(failures.isEmpty(), stage, judged.edition(), failures);
    }

    /** Whether it is a draft to this reader, which would be handed in anew. */
    private static boolean drafting(Application application) {
        return application.reading().shown() == null
                && application.isOpenToEdits()
                && application.status() != ApplicationStatus.RETURNED;
    }

    /** Rule 2: what was handed in is judged by the edition in force then, whatever money is left. */
    private Desk.Judged handedInUnder(Application application, Call call) {
        Integer edition = application.callEdition();
        return edition == null
                ? new Desk.Judged(call.edition(), call.terms(), false)
                : new Desk.Judged(edition, calls.termsOf(call.id(), edition), false);
    }

    private List<RuleFailure> failures(
            Application application, Stage stage, Call call, Desk.Judged judged, List<Attachment> files) {
        return rules.failures(application, stage, call, judged.terms(), files).stream()
                .filter(failure -> judged.money() || !failure.ruleId().equals(FormCheck.DEPLETED))
                .toList();
    }

    /**
     * Hands in. The application's row is locked first and the clock that decides is read after that, in this transaction,
     * once nothing can come in between. What counts is when the request came: its wait in our queues is not the applicant's.
     */
    public Handed submit(UUID id, long version) {
        Application application = applications.own(id, caller.requireOrganisation(), version);
        Instant now = calls.taking(application.callId()).truncatedTo(ChronoUnit.MILLIS);
        Call call = calls.get(application.callId());
        Stage stage = application.stage(call.terms().conceptNote());
        List<Attachment> files = requireSubmittable(application, stage, call, now);
        Desk.Judged judged = new Desk.Judged(call.edition(), call.terms(), true);
        Submission submission = desk.take(application, stage, call, judged, files, now);
        Instant sealed = call.terms().sealedUntil(stage, now).orElse(null);
        if (application.wasHandedInFor(stage)) {
            replaced.fire(new ContentReplaced(id, stage, now));
        }
        ApplicationStatus before = application.status();
        ApplicationEvent event = application.submit(stage, call.edition(), sealed, now);
        tell(application, before, event, Map.of("content", submission.contentHash()), null);
        return new Handed(application, submission);
    }

    /** Whether it could be handed in now; does nothing. */
    public void checkSubmit(UUID id, long version) {
        Application application = applications.own(id, caller.requireOrganisation(), version);
        Instant now = calls.taking(application.callId()).truncatedTo(ChronoUnit.MILLIS);
        Call call = calls.get(application.callId());
        requireSubmittable(application, application.stage(call.terms().conceptNote()), call, now);
    }

    /** What is handed in together with the content, once nothing stands against it. */
    private List<Attachment> requireSubmittable(Application application, Stage stage, Call call, Instant now) {
        application.require(
                stage == Stage.CONCEPT_NOTE ? ApplicationCommand.SUBMIT_CONCEPT : ApplicationCommand.SUBMIT);
        requireTaking(call, stage, now);
        List<Attachment> files =
                requireRules(application, stage, call, new Desk.Judged(call.edition(), call.terms(), true));
        // One may have come while this request waited.
        files.forEach(file -> requireInTime(call, stage, file.uploadedAt()));
        return files;
    }

    /**
     * Hands in again after a question of the officer; no deadline stands against an answer that was asked for, nor a
     * corrigendum since, nor that the money has run out meanwhile.
     */
    public Handed resume(UUID id, long version) {
        Application application = applications.own(id, caller.requireOrganisation(), version);
        application.require(ApplicationCommand.RESUME);
        Call call = calls.get(application.callId());
        Desk.Judged judged = handedInUnder(application, call);
        List<Attachment> files = requireRules(application, Stage.FULL_APPLICATION, call, judged);
        String before = desk.lastSubmission(id).contentHash();
        Instant now = call.now().truncatedTo(ChronoUnit.MILLIS);
        Submission submission = desk.take(application, Stage.FULL_APPLICATION, call, judged, files, now);
        if (!submission.contentHash().equals(before)) {
            replaced.fire(new ContentReplaced(id, Stage.FULL_APPLICATION, now));
        }
        ApplicationStatus status = application.status();
        tell(application, status, application.resume(now), Map.of("content", submission.contentHash()), null);
        return new Handed(application, submission);
    }

    /** Goes on without the answer: content, partners and files are again what was handed in last. */
    public Application lapse(UUID id, long version, String reason) {
        Application application = applications.handedIn(id, version);
        Instant now = calls.clock().truncatedTo(ChronoUnit.MILLIS);
        ApplicationStatus before = application.status();
        application.lapse(desk.last(id), reason, now);
        attachments.restore(id, desk.lastFiles(id));
        applications.flush();
        audit.record("application.RESUME", "application", id, before, application.status(), reason);
        return application;
    }

    private static void requireTaking(Call call, Stage stage, Instant now) {
        if (UNGUARDED) {
            return;
        }
        requireInTime(call, stage, now);
        CallStatus status = call.statusAt(now);
        if (status != CallStatus.OPEN) {
            throw new ProblemException(CallsProblem.CALL_NOT_OPEN, "The call is " + status + ".");
        }
    }

    private static void requireInTime(Call call, Stage stage, Instant came) {
        Optional<Instant> deadline = call.terms().deadlineFor(stage);
        if (!UNGUARDED && deadline.isPresent() && !Deadline.admits(deadline.get(), came)) {
            throw new ProblemException(
                    CallsProblem.DEADLINE_PASSED, "The deadline was " + deadline.get() + ", this came " + came + ".");
        }
    }

    private List<Attachment> requireRules(Application application, Stage stage, Call call, Desk.Judged judged) {
        List<Attachment> files = attachments.of(application.id());
        List<RuleFailure> failures = failures(application, stage, call, judged, files);
        if (!failures.isEmpty()) {
            throw new ProblemException(
                    CallsProblem.RULES_FAILED,
                    failures.size() + " rules are not met.",
                    failures.stream()
                            .map(failure -> new FieldError(
                                    failure.pointer(),
                                    failure.ruleId(),
                                    failure.words().get(List.of(Locale.ENGLISH))))
                            .toList());
        }
        return files;
    }

    private void tell(
            Application application,
            ApplicationStatus before,
            ApplicationEvent event,
            Map<String, String> facts,
            @Nullable String reason) {
        applications.flush();
        outbox.publish(ApplicationFacts.event(application, event));
        Map<String, String> after = new TreeMap<>(facts);
        after.put("status", application.status().name());
        audit.record(event.type(), "application", application.id(), Map.of("status", before), after, reason);
    }

    public Application withdraw(UUID id, long version, @Nullable String reason) {
        Application application = applications.own(id, caller.requireOrganisation(), version);
        ApplicationStatus before = application.status();
        ApplicationEvent event = application.withdraw(reason, calls.clock().truncatedTo(ChronoUnit.MILLIS));
        tell(application, before, event, Map.of(), reason);
        return application;
    }

    /** The officer's answer to a concept note, or a question about an application. */
    public Application move(UUID id, long version, ApplicationCommand command, String reason) {
        Application application = applications.handedIn(id, version);
        Instant now = calls.clock().truncatedTo(ChronoUnit.MILLIS);
        refuseSealedAt(now, application);
        ApplicationStatus before = application.status();
        application.move(command, reason, now);
        applications.flush();
        if (command == ApplicationCommand.INVITE) {
            invitations.queue(application, calls.get(application.callId()), reason);
        }
        audit.record("application." + command, "application", id, before, application.status(), reason);
        return application;
    }

    /** The check against the edition of the call in force when it was handed in. */
    public Application check(
            UUID id, long version, boolean eligible, List<EligibilityCheck.Item> checklist, @Nullable String note) {
        Application application = applications.handedIn(id, version);
        application.require(eligible ? ApplicationCommand.ACCEPT : ApplicationCommand.EXCLUDE);
        Call call = calls.get(application.callId());
        refuseSealedAt(call.now(), application);
        Desk.Judged judged = handedInUnder(application, call);
        int edition = judged.edition();
        List<RuleFailure> failures = failures(application, Stage.FULL_APPLICATION, call, judged, attachments.of(id));
        if (eligible && !failures.isEmpty()) {
            throw new ProblemException(
                    CallsProblem.RULES_FAILED, "It cannot be eligible while rules of edition " + edition + " fail.");
        }
        Instant now = call.now().truncatedTo(ChronoUnit.MILLIS);
        ApplicationStatus before = application.status();
        application.checked(new EligibilityCheck(eligible, edition, failures, checklist, note, now), now);
        applications.flush();
        audit.record(
                "application.check",
                "application",
                id,
                Map.of("status", before),
                Map.of("status", application.status(), "eligible", eligible),
                note);
        return application;
    }

    /** Writes a decision down and tells others; whoever decides brings the money with it. */
    public Application decide(UUID id, Decision decision) {
        Application application = applications.handedIn(id);
        ApplicationStatus before = application.status();
        ApplicationEvent event = application.decide(decision);
        tell(application, before, event, Map.of("outcome", decision.outcome().name()), decision.reasons());
        return application;
    }

    /** The letter about where it stands goes out in this transaction. */
    public void announce(Application application, Instant now) {
        application.announce(now);
        applications.flush();
    }

    /** A review overturned the refusal. */
    public void reopen(UUID id, String reason) {
        Application application = applications.handedIn(id);
        ApplicationStatus before = application.status();
        application.reopen(reason, calls.clock().truncatedTo(ChronoUnit.MILLIS));
        applications.flush();
        audit.record("application.reopen", "application", id, before, application.status(), reason);
    }

    /** One that was handed in, with its row locked: whatever is counted beside it stays true until the transaction ends. */
    public Application lockedHandedIn(UUID id) {
        visible(id);
        return applications.handedIn(id);
    }

    /** The grant was withdrawn. @param redress how that can be challenged, where it is not as it was for the decision */
    public void revoke(UUID id, String reason, @Nullable String redress) {
        Application application = applications.handedIn(id);
        application.revoke(reason, redress, calls.clock().truncatedTo(ChronoUnit.MILLIS));
        applications.flush();
    }

    /**
     * What the caller may see: its consortium sees the application, everybody else what was handed in, from the deadline of
     * the terms in force on.
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Application visible(UUID id) {
        Application application = applications.visible(id, Sight.of(caller), caller.subject());
        if (application.isOf(caller.organisation().orElse(""))) {
            return application;
        }
        application.reading().sealedUntil(seal(application));
        if (application.isOpenToEdits()) {
            application.reading().show(desk.last(id));
        }
        return application;
    }

    /** When those outside the consortium may read it, by the terms in force: a later deadline seals longer. */
    public @Nullable Instant seal(Application application) {
        Instant submitted = application.submittedAt();
        return submitted == null
                ? null
                : calls.get(application.callId())
                        .terms()
                        .sealedUntil(application.handedInFor(), submitted)
                        .orElse(null);
    }

    /** @throws ProblemException 409 while the caller may not open it: nobody acts on what nobody may read */
    public void refuseSealed(Application application) {
        if (application.reading().sealed()) {
            throw new ProblemException(
                    CallsProblem.APPLICATION_SEALED,
                    "It is sealed until " + application.reading().sealedUntil() + ".");
        }
    }

    private void refuseSealedAt(Instant now, Application application) {
        application.reading().at(now).sealedUntil(seal(application));
        refuseSealed(application);
    }

    /** Somebody outside the consortium reads what was handed in; the first time each does is audited. */
    public void opened(Application application) {
        Instant now = calls.clock().truncatedTo(ChronoUnit.MILLIS);
        if (applications.opened(application.id(), caller.subject(), now)) {
            Instant sealed = application.reading().sealedUntil();
            audit.record(
                    "application.open",
                    "application",
                    application.id(),
                    null,
                    sealed == null ? Map.of("openedAt", now) : Map.of("openedAt", now, "sealedUntil", sealed),
                    null);
        }
    }

    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Submission> submissions(UUID id) {
        visible(id);
        return applications.submissions(id);
    }

    /** An application and what of it was just handed in. */
    public record Handed(Application application, Submission submission) {}
}
