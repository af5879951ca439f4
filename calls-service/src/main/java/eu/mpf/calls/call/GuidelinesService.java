package eu.mpf.calls.call;

import eu.mpf.calls.CallsProblem;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.file.StoredFile;
import eu.mpf.web.file.Upload;
import eu.mpf.web.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Bringing the guidelines of a call, and giving them out. What no edition names is work in progress, for staff. */
@ApplicationScoped
@Transactional
public class GuidelinesService {

    private final Calls calls;
    private final GuidelinesFiles files;
    private final AuditTrail audit;

    GuidelinesService(Calls calls, GuidelinesFiles files, AuditTrail audit) {
        this.calls = calls;
        this.files = files;
        this.audit = audit;
    }

    /**
     * Stores the next version of the guidelines in the upload's language, else in the one binding for the call.
     *
     * @throws ProblemException 409 for a call that neither is drafted nor can be amended; 4xx for a file that is not taken
     */
    public Kept add(UUID callId, Upload upload) {
        Call call = calls.get(callId);
        if (!call.status().allows(CallCommand.EDIT) && !call.status().allows(CallCommand.AMEND)) {
            throw new ProblemException(
                    CallsProblem.CALL_STATE, "A call that is " + call.status() + " takes no other guidelines.");
        }
        String language = upload.language();
        StoredFile file = files.add(
                callId,
                new Upload(
                        upload.name(),
                        upload.mediaType(),
                        language == null ? call.terms().binding() : language,
                        upload.source()));
        audit.record(
                "call.guidelines",
                "call",
                callId,
                null,
                Map.of("file", file.id(), "version", file.version(), "checksum", file.checksum()),
                null);
        return new Kept(file, List.of());
    }

    /** @param all also those that no edition names */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Kept> list(UUID callId, boolean all) {
        List<CallEdition> editions = calls.editions(callId);
        return files.of(callId).stream()
                .map(file -> new Kept(file, naming(editions, file.id())))
                .filter(kept -> all || !kept.editions().isEmpty())
                .toList();
    }

    /**
     * @param all also what no edition names
     * @throws ProblemException 404
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Kept get(UUID callId, UUID fileId, boolean all) {
        return list(callId, all).stream()
                .filter(kept -> kept.file().id().equals(fileId))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("file of the guidelines", fileId));
    }

    private static List<Integer> naming(List<CallEdition> editions, UUID fileId) {
        return editions.stream()
                .filter(edition -> edition.terms().guidelinesFiles().stream()
                        .anyMatch(file -> file.fileId().equals(fileId)))
                .map(CallEdition::edition)
                .toList();
    }

    /** A file and the editions of the call in which it is in force. */
    public record Kept(StoredFile file, List<Integer> editions) {}
}
