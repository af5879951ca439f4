package eu.mpf.calls.application;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.calls.CallsProblem;
import eu.mpf.calls.call.Call;
import eu.mpf.calls.call.CallStatus;
import eu.mpf.calls.call.Calls;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.patch.MergePatch;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.Caller;
import eu.mpf.web.time.PlatformTime;
import eu.mpf.web.value.Ids;
import eu.mpf.web.value.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an applicant does before handing in. The organisation is always the token's. */
@ApplicationScoped
@Transactional
public class DraftService {

    private final Applications applications;
    private final Calls calls;
    private final Contacts contacts;
    private final Attachments attachments;
    private final PartnerMail mails;
    private final ContentCodes codes;
    private final MergePatch mergePatch;
    private final AuditTrail audit;
    private final DraftTrace trace;
    private final Caller caller;

    DraftService(
            Applications applications,
            Calls calls,
            Contacts contacts,
            Attachments attachments,
            PartnerMail mails,
            ContentCodes codes,
            MergePatch mergePatch,
            AuditTrail audit,
            DraftTrace trace,
            Caller caller) {
        this.applications = applications;
        this.calls = calls;
        this.contacts = contacts;
        this.attachments = attachments;
        this.mails = mails;
        this.codes = codes;
        this.mergePatch = mergePatch;
        this.audit = audit;
        this.trace = trace;
        this.caller = caller;
    }

    public Application create(UUID callId, Content content) {
        Call call = taking(callId);
        Application application = new Application(
                Ids.next(),
                applications.nextReference(),
                callId,
                call.key(),
                caller.requireOrganisation(),
                codes.coded(content, Content.empty()),
                call.now().truncatedTo(ChronoUnit.MILLIS));
        applications.persist(application);
        applications.flush();
        contacts.begin(application.id());
        audit.record(
                "application.create", "application", application.id(), null, trace.of(application.content()), null);
        return application;
    }

    /** Whether a draft could be started so; does nothing. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public void checkCreate(UUID callId, Content content) {
        taking(callId);
        codes.coded(content, Content.empty());
        caller.requireOrganisation();
    }

    private Call taking(UUID callId) {
        Call call = calls.get(callId);
        if (!call.isPublic()) {
            throw ProblemException.invalid("/callId", "unknown-call", "there is no such call");
        }
        if (call.status() != CallStatus.OPEN && call.status() != CallStatus.FORTHCOMING) {
            throw new ProblemException(CallsProblem.CALL_NOT_OPEN, "The call is " + call.status() + ".");
        }
        return call;
    }

    public Application edit(UUID id, long version, JsonNode patch) {
        Application application = applications.own(id, caller.requireOrganisation(), version);
        Content before = application.content();
        Content patched = mergePatch.apply(new Edit(before), patch, Edit.class).content();
        application.edit(codes.coded(patched, before), now());
        applications.flush();
        traced("application.edit", id, before, application.content());
        return application;
    }

    /**
     * Throws a draft away, with its files and whom it names.
     *
     * @throws ProblemException 409 once anything of it was handed in: from then on it is withdrawn
     */
    public void discard(UUID id, long version) {
        Application application = applications.own(id, caller.requireOrganisation(), version);
        application.requireNeverHandedIn();
        attachments.of(id).forEach(file -> attachments.remove(id, file.id()));
        applications.delete(application);
        applications.flush();
        audit.record("application.discard", "application", id, trace.of(application.content()), null, null);
    }

    public Application budget(UUID id, long version, List<BudgetLine> lines, @Nullable Money share) {
        Application application = applications.own(id, caller.requireOrganisation(), version);
        Content before = application.content();
        application.edit(codes.coded(before.withBudget(lines, share), before), now());
        applications.flush();
        traced("application.budget", id, before, application.content());
        return application;
    }

    /** Whom to write to; it may change at any time, for it is no part of what was handed in. */
    public Application writeTo(UUID id, long version, Contact contact) {
        Application application = applications.own(id, caller.requireOrganisation(), version);
        application.touch(now());
        Optional<Contact> before = contacts.main(id);
        contacts.nameMain(id, contact);
        applications.flush();
        audit.record(
                "application.contact",
                "application",
                id,
                ContactTrace.of(before),
                ContactTrace.of(before, contact),
                null);
        return application;
    }

    /** To the consortium and staff. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Contact> contact(UUID id) {
        return contacts.main(id);
    }

    /** @param contact who is asked by mail when the partner is invited */
    public Application addPartner(UUID id, long version, Partner partner, @Nullable Contact contact) {
        Application application = applications.own(id, caller.requireOrganisation(), version);
        application.add(partner, now());
        if (contact != null) {
            contacts.namePartner(id, partner.id(), contact);
        }
        applications.flush();
        audit.record("application.partner-add", "application", id, null, Map.of("partner", partner.id()), null);
        return application;
    }

    public Application removePartner(UUID id, long version, UUID partnerId) {
        Application application = applications.own(id, caller.requireOrganisation(), version);
        application.remove(partnerId, now());
        contacts.forgetPartner(id, partnerId);
        applications.flush();
        audit.record("application.partner-remove", "application", id, Map.of("partner", partnerId), null, null);
        return application;
    }

    public Application invitePartner(UUID id, long version, UUID partnerId) {
        Application application = applications.own(id, caller.requireOrganisation(), version);
        Map<String, Object> before = trace(application, partnerId);
        Partner invited = application.invite(partnerId, now());
        applications.flush();
        mails.queue(application, invited);
        audit.record("application.partner-invite", "application", id, before, trace(application, partnerId), null);
        return application;
    }

    /** Done by the partner, with its own token. */
    public Application answerInvitation(UUID id, long version, UUID partnerId, PartnerCommand answer) {
        applications.visible(id, Sight.of(caller), caller.subject());
        Application application = applications.locked(id, version);
        Map<String, Object> before = trace(application, partnerId);
        application.answer(partnerId, answer, caller.requireOrganisation(), now());
        applications.flush();
        if (answer == PartnerCommand.CONFIRM) {
            contacts.add(id);
        }
        audit.record("application.partner-" + answer, "application", id, before, trace(application, partnerId), null);
        return application;
    }

    private static Map<String, Object> trace(Application application, UUID partnerId) {
        Partner partner = Consortium.find(application.partners(), partnerId);
        return Map.of("partner", partnerId, "status", partner.status());
    }

    private void traced(String action, UUID id, Content before, Content after) {
        DraftTrace.Change change = trace.of(before, after);
        audit.record(action, "application", id, change.before(), change.after(), null);
    }

    private static Instant now() {
        return PlatformTime.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /** What of an application may be changed by a merge patch. */
    record Edit(@NotNull @Valid Content content) {}
}
