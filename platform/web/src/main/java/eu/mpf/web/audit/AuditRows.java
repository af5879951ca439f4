package eu.mpf.web.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Reads entries from rows and computes the links of the chain. */
final class AuditRows {
    static final String COLUMNS = """
            e.id, e.recorded_at, e.actor, e.roles, e.organisation, e.action, e.object_type, e.object_id,
            e.before, e.after, e.reason, e.request_id, e.signature""";

    /** What the first seal builds on. */
    static final byte[] GENESIS = new byte[32];

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

    static byte[] link(byte[] previous, AuditEntry entry, byte[] signature) {
        return link(previous, AuditJson.canonical(entry), signature);
    }

    /** @param canonical the entry as {@link AuditJson#canonical} writes it */
    static byte[] link(byte[] previous, byte[] canonical, byte[] signature) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(previous);
            digest.update(canonical);
            digest.update(signature);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    private static List<String> roles(ResultSet row) throws SQLException {
        return Arrays.asList((String[]) row.getArray("roles").getArray());
    }
}
