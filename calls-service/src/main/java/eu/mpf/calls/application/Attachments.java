package eu.mpf.calls.application;

import eu.mpf.web.file.FileOwner;
import eu.mpf.web.file.StoredFile;
import eu.mpf.web.file.StoredFiles;
import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which files an application has, and as what. */
@ApplicationScoped
public class Attachments {

    private static final String OWNER = "application-attachment";

    private final Sql sql;
    private final StoredFiles files;

    Attachments(Sql sql, StoredFiles files) {
        this.sql = sql;
        this.files = files;
    }

    static FileOwner owner(UUID applicationId) {
        return new FileOwner(OWNER, applicationId.toString());
    }

    /** What is attached now, the oldest first. */
    public List<Attachment> of(UUID applicationId) {
        Map<UUID, String> kinds = kinds(applicationId);
        if (kinds.isEmpty()) {
            return List.of();
        }
        return files.of(owner(applicationId)).stream()
                .filter(file -> kinds.containsKey(file.id()))
                .map(file -> attachment(file, kinds.getOrDefault(file.id(), "")))
                .toList();
    }

    private Map<UUID, String> kinds(UUID applicationId) {
        Map<UUID, String> kinds = new HashMap<>();
        sql.list(
                        "SELECT file_id, kind FROM application_attachment WHERE application_id = ?",
                        row -> Map.entry(row.getObject(1, UUID.class), row.getString(2)),
                        applicationId)
                .forEach(entry -> kinds.put(entry.getKey(), entry.getValue()));
        return kinds;
    }

    static Attachment attachment(StoredFile file, String kind) {
        return new Attachment(
                file.id(),
                kind,
                file.name(),
                file.mediaType(),
                file.size(),
                file.checksum(),
                file.language(),
                file.state(),
                file.uploadedAt());
    }

    void add(UUID applicationId, UUID fileId, String kind) {
        sql.update(
                "INSERT INTO application_attachment (file_id, application_id, kind) VALUES (?, ?, ?)",
                fileId,
                applicationId,
                kind);
    }

    /** Takes a file out of the draft; its bytes go too unless it was handed in once. False if it is not attached. */
    boolean remove(UUID applicationId, UUID fileId) {
        boolean attached = sql.update(
                        "DELETE FROM application_attachment WHERE application_id = ? AND file_id = ?",
                        applicationId,
                        fileId)
                == 1;
        if (attached
                && sql.first("SELECT 1 FROM submission_file WHERE file_id = ?", row -> true, fileId)
                        .isEmpty()) {
            files.remove(fileId);
        }
        return attached;
    }

    /** Keeps the files of what is handed in. */
    void keep(UUID submissionId, List<Attachment> attachments) {
        if (!attachments.isEmpty()) {
            sql.update(
                    "INSERT INTO submission_file (submission_id, file_id) SELECT ?, unnest(?::uuid[])",
                    submissionId,
                    attachments.stream().map(Attachment::id).toList());
        }
    }

    /** Whether the file is attached to the application or was once handed in with it. */
    public boolean has(UUID applicationId, UUID fileId) {
        return sql.first(
                        "SELECT 1 FROM application_attachment WHERE application_id = ? AND file_id = ?"
                                + " UNION ALL SELECT 1 FROM submission_file f JOIN submission s ON s.id = f.submission_id"
                                + " WHERE s.application_id = ? AND f.file_id = ?",
                        row -> true,
                        applicationId,
                        fileId,
                        applicationId,
                        fileId)
                .isPresent();
    }
}
