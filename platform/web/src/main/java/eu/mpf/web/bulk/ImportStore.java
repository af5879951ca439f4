package eu.mpf.web.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.messaging.write.LastWrites;
import eu.mpf.web.problem.FieldError;
import eu.mpf.web.security.Caller;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.value.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Imports and their rows in the database. */
@ApplicationScoped
class ImportStore {
    private static final TypeReference<List<FieldError>> ERRORS = new TypeReference<>() {};

    private static final String SAVE_ROW = """
            INSERT INTO import_row (import_id, row_number, row_key, outcome, object_id, errors, warnings)
            VALUES (?, ?, ?, ?, ?, CAST(? AS jsonb), CAST(? AS jsonb))
            ON CONFLICT (import_id, row_number) DO UPDATE SET row_key = excluded.row_key, outcome = excluded.outcome,
                object_id = excluded.object_id, errors = excluded.errors, warnings = excluded.warnings
            WHERE import_row.outcome = 'REFUSED'""";

    private static final String SAVE_PROVENANCE =
            "INSERT INTO provenance (object_type, object_id, import_id, row_number) VALUES (?, ?, ?, ?)";

    private final Sql sql;
    private final LastWrites writes;
    private final Caller caller;
    private final ObjectMapper json;

    ImportStore(Sql sql, LastWrites writes, Caller caller, ObjectMapper json) {
        this.sql = sql;
        this.writes = writes;
        this.caller = caller;
        this.json = json;
    }

    /** The import of this very file into this target: the one begun before, or a new one. */
    UUID begin(ImportTarget target, byte[] checksum, ImportParams params) {
        sql.update(
                """
                INSERT INTO import_run (id, kind, scope, checksum, source, source_date, started_by)
                VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""",
                Ids.next(),
                target.kind(),
                target.scope(),
                checksum,
                params.source,
                params.sourceDate,
                caller.subject());
        return sql.first(
                        "SELECT id FROM import_run WHERE kind = ? AND scope = ? AND checksum = ?",
                        row -> row.getObject(1, UUID.class),
                        target.kind(),
                        target.scope(),
                        checksum)
                .orElseThrow();
    }

    /** Those of the rows that are done, by number. Holds the import until the transaction ends: one works at a time. */
    Map<Integer, RowResult> done(UUID id, Collection<Integer> rows) {
        sql.list("SELECT id FROM import_run WHERE id = ? FOR NO KEY UPDATE", row -> true, id);
        return sql
                .list(
                        "SELECT * FROM import_row WHERE import_id = ? AND row_number = ANY (?) AND outcome <> 'REFUSED'",
                        this::result,
                        id,
                        rows)
                .stream()
                .collect(Collectors.toMap(RowResult::row, Function.identity()));
    }

    /** The row's result and where its object came from, at the end of the row's transaction. */
    void save(UUID id, RowResult result, String objectType) {
        String key = result.key();
        String object = result.id();
        String errors = text(result.errors());
        String warnings = text(result.warnings());
        writes.add(
                SAVE_ROW,
                row -> row.id(id)
                        .number(result.row())
                        .text(key)
                        .text(result.outcome().name())
                        .text(object)
                        .text(errors)
                        .text(warnings));
        if (result.outcome() == Outcome.CREATED || result.outcome() == Outcome.UPDATED) {
            writes.add(
                    SAVE_PROVENANCE,
                    row -> row.text(objectType).text(object).id(id).number(result.row()));
        }
    }

    void finish(UUID id) {
        sql.update("UPDATE import_run SET finished_at = now() WHERE id = ?", id);
    }

    private RowResult result(ResultSet row) throws SQLException {
        return new RowResult(
                row.getInt("row_number"),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("row_key"),
                row.getString("object_id"),
                errors(row.getString("errors")),
                errors(row.getString("warnings")));
    }

    private String text(@Nullable List<FieldError> errors) {
        try {
            return json.writeValueAsString(errors);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("errors are texts", e);
        }
    }

    private List<FieldError> errors(String jsonb) {
        try {
            return json.readValue(jsonb, ERRORS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored errors are errors", e);
        }
    }
}
