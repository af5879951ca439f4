package eu.mpf.calls.application;

import eu.mpf.calls.receipt.Receipt;
import eu.mpf.web.file.FileOwner;
import eu.mpf.web.file.StoredFile;
import eu.mpf.web.file.StoredFiles;
import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
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

    /** The files of a submission, as what they were handed in. */
    List<Attachment> of(UUID applicationId, UUID submissionId, List<Receipt.File> named) {
        List<UUID> ids = sql.list(
                "SELECT file_id FROM submission_file WHERE submission_id = ?",
                row -> row.getObject(1, UUID.class),
                submissionId);
        if (ids.isEmpty()) {
            return List.of();
        }
        List<Receipt.File> left = new ArrayList<>(named);
        List<Attachment> handedIn = new ArrayList<>();
        for (StoredFile file : files.of(owner(applicationId))) {
            if (ids.contains(file.id())) {
                handedIn.add(attachment(file, kind(file, left)));
            }
        }
        return handedIn;
    }

    /** The same bytes may have been handed in under one name as two kinds: each is named once. */
    private static String kind(StoredFile file, List<Receipt.File> left) {
        Receipt.File named = left.stream()
                .filter(each -> each.name().equals(file.name()) && each.hash().equals("sha-256:" + file.checksum()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no submission names the file " + file.id()));
        left.remove(named);
        return named.kind();
    }

    /** Attaches what was handed in, and that alone. */
    void restore(UUID applicationId, List<Attachment> handedIn) {
        List<Attachment> present = of(applicationId);
        present.stream().filter(each -> !handedIn.contains(each)).forEach(each -> remove(applicationId, each.id()));
        handedIn.stream()
                .filter(each -> !present.contains(each))
                .forEach(each -> add(applicationId, each.id(), each.kind()));
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

    /** Takes all files, whether they were handed in or not. */
    public void removeAll(UUID applicationId) {
        sql.update("DELETE FROM application_attachment WHERE application_id = ?", applicationId);
        sql.update(
                "DELETE FROM submission_file WHERE submission_id IN (SELECT id FROM submission WHERE application_id = ?)",
                applicationId);
        files.of(owner(applicationId)).forEach(file -> files.remove(file.id()));
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

    /** Whether the file was once handed in with the application. */
    boolean wasHandedIn(UUID applicationId, UUID fileId) {
        return sql.first(
                        "SELECT 1 FROM submission_file f JOIN submission s ON s.id = f.submission_id"
                                + " WHERE s.application_id = ? AND f.file_id = ?",
                        row -> true,
                        applicationId,
                        fileId)
                .isPresent();
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
