package eu.mpf.calls.application;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.calls.CallsProblem;
import eu.mpf.calls.call.Call;
import eu.mpf.calls.call.CallStatus;
import eu.mpf.calls.call.CallTerms;
import eu.mpf.calls.call.Calls;
import eu.mpf.calls.call.Deadline;
import eu.mpf.calls.eligibility.RuleFailure;
import eu.mpf.calls.eligibility.Stage;
import eu.mpf.calls.receipt.CanonicalJson;
import eu.mpf.calls.receipt.Receipt;
import eu.mpf.calls.receipt.Receipts;
import eu.mpf.messaging.Outbox;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.problem.FieldError;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.Caller;
import eu.mpf.web.value.Ids;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
    private final Receipts receipts;
    private final InvitationMail invitations;
    private final ObjectMapper json;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Caller caller;

    ApplicationService(
            Applications applications,
            Calls calls,
            RuleCheck rules,
            Attachments attachments,
            Receipts receipts,
            InvitationMail invitations,
            ObjectMapper json,
            Outbox outbox,
            AuditTrail audit,
            Caller caller) {
        this.applications = applications;
        this.calls = calls;
        this.rules = rules;
        this.attachments = attachments;
        this.receipts = receipts;
        this.invitations = invitations;
        this.json = json;
        this.outbox = outbox;
        this.audit = audit;
        this.caller = caller;
    }

    /** A dry run: every rule that fails now, by the edition in force now. */
    public Validation validate(UUID id) {
        Application application = visible(id);
        Call call = calls.get(application.callId());
        Stage stage = application.stage(call.terms().conceptNote());
        List<RuleFailure> failures = rules.failures(application, stage, call, call.terms());
        return new Validation(failures.isEmpty(), stage, call.edition(), failures);
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
        Submission submission = hand(application, stage, call, files, now);
        Instant sealed = call.terms().sealedUntil(stage, now).orElse(null);
        ApplicationEvent event = application.submit(stage, call.edition(), sealed, now);
        tell(application, event, submission.contentHash());
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
        List<Attachment> files = requireRules(application, stage, call);
        // One may have come while this request waited.
        files.forEach(file -> requireInTime(call, stage, file.uploadedAt()));
        return files;
    }

    /** Hands in again after a question of the officer; no deadline stands against an answer that was asked for. */
    public Handed resume(UUID id, long version) {
        Application application = applications.own(id, caller.requireOrganisation(), version);
        application.require(ApplicationCommand.RESUME);
        Call call = calls.get(application.callId());
        List<Attachment> files = requireRules(application, Stage.FULL_APPLICATION, call);
        Instant now = call.now().truncatedTo(ChronoUnit.MILLIS);
        Submission submission = hand(application, Stage.FULL_APPLICATION, call, files, now);
        tell(application, application.resume(now), submission.contentHash());
        return new Handed(application, submission);
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

    private List<Attachment> requireRules(Application application, Stage stage, Call call) {
        List<Attachment> files = attachments.of(application.id());
        List<RuleFailure> failures = rules.failures(application, stage, call, call.terms(), files);
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

    private Submission hand(Application application, Stage stage, Call call, List<Attachment> files, Instant now) {
        List<Receipt.File> hashes = files.stream()
                .map(file -> new Receipt.File(file.kind(), file.name(), file.size(), "sha-256:" + file.checksum()))
                .toList();
        HandedIn handedIn =
                new HandedIn(application.reference(), stage, application.content(), application.partners(), hashes);
        String canonical = CanonicalJson.of(json.valueToTree(handedIn));
        String hash = CanonicalJson.hash(canonical);
        UUID receiptId = Ids.next();
        Receipt receipt = new Receipt(
                receipts.issuer(),
                receiptId,
                application.id(),
                application.reference(),
                call.id(),
                call.key(),
                call.edition(),
                stage.name(),
                application.organisation(),
                now,
                call.terms().deadlineFor(stage).orElse(null),
                hash,
                hashes);
        Submission submission = new Submission(
                receiptId, application.id(), stage, call.edition(), canonical, hash, now, receipts.sign(receipt));
        applications.add(submission);
        if (!files.isEmpty()) {
            applications.flush();
            attachments.keep(receiptId, files);
        }
        return submission;
    }

    private void tell(Application application, ApplicationEvent event, @Nullable String after) {
        applications.flush();
        outbox.publish(ApplicationFacts.event(application, event));
        audit.record(event.type(), "application", application.id(), null, after, null);
    }

    public Application withdraw(UUID id, long version, @Nullable String reason) {
        Application application = applications.own(id, caller.requireOrganisation(), version);
        tell(application, application.withdraw(reason, calls.clock().truncatedTo(ChronoUnit.MILLIS)), reason);
        return application;
    }

    /** The officer's answer to a concept note, or a question about an application. */
    public Application move(UUID id, long version, ApplicationCommand command, String reason) {
        Application application = applications.handedIn(id, version);
        Instant now = calls.clock().truncatedTo(ChronoUnit.MILLIS);
        application.readAt(now).move(command, reason, now);
        applications.flush();
        if (command == ApplicationCommand.INVITE) {
            invitations.queue(application, calls.get(application.callId()), reason);
        }
        audit.record("application." + command, "application", id, null, application.status(), reason);
        return application;
    }

    /** The check against the edition of the call in force when it was handed in. */
    public Application check(
            UUID id, long version, boolean eligible, List<EligibilityCheck.Item> checklist, @Nullable String note) {
        Application application = applications.handedIn(id, version);
        application.require(eligible ? ApplicationCommand.ACCEPT : ApplicationCommand.EXCLUDE);
        Call call = calls.get(application.callId());
        int edition = application.callEdition() == null ? call.edition() : application.callEdition();
        CallTerms terms = calls.termsOf(call.id(), edition);
        List<RuleFailure> failures = rules.failures(application, Stage.FULL_APPLICATION, call, terms).stream()
                .filter(failure -> !failure.ruleId().equals("fund.depleted"))
                .toList();
        if (eligible && !failures.isEmpty()) {
            throw new ProblemException(
                    CallsProblem.RULES_FAILED, "It cannot be eligible while rules of edition " + edition + " fail.");
        }
        Instant now = call.now().truncatedTo(ChronoUnit.MILLIS);
        application.readAt(now).checked(new EligibilityCheck(eligible, edition, failures, checklist, note, now), now);
        applications.flush();
        audit.record("application.check", "application", id, null, Map.of("eligible", eligible), note);
        return application;
    }

    /** Writes a decision down and tells others; whoever decides brings the money with it. */
    public Application decide(UUID id, Decision decision) {
        Application application = applications.handedIn(id);
        tell(application, application.decide(decision), decision.outcome().name());
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

    @Transactional(Transactional.TxType.SUPPORTS)
    public Application visible(UUID id) {
        return applications.visible(id, Sight.of(caller), caller.subject());
    }

    /** Somebody outside the consortium reads what was handed in; the first time each does is audited. */
    public void opened(Application application) {
        Instant now = calls.clock().truncatedTo(ChronoUnit.MILLIS);
        if (applications.opened(application.id(), caller.subject(), now)) {
            Instant sealed = application.sealedUntil();
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

    /** What a submission freezes and a receipt's hash covers. */
    record HandedIn(String reference, Stage stage, Content content, List<Partner> partners, List<Receipt.File> files) {}
}
