package eu.mpf.web.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.web.request.RequestId;
import eu.mpf.web.security.Caller;
import eu.mpf.web.value.Ids;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes who did what to which object, in the transaction of the deed: neither is there without the other. */
@ApplicationScoped
public class AuditTrail {
    /** One round trip; the second row tells the sealer what is still to be chained. */
    private static final String INSERT = """
            WITH entry AS (
                INSERT INTO audit_entry (id, recorded_at, actor, roles, organisation, action, object_type, object_id,
                                         before, after, reason, request_id, signature)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS jsonb), CAST(? AS jsonb), ?, ?, ?)
                RETURNING id)
            INSERT INTO audit_unsealed (entry_id) SELECT id FROM entry
            """;

    private final AgroalDataSource database;
    private final TransactionSynchronizationRegistry transactions;
    private final Caller caller;
    private final AuditSignature signature;
    private final ObjectMapper json;

    AuditTrail(
            AgroalDataSource database,
            TransactionSynchronizationRegistry transactions,
            Caller caller,
            AuditSignature signature,
            ObjectMapper json) {
        this.database = database;
        this.transactions = transactions;
        this.caller = caller;
        this.signature = signature;
        this.json = json;
    }

    /**
     * Records one deed.
     *
     * @param action what was done, for example {@code project.amended}
     * @param before the object's state before, null for a new one; no personal data beyond what the object holds
     * @param after its state after, null for a removed one
     * @throws IllegalStateException outside a transaction
     */
    public void record(
            String action,
            String objectType,
            Object objectId,
            @Nullable Object before,
            @Nullable Object after,
            @Nullable String reason) {
        if (transactions.getTransactionKey() == null) {
            throw new IllegalStateException("an audit entry belongs to the transaction of the deed it records");
        }
        var entry = new AuditEntry(
                Ids.next(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                caller.subject(),
                new TreeSet<>(caller.roles()).stream().toList(),
                caller.organisation().orElse(null),
                action,
                objectType,
                objectId.toString(),
                AuditJson.state(json, before),
                AuditJson.state(json, after),
                reason,
                RequestId.current());
        insert(entry);
    }

    private void insert(AuditEntry entry) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(INSERT)) {
            statement.setObject(1, entry.id());
            statement.setObject(2, entry.recordedAt().atOffset(java.time.ZoneOffset.UTC));
            statement.setString(3, entry.actor());
            statement.setArray(4, connection.createArrayOf("text", entry.roles().toArray()));
            statement.setString(5, entry.organisation());
            statement.setString(6, entry.action());
            statement.setString(7, entry.objectType());
            statement.setString(8, entry.objectId());
            statement.setString(9, text(entry.before()));
            statement.setString(10, text(entry.after()));
            statement.setString(11, entry.reason());
            statement.setString(12, entry.requestId());
            statement.setBytes(13, signature.sign(entry));
            statement.executeUpdate();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("the audit entry cannot be written", e);
        }
    }

    private @Nullable String text(@Nullable Object value) throws JsonProcessingException {
        return value == null ? null : json.writeValueAsString(value);
    }
}
