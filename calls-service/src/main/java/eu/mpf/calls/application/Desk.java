package eu.mpf.calls.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.calls.call.Call;
import eu.mpf.calls.call.CallTerms;
import eu.mpf.calls.call.GuidelinesFile;
import eu.mpf.calls.eligibility.Stage;
import eu.mpf.calls.receipt.CanonicalJson;
import eu.mpf.calls.receipt.Receipt;
import eu.mpf.calls.receipt.Receipts;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.value.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Takes in what is handed in, with its receipt, and gives out what was. */
@ApplicationScoped
class Desk {

    private final Applications applications;
    private final Attachments attachments;
    private final Receipts receipts;
    private final ObjectMapper json;

    Desk(Applications applications, Attachments attachments, Receipts receipts, ObjectMapper json) {
        this.applications = applications;
        this.attachments = attachments;
        this.receipts = receipts;
        this.json = json;
    }

    /** @param judged the edition of the call it is judged by, which its receipt names */
    Submission take(
            Application application, Stage stage, Call call, Judged judged, List<Attachment> files, Instant now) {
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
                judged.edition(),
                stage.name(),
                application.organisation(),
                now,
                judged.terms().deadlineFor(stage).orElse(null),
                hash,
                hashes,
                judged.terms().guidelinesFiles().stream().map(Desk::named).toList());
        Submission submission = new Submission(
                receiptId, application.id(), stage, judged.edition(), canonical, hash, now, receipts.sign(receipt));
        applications.add(submission);
        if (!files.isEmpty()) {
            applications.flush();
            attachments.keep(receiptId, files);
        }
        return submission;
    }

    private static Receipt.Guidelines named(GuidelinesFile file) {
        return new Receipt.Guidelines(
                file.fileId(),
                file.language(),
                Objects.requireNonNull(file.version()),
                Objects.requireNonNull(file.name()),
                "sha-256:" + file.checksum());
    }

    /** @throws ProblemException 404 where nothing was handed in yet */
    HandedIn last(UUID applicationId) {
        return read(lastSubmission(applicationId));
    }

    /** The files that were handed in last. */
    List<Attachment> lastFiles(UUID applicationId) {
        Submission last = lastSubmission(applicationId);
        return attachments.of(applicationId, last.id(), read(last).files());
    }

    Submission lastSubmission(UUID applicationId) {
        List<Submission> all = applications.submissions(applicationId);
        if (all.isEmpty()) {
            throw ProblemException.notFound("application", applicationId);
        }
        return all.getLast();
    }

    private HandedIn read(Submission submission) {
        try {
            return json.readValue(submission.content(), HandedIn.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored submission " + submission.id(), e);
        }
    }

    /** The terms something is judged by, and whether the money of the call counts as well. */
    record Judged(int edition, CallTerms terms, boolean money) {}
}
