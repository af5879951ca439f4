package eu.mpf.gateway.partner;

import eu.mpf.gateway.database.Columns;
import eu.mpf.gateway.policy.auth.KeyRecord;
import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The table of keys. */
@ApplicationScoped
public class ApiKeyTable {

    static final String COLUMNS =
            "k.id, k.client_id, k.prefix, k.scopes, k.created_at, k.expires_at, k.revoked_at, k.last_used_at, k.version";

    /** A key is worth no more than its client allows now; the end is the earliest of its own and its revocation. */
    private static final String FIND = """
            SELECT k.id, k.client_id, c.name, c.organisation, c.roles, c.rate_limit, k.hash,
                   ARRAY(SELECT unnest(k.scopes) INTERSECT SELECT unnest(c.scopes)) AS scopes,
                   CASE WHEN c.status = 'ACTIVE' THEN least(k.expires_at, k.revoked_at) ELSE k.created_at END AS ends_at
            FROM api_key k JOIN api_client c ON c.id = k.client_id WHERE k.prefix = ?""";

    private final Sql sql;

    ApiKeyTable(Sql sql) {
        this.sql = sql;
    }

    /** What the forwarding path needs to know of a key. */
    public Optional<KeyRecord> find(String prefix) {
        return sql.first(
                FIND,
                row -> new KeyRecord(
                        row.getObject("id", UUID.class),
                        row.getObject("client_id", UUID.class),
                        row.getString("name"),
                        row.getString("organisation"),
                        Columns.texts(row, "roles"),
                        Columns.texts(row, "scopes"),
                        row.getBytes("hash"),
                        Columns.time(row, "ends_at"),
                        row.getObject("rate_limit", Integer.class)),
                prefix);
    }

    List<ApiKey> ofClient(UUID client) {
        return sql.list(
                "SELECT " + COLUMNS + " FROM api_key k WHERE k.client_id = ? ORDER BY k.created_at DESC, k.id",
                ApiKeyTable::key,
                client);
    }

    void insert(ApiKey key, byte[] hash) {
        sql.update(
                "INSERT INTO api_key (id, client_id, prefix, hash, scopes, created_at, expires_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                key.id(),
                key.clientId(),
                key.prefix(),
                hash,
                key.scopes(),
                key.createdAt(),
                key.expiresAt());
    }

    void update(ApiKey key) {
        sql.update(
                "UPDATE api_key SET expires_at = ?, revoked_at = ?, version = ? WHERE id = ?",
                key.expiresAt(),
                key.revokedAt(),
                key.version(),
                key.id());
    }

    /** Notes when keys were used; never turns back. */
    void used(Map<UUID, Instant> uses) {
        sql.update(
                "UPDATE api_key k SET last_used_at = u.at"
                        + " FROM unnest(?::text[], ?::text[]) AS t (id, at_text),"
                        + " LATERAL (SELECT t.at_text::timestamptz AS at) u"
                        + " WHERE k.id = t.id::uuid AND (k.last_used_at IS NULL OR k.last_used_at < u.at)",
                uses.keySet().stream().map(UUID::toString).toList(),
                uses.values().stream().map(Instant::toString).toList());
    }

    static ApiKey key(ResultSet row) throws SQLException {
        return new ApiKey(
                row.getObject("id", UUID.class),
                row.getObject("client_id", UUID.class),
                row.getString("prefix"),
                Columns.texts(row, "scopes"),
                Columns.time(row, "created_at"),
                Columns.time(row, "expires_at"),
                Sql.instant(row, "revoked_at"),
                Sql.instant(row, "last_used_at"),
                row.getLong("version"));
    }
}
