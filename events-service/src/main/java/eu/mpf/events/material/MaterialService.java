package eu.mpf.events.material;

import eu.mpf.events.session.ContributionRepository;
import eu.mpf.events.session.SessionRepository;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.file.FileOwner;
import eu.mpf.web.file.FileRules;
import eu.mpf.web.file.StoredFiles;
import eu.mpf.web.file.Upload;
import eu.mpf.web.link.FoundLink;
import eu.mpf.web.link.FoundLinks;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.time.DatabaseClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Keeps what sessions leave behind. */
@ApplicationScoped
@Transactional
public class MaterialService {
    private static final FileRules RULES = new FileRules(10 << 20, 200, FileRules.DOCUMENTS, false);

    private final MaterialRepository materials;
    private final SessionRepository sessions;
    private final ContributionRepository contributions;
    private final StoredFiles files;
    private final AuditTrail audit;
    private final DatabaseClock clock;

    public MaterialService(
            MaterialRepository materials,
            SessionRepository sessions,
            ContributionRepository contributions,
            StoredFiles files,
            AuditTrail audit,
            DatabaseClock clock) {
        this.materials = materials;
        this.sessions = sessions;
        this.contributions = contributions;
        this.files = files;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a new material's title would link to in public, for somebody to follow before. */
    public List<FoundLink> links(MaterialDetails details) {
        return in(details).list();
    }

    /** What a revision would bring to that, or consent to. */
    public List<FoundLink> links(UUID sessionId, UUID id, long expectedVersion, UnaryOperator<MaterialDetails> change) {
        MaterialDetails before = materials.get(sessionId, id, expectedVersion).details();
        return in(change.apply(before)).beyond(in(before));
    }

    /** Only what was consented to is ever public. */
    private static FoundLinks in(MaterialDetails details) {
        FoundLinks links = new FoundLinks();
        return details.consent() == PublicationConsent.GIVEN ? links.text("/title", "Title", details.title()) : links;
    }

    /** @throws ProblemException 404 without such a session, 400 for a contribution of another, 413 or 415 for the file */
    public Material add(UUID sessionId, MaterialDetails details, Upload upload) {
        sessions.get(sessionId);
        requireOfSession(sessionId, details);
        UUID file = files.store(new FileOwner("session-material", sessionId.toString()), upload, RULES)
                .id();
        Material material = new Material(sessionId, details, file, clock.now());
        materials.persistAndFlush(material);
        audit.record("material.add", "material", material.id(), null, material.details(), null);
        return material;
    }

    public Material revise(UUID sessionId, UUID id, long expectedVersion, UnaryOperator<MaterialDetails> change) {
        Material material = materials.get(sessionId, id, expectedVersion);
        MaterialDetails before = material.details();
        MaterialDetails after = change.apply(before);
        requireOfSession(sessionId, after);
        material.revise(after, clock.now());
        materials.flush();
        audit.record("material.revise", "material", id, before, after, null);
        return material;
    }

    /** The next version of the file; earlier ones stay with the organisers. */
    public Material replace(UUID sessionId, UUID id, long expectedVersion, Upload upload) {
        Material material = materials.get(sessionId, id, expectedVersion);
        UUID before = material.fileId();
        material.replace(files.replace(before, upload, RULES).id());
        materials.flush();
        audit.record("material.replace", "material", id, before, material.fileId(), null);
        return material;
    }

    public void remove(UUID sessionId, UUID id, long expectedVersion) {
        Material material = materials.get(sessionId, id, expectedVersion);
        materials.delete(material);
        materials.flush();
        files.remove(material.fileId());
        audit.record("material.remove", "material", id, material.details(), null, null);
    }

    private void requireOfSession(UUID sessionId, MaterialDetails details) {
        UUID contribution = details.contributionId();
        if (contribution != null && contributions.count("id = ?1 and sessionId = ?2", contribution, sessionId) == 0) {
            throw ProblemException.invalid(
                    "/contributionId", "unknown-contribution", "is no contribution of this session");
        }
    }
}
