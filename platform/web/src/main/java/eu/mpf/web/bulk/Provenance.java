package eu.mpf.web.bulk;

import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Where imported objects came from. */
@ApplicationScoped
public class Provenance {
    private final Sql sql;

    Provenance(Sql sql) {
        this.sql = sql;
    }

    /** The rows that made or changed the object, newest first; empty if it was never imported. */
    public List<Origin> of(String objectType, Object objectId) {
        return sql.list(
                """
                SELECT i.id, i.source, i.source_date, p.row_number, p.recorded_at, i.started_by
                FROM provenance p JOIN import_run i ON i.id = p.import_id
                WHERE p.object_type = ? AND p.object_id = ? ORDER BY p.recorded_at DESC, p.row_number DESC""",
                row -> new Origin(
                        row.getObject("id", UUID.class),
                        row.getString("source"),
                        row.getObject("source_date", LocalDate.class),
                        row.getInt("row_number"),
                        Objects.requireNonNull(Sql.instant(row, "recorded_at")),
                        row.getString("started_by")),
                objectType,
                objectId.toString());
    }
}
