package eu.mpf.gateway.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.gateway.database.Columns;
import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table of webhooks, as their owners see it. */
@ApplicationScoped
public class WebhookTable {

    /** For lists too; the alias is {@code w}. */
    public static final String COLUMNS =
            "w.id, w.organisation, w.owner, w.roles, w.url, w.description, w.contact, w.types, w.filter,"
                    + " w.status, w.disabled_reason, w.version, w.created_at";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, List<String>>> FILTER = new TypeReference<>() {};

    private final Sql sql;

    WebhookTable(Sql sql) {
        this.sql = sql;
    }

    Optional<Webhook> find(UUID id) {
        return sql.first("SELECT " + COLUMNS + " FROM webhook w WHERE w.id = ?", WebhookTable::webhook, id);
    }

    Optional<Webhook> lock(UUID id) {
        return sql.first("SELECT " + COLUMNS + " FROM webhook w WHERE w.id = ? FOR UPDATE", WebhookTable::webhook, id);
    }

    /** It begins with what happens from now on, also if the feed has let go of everything. */
    void insert(Webhook webhook, byte[] secret) {
        sql.update(
                "INSERT INTO webhook (id, organisation, owner, roles, url, description, contact, types, filter, status,"
                        + " secret, created_at, due_at, position)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS jsonb), ?, ?, ?, ?,"
                        + " (SELECT greatest(removed_to, (SELECT max(position) FROM change)) FROM feed))",
                webhook.id(),
                webhook.organisation().orElse(null),
                webhook.owner(),
                webhook.roles(),
                webhook.url().toString(),
                webhook.description(),
                webhook.contact(),
                webhook.types(),
                json(webhook.filter()),
                webhook.status(),
                secret,
                webhook.createdAt(),
                webhook.createdAt());
    }

    void update(Webhook webhook) {
        sql.update(
                "UPDATE webhook SET roles = ?, url = ?, description = ?, contact = ?, types = ?, filter = CAST(? AS jsonb),"
                        + " status = ?, disabled_reason = ?, version = ? WHERE id = ?",
                webhook.roles(),
                webhook.url().toString(),
                webhook.description(),
                webhook.contact(),
                webhook.types(),
                json(webhook.filter()),
                webhook.status(),
                webhook.disabledReason(),
                webhook.version(),
                webhook.id());
    }

    /** Lets an endpoint be looked at no later than then; what waits for its next attempt goes on waiting. */
    void due(UUID id, Instant at) {
        sql.update("UPDATE webhook SET due_at = least(due_at, ?) WHERE id = ?", at, id);
    }

    /** Lets an endpoint that is on again be tried at once with what has waited. */
    void resume(UUID id, Instant at) {
        due(id, at);
        sql.update("UPDATE webhook_delivery SET next_at = ? WHERE webhook_id = ? AND status = 'PENDING'", at, id);
    }

    /** Whether the feed has let go of changes that were never looked at for it. */
    boolean missed(UUID id) {
        return sql.first(
                        "SELECT w.position < f.removed_to FROM webhook w, feed f WHERE w.id = ?",
                        row -> row.getBoolean(1),
                        id)
                .orElse(false);
    }

    /** Goes on with the oldest change that is kept. */
    void skipMissed(UUID id) {
        sql.update("UPDATE webhook SET position = greatest(position, (SELECT removed_to FROM feed)) WHERE id = ?", id);
    }

    void delete(UUID id) {
        sql.update("DELETE FROM webhook WHERE id = ?", id);
    }

    /** The new secret first; the one before signs too until the given time. */
    void rotate(UUID id, byte[] secret, Instant previousUntil, long version) {
        sql.update(
                "UPDATE webhook SET previous_secret = secret, previous_until = ?, secret = ?, version = ? WHERE id = ?",
                previousUntil,
                secret,
                version,
                id);
    }

    /** The new secret alone, whatever signed before. */
    void replaceSecrets(UUID id, byte[] secret, long version) {
        sql.update(
                "UPDATE webhook SET previous_secret = NULL, previous_until = NULL, secret = ?, version = ? WHERE id = ?",
                secret,
                version,
                id);
    }

    /** What signs at the given time, encrypted, the newest first. */
    List<byte[]> secrets(UUID id, Instant now) {
        return sql.list(
                "SELECT s.secret FROM webhook w, LATERAL (VALUES (1, w.secret), (2, CASE WHEN w.previous_until > ? THEN"
                        + " w.previous_secret END)) AS s (rank, secret)"
                        + " WHERE w.id = ? AND s.secret IS NOT NULL ORDER BY s.rank",
                row -> row.getBytes(1),
                now,
                id);
    }

    /** The webhook in a row of {@link #COLUMNS}. */
    public static Webhook webhook(ResultSet row) throws SQLException {
        return new Webhook(
                row.getObject("id", UUID.class),
                Optional.ofNullable(row.getString("organisation")),
                row.getString("owner"),
                Columns.texts(row, "roles"),
                URI.create(row.getString("url")),
                row.getString("description"),
                row.getString("contact"),
                Columns.texts(row, "types"),
                filter(row.getString("filter")),
                WebhookStatus.valueOf(row.getString("status")),
                row.getString("disabled_reason"),
                row.getLong("version"),
                Columns.time(row, "created_at"));
    }

    private static Map<String, List<String>> filter(@Nullable String json) {
        try {
            return json == null ? Map.of() : JSON.readValue(json, FILTER);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored filter is always read again", e);
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can always be written", e);
        }
    }
}
