package eu.mpf.web.notes;

import eu.mpf.web.bulk.ImportParams;
import eu.mpf.web.bulk.ImportResult;
import eu.mpf.web.bulk.ImportTarget;
import eu.mpf.web.bulk.Imports;
import eu.mpf.web.bulk.Row;
import eu.mpf.web.bulk.RowOutcome;
import eu.mpf.web.export.Exports;
import eu.mpf.web.security.Roles;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.value.Ids;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.InputStream;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Imports notes in batches of three. A note titled "crash" ends the process, as far as the import can tell; one titled
 * "slow" takes its time.
 */
@Path("/v1/notes:import")
public class NoteImport {
    public static volatile boolean crashes;
    public static volatile CountDownLatch slowEnds = new CountDownLatch(0);

    private static final ImportTarget TARGET =
            new ImportTarget("notes", "", "note", Set.of("title", "priority", "due", "code", "share"), 3);

    private final Imports imports;
    private final Sql sql;

    NoteImport(Imports imports, Sql sql) {
        this.imports = imports;
        this.sql = sql;
    }

    @POST
    @RolesAllowed(Roles.APPLICANT)
    @Consumes({Exports.CSV, Exports.JSON_LINES, Exports.XLSX})
    public ImportResult notes(
            InputStream body, @HeaderParam("Content-Type") String type, @BeanParam ImportParams params) {
        return imports.run(TARGET, body, type, params, this::row);
    }

    private RowOutcome row(Row row) {
        var title = row.required("title");
        var priority = row.integer("priority");
        var due = row.date("due");
        var code = row.text("code");
        row.percent("share").filter(p -> p.signum() == 0).ifPresent(p -> row.warn("share", "zero", "is nothing"));
        row.throwIfErrors();
        if (crashes && title.orElseThrow().equals("crash")) {
            throw new IllegalStateException("gone");
        }
        if (title.orElseThrow().equals("slow")) {
            await(slowEnds);
        }
        var known =
                code.flatMap(c -> sql.first("SELECT id FROM note WHERE code = ?", r -> r.getObject(1, UUID.class), c));
        if (known.isPresent()) {
            return RowOutcome.unchanged(code.get(), known.get());
        }
        var id = Ids.next();
        sql.update(
                "INSERT INTO note (id, version, title, priority, due, code) VALUES (?, 0, ?, ?, ?, ?)",
                id,
                title.orElseThrow(),
                priority.orElse(null),
                due.orElse(null),
                code.orElse(null));
        return RowOutcome.created(code.orElse(null), id);
    }

    private static void await(CountDownLatch end) {
        try {
            if (!end.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody said that the slow row is done");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
