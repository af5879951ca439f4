package eu.mpf.web.file;

import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.Caller;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.value.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The files of a service's objects. Who may see or change them, the service has decided before it calls. */
@ApplicationScoped
public class StoredFiles {
    /** Of one file: an applicant who replaces it again and again is not to fill the disk. */
    private static final int MOST_VERSIONS = 100;

    private static final String SELECT =
            "SELECT f.*, c.scan FROM stored_file f JOIN file_content c ON c.checksum = f.checksum ";

    private final Sql sql;
    private final FileContents contents;
    private final TransactionSynchronizationRegistry transactions;
    private final Caller caller;
    private final boolean scannerIsSetUp;

    StoredFiles(
            Sql sql,
            FileContents contents,
            TransactionSynchronizationRegistry transactions,
            Caller caller,
            FileConfig config) {
        this.sql = sql;
        this.contents = contents;
        this.transactions = transactions;
        this.caller = caller;
        this.scannerIsSetUp = config.scannerHost().isPresent();
    }

    /**
     * Stores a new file in the caller's transaction.
     *
     * @throws ProblemException too large, of a type not allowed, not what it says, or one too many; the pointer is
     *     {@code /file}
     * @throws IllegalStateException outside a transaction
     */
    public StoredFile store(FileOwner owner, Upload upload, FileRules rules) {
        var id = Ids.next();
        return insert(id, owner, id, 1, upload, rules);
    }

    /**
     * Stores the next version of a file; the versions before it stay.
     *
     * @throws ProblemException as {@link #store}; 404 if there is no such file, 409 if it has had enough versions
     */
    public StoredFile replace(UUID id, Upload upload, FileRules rules) {
        var before = find(id).orElseThrow(() -> ProblemException.notFound("file", id));
        sql.lock("file-owner/" + before.owner());
        var next = 1 + versions(id).getFirst().version();
        if (next > MOST_VERSIONS) {
            throw new ProblemException(
                    FileProblem.TOO_MANY_FILES, "A file has at most %d versions.".formatted(MOST_VERSIONS));
        }
        return insert(Ids.next(), before.owner(), before.chain(), next, upload, rules);
    }

    private StoredFile insert(UUID id, FileOwner owner, UUID chain, int version, Upload upload, FileRules rules) {
        if (transactions.getTransactionKey() == null) {
            throw new IllegalStateException("a file is stored in the transaction of what it belongs to");
        }
        try {
            var checked = FileChecks.check(upload, rules);
            sql.lock("file-owner/" + owner);
            if (version == 1) {
                FileChecks.count(of(owner).size(), rules);
            }
            contents.keep(checked.measure(), upload.source());
            sql.update(
                    """
                    INSERT INTO stored_file (id, owner_type, owner_id, chain, version, name, media_type, size, checksum,
                                             language, personal, uploaded_by)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                    id,
                    owner.type(),
                    owner.id(),
                    chain,
                    version,
                    checked.name(),
                    checked.mediaType(),
                    checked.measure().size(),
                    checked.measure().checksum(),
                    upload.language(),
                    rules.personal(),
                    caller.subject());
        } catch (IOException e) {
            throw new UncheckedIOException("the upload cannot be read", e);
        }
        return find(id).orElseThrow();
    }

    public Optional<StoredFile> find(UUID id) {
        return sql.first(SELECT + "WHERE f.id = ?", this::file, id);
    }

    /** The owner's files in their latest versions, oldest first. */
    public List<StoredFile> of(FileOwner owner) {
        return sql.list(SELECT + """
                        WHERE f.owner_type = ? AND f.owner_id = ? AND f.version =
                            (SELECT max(v.version) FROM stored_file v WHERE v.chain = f.chain)
                        ORDER BY f.chain""", this::file, owner.type(), owner.id());
    }

    /** The owner's files in all their versions, each file's oldest first. */
    public List<StoredFile> allOf(FileOwner owner) {
        return sql.list(
                SELECT + "WHERE f.owner_type = ? AND f.owner_id = ? ORDER BY f.chain, f.version",
                this::file,
                owner.type(),
                owner.id());
    }

    /** All versions of the file this is a version of, newest first; empty if there is none. */
    public List<StoredFile> versions(UUID id) {
        return sql.list(
                SELECT + "WHERE f.chain = (SELECT chain FROM stored_file WHERE id = ?) ORDER BY f.version DESC",
                this::file,
                id);
    }

    /** Removes a file with all its versions, and their bytes unless another file has them, in the caller's transaction. */
    public void remove(UUID id) {
        for (var version : versions(id)) {
            sql.update("DELETE FROM stored_file WHERE id = ?", version.id());
            contents.release(HexFormat.of().parseHex(version.checksum()));
        }
    }

    /** Who was given the bytes of this version, newest first; also after its removal. */
    public List<FileAccess> accesses(UUID id) {
        return sql.list(
                "SELECT * FROM file_access WHERE file_id = ? ORDER BY id DESC",
                row -> new FileAccess(
                        row.getObject("file_id", UUID.class),
                        Objects.requireNonNull(Sql.instant(row, "accessed_at")),
                        row.getString("actor"),
                        row.getString("organisation"),
                        row.getString("request_id")),
                id);
    }

    private StoredFile file(ResultSet row) throws SQLException {
        return new StoredFile(
                row.getObject("id", UUID.class),
                new FileOwner(row.getString("owner_type"), row.getString("owner_id")),
                row.getObject("chain", UUID.class),
                row.getInt("version"),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size"),
                HexFormat.of().formatHex(row.getBytes("checksum")),
                row.getString("language"),
                FileState.of(row.getString("scan"), scannerIsSetUp),
                row.getBoolean("personal"),
                row.getString("uploaded_by"),
                Objects.requireNonNull(Sql.instant(row, "uploaded_at")));
    }
}
