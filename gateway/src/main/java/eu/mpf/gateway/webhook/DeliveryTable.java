package eu.mpf.gateway.webhook;

import eu.mpf.gateway.database.Columns;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.value.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The store of deliveries and the log of their attempts. */
@ApplicationScoped
public class DeliveryTable {

    /** For lists too; the alias is {@code d}. */
    public static final String COLUMNS = "d.id, d.webhook_id, d.event_id, d.type, d.subject, d.body, d.kind, d.status,"
            + " d.attempts, d.next_at, d.created_at, d.settled_at";

    private final Sql sql;

    DeliveryTable(Sql sql) {
        this.sql = sql;
    }

    /** Tests first, since they wait for nothing; then in order. */
    Optional<Delivery> head(UUID webhook) {
        return sql.first(
                "SELECT " + COLUMNS + " FROM webhook_delivery d WHERE d.webhook_id = ? AND d.status = 'PENDING'"
                        + " ORDER BY d.kind <> 'TEST', d.number LIMIT 1",
                DeliveryTable::delivery,
                webhook);
    }

    /** An event is stored once for each webhook, however often it is found. */
    void insert(UUID webhook, UUID event, String type, String subject, String body, DeliveryKind kind, Instant now) {
        insert(Ids.next(), webhook, event, type, subject, body, kind, now);
    }

    void insert(
            UUID id,
            UUID webhook,
            UUID event,
            String type,
            String subject,
            String body,
            DeliveryKind kind,
            Instant now) {
        sql.update(
                "INSERT INTO webhook_delivery (id, webhook_id, event_id, type, subject, body, kind, next_at, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (webhook_id, event_id) WHERE kind = 'EVENT' DO NOTHING",
                id,
                webhook,
                event,
                type,
                subject,
                body,
                kind,
                now,
                now);
    }

    /** Queues again what was settled in a range of time; returns how many. */
    int replay(UUID webhook, Instant from, Instant to, @Nullable DeliveryStatus status, Instant now) {
        return sql.update(
                "INSERT INTO webhook_delivery (id, webhook_id, event_id, type, subject, body, kind, next_at, created_at)"
                        + " SELECT uuidv7(), o.webhook_id, o.event_id, o.type, o.subject, o.body, 'REPLAY', ?, ? FROM ("
                        + " SELECT DISTINCT ON (d.event_id) d.* FROM webhook_delivery d WHERE d.webhook_id = ?"
                        + " AND d.created_at >= ? AND d.created_at < ? AND d.kind <> 'TEST' AND d.status <> 'PENDING'"
                        + " AND (CAST(? AS text) IS NULL OR d.status = ?) ORDER BY d.event_id, d.number) o"
                        + " ORDER BY o.number",
                now,
                now,
                webhook,
                from,
                to,
                status,
                status);
    }

    Optional<Delivery> find(UUID webhook, UUID id) {
        return sql.first(
                "SELECT " + COLUMNS + " FROM webhook_delivery d WHERE d.webhook_id = ? AND d.id = ?",
                DeliveryTable::delivery,
                webhook,
                id);
    }

    List<Attempt> attempts(UUID delivery) {
        return sql.list(
                "SELECT number, attempted_at, status, millis, failure FROM webhook_attempt WHERE delivery_id = ?"
                        + " ORDER BY number",
                row -> new Attempt(
                        row.getInt("number"),
                        Columns.time(row, "attempted_at"),
                        row.getObject("status", Integer.class),
                        row.getInt("millis"),
                        row.getString("failure")),
                delivery);
    }

    void note(UUID delivery, Attempt attempt) {
        sql.update(
                "INSERT INTO webhook_attempt (delivery_id, number, attempted_at, status, millis, failure)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                delivery,
                attempt.number(),
                attempt.attemptedAt(),
                attempt.status(),
                attempt.millis(),
                attempt.failure());
    }

    /** After an attempt. */
    void update(UUID delivery, DeliveryStatus status, int attempts, Instant nextAt, @Nullable Instant settledAt) {
        sql.update(
                "UPDATE webhook_delivery SET status = ?, attempts = ?, next_at = ?, settled_at = ? WHERE id = ?",
                status,
                attempts,
                nextAt,
                settledAt,
                delivery);
    }

    /** Removes the log of what was settled long ago. */
    public void forget(Duration olderThan, Instant now) {
        sql.update("DELETE FROM webhook_delivery WHERE status <> 'PENDING' AND settled_at < ?", now.minus(olderThan));
    }

    /** The delivery in a row of {@link #COLUMNS}. */
    public static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getObject("webhook_id", UUID.class),
                row.getObject("event_id", UUID.class),
                row.getString("type"),
                row.getString("subject"),
                row.getString("body"),
                DeliveryKind.valueOf(row.getString("kind")),
                DeliveryStatus.valueOf(row.getString("status")),
                row.getInt("attempts"),
                Columns.time(row, "next_at"),
                Columns.time(row, "created_at"),
                Sql.instant(row, "settled_at"));
    }
}
