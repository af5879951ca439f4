package eu.mpf.calls.letter;

import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stored batches and what became of each of their applications. Callers bring the transaction. */
@ApplicationScoped
class LetterBatches {

    private static final String SELECT = "SELECT b.id, b.call_id, b.asked_by, b.created_at, b.finished_at,"
            + " (SELECT count(*) FROM letter_batch_item i WHERE i.batch_id = b.id) AS total,"
            + " (SELECT count(*) FROM letter_batch_item i WHERE i.batch_id = b.id AND i.done_at IS NOT NULL) AS done,"
            + " (SELECT count(*) FROM letter_batch_item i WHERE i.batch_id = b.id AND i.letter_id IS NOT NULL) AS issued"
            + " FROM letter_batch b ";

    private final Sql sql;

    LetterBatches(Sql sql) {
        this.sql = sql;
    }

    /** One application of a batch; without letter and code it has not been come to yet. */
    record Item(
            int position,
            UUID applicationId,
            @Nullable UUID letterId,
            @Nullable String reference,
            @Nullable String code,
            @Nullable String detail) {}

    void add(UUID id, UUID callId, String askedBy, List<UUID> applications) {
        sql.update("INSERT INTO letter_batch (id, call_id, asked_by) VALUES (?, ?, ?)", id, callId, askedBy);
        sql.update(
                "INSERT INTO letter_batch_item (batch_id, position, application_id)"
                        + " SELECT ?, n, a FROM unnest(?::uuid[]) WITH ORDINALITY AS t (a, n)",
                id,
                applications);
    }

    /** @throws ProblemException 404 */
    LetterBatch get(UUID id) {
        return sql.first(SELECT + "WHERE b.id = ?", LetterBatches::batch, id)
                .orElseThrow(() -> ProblemException.notFound("operation", id));
    }

    private static LetterBatch batch(ResultSet row) throws SQLException {
        return new LetterBatch(
                row.getObject("id", UUID.class),
                row.getObject("call_id", UUID.class),
                row.getString("asked_by"),
                row.getInt("total"),
                row.getInt("done"),
                row.getInt("issued"),
                Objects.requireNonNull(Sql.instant(row, "created_at")),
                Sql.instant(row, "finished_at"));
    }

    /** The oldest one that runs and that nobody else works on now. */
    Optional<UUID> claim() {
        return sql.first(
                "SELECT id FROM letter_batch WHERE finished_at IS NULL ORDER BY created_at, id LIMIT 1"
                        + " FOR UPDATE SKIP LOCKED",
                row -> row.getObject(1, UUID.class));
    }

    List<Item> items(UUID id) {
        return sql.list(
                "SELECT * FROM letter_batch_item WHERE batch_id = ? ORDER BY position", LetterBatches::item, id);
    }

    List<Item> next(UUID id, int atMost) {
        return sql.list(
                "SELECT * FROM letter_batch_item WHERE batch_id = ? AND done_at IS NULL ORDER BY position LIMIT ?",
                LetterBatches::item,
                id,
                atMost);
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(
                row.getInt("position"),
                row.getObject("application_id", UUID.class),
                row.getObject("letter_id", UUID.class),
                row.getString("reference"),
                row.getString("code"),
                row.getString("detail"));
    }

    void done(UUID id, int position, LetterService.Result result) {
        Letter letter = result.letter();
        ProblemException refused = result.refused();
        sql.update(
                "UPDATE letter_batch_item SET done_at = clock_timestamp(), letter_id = ?::uuid, reference = ?, code = ?,"
                        + " detail = ? WHERE batch_id = ? AND position = ?",
                letter == null ? null : letter.id().toString(),
                letter == null ? null : letter.reference(),
                refused == null ? null : refused.type().code(),
                refused == null ? null : refused.detail(),
                id,
                position);
    }

    void finish(UUID id) {
        sql.update("UPDATE letter_batch SET finished_at = clock_timestamp() WHERE id = ?", id);
    }
}
