package eu.mpf.web.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads entries from rows. */
final class AuditRows {
    static final String COLUMNS = """
            e.id, e.recorded_at, e.actor, e.roles, e.organisation, e.action, e.object_type, e.object_id,
            e.before, e.after, e.reason, e.request_id, e.signature""";

    private AuditRows() {}

    static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getObject("id", UUID.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                roles(row),
                row.getString("organisation"),
                row.getString("action"),
                row.getString("object_type"),
                row.getString("object_id"),
                AuditJson.read(row.getString("before")),
                AuditJson.read(row.getString("after")),
                row.getString("reason"),
                row.getString("request_id"));
    }

    /** The entry of a row of {@link #COLUMNS}; null where an outer join has found none. */
    static @Nullable SignedEntry signed(ResultSet row) throws SQLException {
        return row.getObject("id") == null ? null : new SignedEntry(entry(row), row.getBytes("signature"));
    }

    private static List<String> roles(ResultSet row) throws SQLException {
        return Arrays.asList((String[]) row.getArray("roles").getArray());
    }
}
