package eu.mpf.projects.document;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.projects.project.Discarded;
import eu.mpf.projects.project.ProjectAccess;
import eu.mpf.projects.project.ProjectView;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.codelist.CodeLists;
import eu.mpf.web.file.FileAccess;
import eu.mpf.web.file.FileOwner;
import eu.mpf.web.file.FileRules;
import eu.mpf.web.file.StoredFile;
import eu.mpf.web.file.StoredFiles;
import eu.mpf.web.file.Upload;
import eu.mpf.web.link.FoundLink;
import eu.mpf.web.link.FoundLinks;
import eu.mpf.web.patch.MergePatch;
import eu.mpf.web.problem.CommonProblem;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.version.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Use cases of documents. The lead brings its own, for insiders; the facility decides what the public reads. */
@ApplicationScoped
public class DocumentService {

    private static final FileRules RULES = new FileRules(10 << 20, 200, FileRules.DOCUMENTS, false);
    private static final String LICENCES = "licences";

    private final DocumentRepository documents;
    private final StoredFiles files;
    private final ProjectAccess access;
    private final CodeLists codeLists;
    private final MergePatch mergePatch;
    private final AuditTrail audit;

    DocumentService(
            DocumentRepository documents,
            StoredFiles files,
            ProjectAccess access,
            CodeLists codeLists,
            MergePatch mergePatch,
            AuditTrail audit) {
        this.documents = documents;
        this.files = files;
        this.access = access;
        this.codeLists = codeLists;
        this.mergePatch = mergePatch;
        this.audit = audit;
    }

    /** All for staff and the lead, public ones for others: two statements, whatever their number. */
    @Transactional
    public List<DocumentView> list(UUID projectId) {
        ProjectView project = access.readable(projectId);
        boolean insider = access.insider(project);
        Map<UUID, StoredFile> latest =
                files.of(owner(projectId)).stream().collect(Collectors.toMap(StoredFile::id, Function.identity()));
        return documents.ofProject(projectId).stream()
                .filter(document -> insider || document.visibility() == DocumentVisibility.PUBLIC)
                .map(document -> DocumentView.of(document, Objects.requireNonNull(latest.get(document.fileId()))))
                .toList();
    }

    @Transactional
    public DocumentView get(UUID projectId, UUID id) {
        return view(visible(projectId, id));
    }

    @Transactional
    public DocumentView add(UUID projectId, DocumentDetails details, Upload upload) {
        ProjectView project = access.forInsiders(projectId);
        onlyStaffPublishes(details.visibility());
        StoredFile file = files.store(owner(project.id()), upload, RULES);
        Document document = Document.of(projectId, file.id(), withLicence(details));
        documents.persistAndFlush(document);
        DocumentView view = DocumentView.of(document, file);
        audit.record("document.added", "document", view.id(), null, view, null);
        return view;
    }

    /** The next version of a document's file. A public document gets it from the staff. */
    @Transactional
    public DocumentView replace(UUID projectId, UUID id, long expected, Upload upload) {
        access.forInsiders(projectId);
        Document document = load(projectId, id, expected);
        onlyStaffPublishes(document.visibility());
        DocumentView before = view(document);
        document.replaced(files.replace(document.fileId(), upload, RULES).id());
        return done("document.replaced", document, before);
    }

    /** What a new document would link to in public, for somebody to follow before it is added. */
    @Transactional
    public List<FoundLink> links(UUID projectId, DocumentDetails details) {
        access.forInsiders(projectId);
        onlyStaffPublishes(details.visibility());
        return details.visibility() == DocumentVisibility.PUBLIC
                ? links(details).list()
                : List.of();
    }

    /** What a correction would link to in public beyond what is public already, for somebody to follow before it. */
    @Transactional
    public List<FoundLink> links(UUID projectId, UUID id, long expected, JsonNode patch) {
        Document document = correctable(projectId, id, expected);
        DocumentDetails changed = changed(document, patch);
        if (changed.visibility() != DocumentVisibility.PUBLIC) {
            return List.of();
        }
        return document.visibility() == DocumentVisibility.PUBLIC
                ? links(changed).beyond(links(document.details()))
                : links(changed).list();
    }

    private static FoundLinks links(DocumentDetails details) {
        return new FoundLinks()
                .text("/title", "Title", details.title())
                .text("/description", "Description", details.description());
    }

