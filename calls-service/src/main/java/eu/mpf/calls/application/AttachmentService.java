package eu.mpf.calls.application;

import eu.mpf.calls.CallsProblem;
import eu.mpf.calls.call.AttachmentRule;
import eu.mpf.calls.call.CallTerms;
import eu.mpf.calls.call.Calls;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.file.StoredFile;
import eu.mpf.web.file.StoredFiles;
import eu.mpf.web.file.Upload;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Attaching files to an application. The application's row is locked meanwhile, so nothing is attached to what is handed in
 * at that moment; its version stays, so that several files can be sent at once.
 */
@ApplicationScoped
@Transactional
public class AttachmentService {

    private final Applications applications;
    private final Attachments attachments;
    private final Desk desk;
    private final Calls calls;
    private final StoredFiles files;
    private final AuditTrail audit;
    private final Caller caller;

    AttachmentService(
            Applications applications,
            Attachments attachments,
            Desk desk,
            Calls calls,
            StoredFiles files,
            AuditTrail audit,
            Caller caller) {
        this.applications = applications;
        this.attachments = attachments;
        this.desk = desk;
        this.calls = calls;
        this.files = files;
        this.audit = audit;
        this.caller = caller;
    }

    public Attachment add(UUID id, String kind, Upload upload) {
        Application application = applications.own(id, caller.requireOrganisation());
        application.require(ApplicationCommand.EDIT);
        AttachmentRule rule = terms(application)
                .attachment(kind)
                .orElseThrow(() ->
                        ProblemException.invalid("/kind", "unknown-kind", "the call knows no attachment " + kind));
        long there = attachments.of(id).stream()
                .filter(each -> each.kind().equals(kind))
                .count();
        if (there >= rule.most()) {
            throw new ProblemException(
                    CallsProblem.TOO_MANY_ATTACHMENTS, "There may be " + rule.most() + " of the kind " + kind + ".");
        }
        StoredFile stored = files.store(Attachments.owner(id), upload, rule.toFileRules());
        attachments.add(id, stored.id(), kind);
        Attachment attachment = Attachments.attachment(stored, kind);
        audit.record(
                "application.attach",
                "application",
                id,
                null,
                Map.of("file", stored.id(), "kind", kind, "checksum", stored.checksum()),
                null);
        return attachment;
    }

    /** What answers a question is judged by the edition it was handed in under. */
    private CallTerms terms(Application application) {
        Integer edition = application.callEdition();
        return edition != null && application.status() == ApplicationStatus.RETURNED
                ? calls.termsOf(application.callId(), edition)
                : calls.get(application.callId()).terms();
    }

    public Application remove(UUID id, long version, UUID fileId) {
        Application application = applications.own(id, caller.requireOrganisation(), version);
        application.require(ApplicationCommand.EDIT);
        if (!attachments.remove(id, fileId)) {
            throw ProblemException.notFound("attachment", fileId);
        }
        audit.record("application.detach", "application", id, Map.of("file", fileId), null, null);
        return application;
    }

    /** Those of the application as the caller sees it: the draft's, or those that were handed in. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Attachment> of(Application application) {
        return application.reading().shown() == null
                ? attachments.of(application.id())
                : desk.lastFiles(application.id());
    }

    /** @throws ProblemException 404 if the application, as the caller sees it, neither has nor ever handed in this file */
    @Transactional(Transactional.TxType.SUPPORTS)
    public void require(Application application, UUID fileId) {
        boolean there = application.reading().shown() == null
                ? attachments.has(application.id(), fileId)
                : attachments.wasHandedIn(application.id(), fileId);
        if (!there) {
            throw ProblemException.notFound("attachment", fileId);
        }
    }

    /** @throws ProblemException 404 if the application neither has nor ever handed in this file */
    @Transactional(Transactional.TxType.SUPPORTS)
    public void require(UUID id, UUID fileId) {
        if (!attachments.has(id, fileId)) {
            throw ProblemException.notFound("attachment", fileId);
        }
    }
}
