package eu.mpf.projects.document;

import eu.mpf.web.problem.Violations;
import eu.mpf.web.time.PlatformTime;
import eu.mpf.web.value.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A document or knowledge item of a project. Its file has versions; what is said about it is the latest word. */
@Entity
@Table(name = "document")
class Document {

    @Id
    private UUID id;

    @Version
    private long version = 1;

    @Column(name = "project_id")
    private UUID projectId;

    @Column(name = "file_id")
    private UUID fileId;

    @Enumerated(EnumType.STRING)
    private DocumentKind kind;

    @JdbcTypeCode(SqlTypes.JSON)
    private DocumentDetails details;

    @Enumerated(EnumType.STRING)
    private DocumentVisibility visibility;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Document() {}

    static Document of(UUID projectId, UUID fileId, DocumentDetails details) {
        Document document = new Document();
        document.id = Ids.next();
        document.projectId = projectId;
        document.fileId = fileId;
        document.createdAt = now();
        document.describe(details);
        return document;
    }

    void describe(DocumentDetails described) {
        Violations violations = new Violations();
        violations.check(described.title() != null, "/title", "not-null", "A document has a title");
        violations.check(
                described.visibility() != DocumentVisibility.PUBLIC || described.licence() != null,
                "/licence",
                "required",
                "Who reads a public document is told what may be done with it");
        violations.throwIfAny();
        details = described;
        kind = described.kind() == null ? DocumentKind.OTHER : described.kind();
        visibility = described.visibility() == null ? DocumentVisibility.INTERNAL : described.visibility();
        updatedAt = now();
    }

    /** Its file in a new version; the ones before stay. */
    void replaced(UUID newFile) {
        fileId = newFile;
        updatedAt = now();
    }

    private static Instant now() {
        return PlatformTime.now().truncatedTo(ChronoUnit.MILLIS);
    }

    UUID id() {
        return id;
    }

    UUID projectId() {
        return projectId;
    }

    UUID fileId() {
        return fileId;
    }

    DocumentKind kind() {
        return kind;
    }

    DocumentDetails details() {
        return details;
    }

    DocumentVisibility visibility() {
        return visibility;
    }

    long version() {
        return version;
    }
}