    private Document correctable(UUID projectId, UUID id, long expected) {
        access.forInsiders(projectId);
        Document document = load(projectId, id, expected);
        onlyStaffPublishes(document.visibility());
        return document;
    }

    private DocumentDetails changed(Document document, JsonNode patch) {
        DocumentDetails changed = mergePatch.apply(document.details(), patch, DocumentDetails.class);
        onlyStaffPublishes(changed.visibility());
        return changed;
    }

    @Transactional
    public DocumentView correct(UUID projectId, UUID id, long expected, JsonNode patch) {
        Document document = correctable(projectId, id, expected);
        DocumentView before = view(document);
        DocumentDetails changed = changed(document, patch);
        document.describe(withLicence(changed));
        return done("document.corrected", document, before);
    }

    /** Removes a document with all versions of its file. Who was given it stays on record. */
    @Transactional
    public void remove(UUID projectId, UUID id, long expected) {
        Document document = load(projectId, id, expected);
        DocumentView before = view(document);
        files.remove(document.fileId());
        documents.delete(document);
        documents.flush();
        audit.record("document.removed", "document", id, before, null, null);
    }

    /** All versions of its file, the newest first. */
    @Transactional
    public List<DocumentFile> versions(UUID projectId, UUID id) {
        return files.versions(visible(projectId, id).fileId()).stream()
                .map(DocumentFile::of)
                .toList();
    }

    /** The stored file to be given out: the latest, or a version of it. */
    @Transactional
    public UUID file(UUID projectId, UUID id, @Nullable Integer version) {
        Document document = visible(projectId, id);
        if (version == null) {
            return document.fileId();
        }
        return files.versions(document.fileId()).stream()
                .filter(file -> file.version() == version)
                .findFirst()
                .map(StoredFile::id)
                .orElseThrow(() -> ProblemException.notFound("version of document " + id, version));
    }

    /** Who was given the document, in any version; personal data. */
    @Transactional
    public List<FileAccess> accesses(UUID projectId, UUID id) {
        Document document = documents
                .findByIdOptional(id)
                .filter(found -> found.projectId().equals(projectId))
                .orElseThrow(() -> ProblemException.notFound("document", id));
        return files.versions(document.fileId()).stream()
                .flatMap(file -> files.accesses(file.id()).stream())
                .toList();
    }

    private Document visible(UUID projectId, UUID id) {
        ProjectView project = access.readable(projectId);
        return documents
                .findByIdOptional(id)
                .filter(found -> found.projectId().equals(projectId))
                .filter(found -> found.visibility() == DocumentVisibility.PUBLIC || access.insider(project))
                .orElseThrow(() -> ProblemException.notFound("document", id));
    }

    private Document load(UUID projectId, UUID id, long expected) {
        Document document = visible(projectId, id);
        Versions.check(expected, document.version());
        return document;
    }

    private DocumentView done(String action, Document document, DocumentView before) {
        documents.flush();
        DocumentView after = view(document);
        audit.record(action, "document", document.id(), before, after, null);
        return after;
    }

    private DocumentView view(Document document) {
        return DocumentView.of(document, files.find(document.fileId()).orElseThrow());
    }

    private void onlyStaffPublishes(@Nullable DocumentVisibility visibility) {
        if (visibility == DocumentVisibility.PUBLIC && !access.staff()) {
            throw new ProblemException(CommonProblem.FORBIDDEN, "The facility decides what becomes public");
        }
    }

    private DocumentDetails withLicence(DocumentDetails details) {
        String licence = details.licence();
        if (licence == null) {
            return details;
        }
        String code = codeLists
                .resolve(LICENCES, licence)
                .orElseThrow(() -> ProblemException.invalid(
                        "/licence", "unknown-code", "Not in the code list " + LICENCES + ": " + licence));
        return new DocumentDetails(details.title(), details.description(), details.kind(), code, details.visibility());
    }

    private static FileOwner owner(UUID projectId) {
        return new FileOwner("project-document", projectId.toString());
    }

    @Transactional
    void discard(@Observes Discarded draft) {
        documents.ofProject(draft.projectId()).forEach(document -> {
            files.remove(document.fileId());
            documents.delete(document);
        });
        documents.flush();
    }
}
