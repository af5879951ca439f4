package eu.mpf.web.file;

import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.request.RequestId;
import eu.mpf.web.security.Caller;
import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;

/** Gives files out: as an attachment, to be stored and never shown, and with a line in the log of accesses. */
@ApplicationScoped
public class Downloads {
    /** Bytes that need no escape in an extended parameter (RFC 8187, attr-char). */
    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$&+-.^_`|~";

    private final StoredFiles files;
    private final FileContents contents;
    private final Sql sql;
    private final Caller caller;

    Downloads(StoredFiles files, FileContents contents, Sql sql, Caller caller) {
        this.files = files;
        this.contents = contents;
        this.sql = sql;
        this.caller = caller;
    }

    /**
     * A file's bytes. Whether the caller may have them, the service has decided.
     *
     * @throws ProblemException 404 if there is no such file; 409 {@code file-not-clean} while it is not found clean
     */
    public Response of(UUID id) {
        var file = files.find(id).orElseThrow(() -> ProblemException.notFound("file", id));
        if (!file.state().isGivenOut()) {
            throw new ProblemException(
                    FileProblem.FILE_NOT_CLEAN,
                    file.state() == FileState.INFECTED
                            ? "The scanner found something harmful in this file."
                            : "The file waits for its check. Ask again in a minute.");
        }
        sql.update(
                "INSERT INTO file_access (file_id, actor, organisation, request_id) VALUES (?, ?, ?, ?)",
                id,
                caller.subject(),
                caller.organisation().orElse(null),
                RequestId.current());
        var checksum = HexFormat.of().parseHex(file.checksum());
        StreamingOutput body = out -> contents.writeTo(checksum, file.size(), out);
        return Response.ok(body)
                .header(HttpHeaders.CONTENT_TYPE, file.mediaType())
                .header(HttpHeaders.CONTENT_LENGTH, file.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(file.name()))
                .header(HttpHeaders.CACHE_CONTROL, file.personal() ? "no-store" : "private, no-cache")
                .header(HttpHeaders.CONTENT_LANGUAGE, file.language())
                .header("X-Content-Type-Options", "nosniff")
                .tag(new EntityTag(file.checksum()))
                .build();
    }

    /** {@code Content-Disposition} (RFC 6266): a plain name for old clients, the real one beside it. */
    static String attachment(String name) {
        var plain = name.replaceAll("[^A-Za-z0-9._ -]", "_");
        var exact = new StringBuilder();
        for (var b : name.getBytes(StandardCharsets.UTF_8)) {
            if (b > 0 && PLAIN.indexOf(b) >= 0) {
                exact.append((char) b);
            } else {
                exact.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(plain, exact);
    }
}
