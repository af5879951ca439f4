package eu.mpf.web.adjustment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Adjustments in the database. */
@ApplicationScoped
class AdjustmentStore {
    /** Writes only over the version that was seen; version 0 is a thing nobody has adjusted yet. */
    private static final String PUT = """
            INSERT INTO adjustment AS a (kind, name, value, version, changed_by)
            SELECT ?, ?, CAST(? AS jsonb), 1, ?
            WHERE ? = 0 OR EXISTS (SELECT FROM adjustment WHERE kind = ? AND name = ?)
            ON CONFLICT (kind, name) DO UPDATE SET value = excluded.value, version = a.version + 1,
                changed_at = now(), changed_by = excluded.changed_by
            WHERE a.version = ?
            RETURNING *""";

    private final Sql sql;
    private final ObjectMapper json;

    AdjustmentStore(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** The adjustment after the change; empty if another version than the expected one is there. */
    Optional<Adjustment> put(AdjustmentKind kind, String name, @Nullable JsonNode value, long expected, String by) {
        return sql.first(
                PUT,
                this::adjustment,
                kind,
                name,
                value == null ? null : value.toString(),
                by,
                expected,
                kind,
                name,
                expected);
    }

    Optional<Adjustment> find(AdjustmentKind kind, String name) {
        return sql.first("SELECT * FROM adjustment WHERE kind = ? AND name = ?", this::adjustment, kind, name);
    }

    List<Adjustment> of(AdjustmentKind kind) {
        return sql.list("SELECT * FROM adjustment WHERE kind = ? ORDER BY name", this::adjustment, kind);
    }

    /** All that this release knows: a newer one beside it may adjust what is strange to it. */
    List<Adjustment> all() {
        String[] kinds = Stream.of(AdjustmentKind.values()).map(Enum::name).toArray(String[]::new);
        return sql.list("SELECT * FROM adjustment WHERE kind = ANY (?)", this::adjustment, (Object) kinds);
    }

    /** Rises with every change of any adjustment. */
    long mark() {
        return sql.first("SELECT coalesce(sum(version), 0)::bigint FROM adjustment", row -> row.getLong(1))
                .orElseThrow();
    }

    private Adjustment adjustment(ResultSet row) throws SQLException {
        try {
            var value = row.getString("value");
            return new Adjustment(
                    AdjustmentKind.valueOf(row.getString("kind")),
                    row.getString("name"),
                    value == null ? null : json.readTree(value),
                    row.getLong("version"),
                    Objects.requireNonNull(Sql.instant(row, "changed_at")),
                    row.getString("changed_by"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a jsonb column holds JSON", e);
        }
    }
}
