package eu.mpf.web.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.messaging.write.LastWrites;
import eu.mpf.web.request.RequestId;
import eu.mpf.web.security.Caller;
import eu.mpf.web.value.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes who did what to which object, in the transaction of the deed: neither is there without the other. */
@ApplicationScoped
public class AuditTrail {
    private static final String INSERT = """
            INSERT INTO audit_entry (id, recorded_at, actor, roles, organisation, action, object_type, object_id,
                                     before, after, reason, request_id, signature)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS jsonb), CAST(? AS jsonb), ?, ?, ?)""";
    /** Tells the sealer what is still to be chained. */
    private static final String UNSEALED = "INSERT INTO audit_unsealed (entry_id) VALUES (?)";

    private final LastWrites writes;
    private final TransactionSynchronizationRegistry transactions;
    private final Caller caller;
    private final AuditSignature signature;
    private final ObjectMapper json;

    AuditTrail(
            LastWrites writes,
            TransactionSynchronizationRegistry transactions,
            Caller caller,
            AuditSignature signature,
            ObjectMapper json) {
        this.writes = writes;
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
        try {
            String before = text(entry.before());
            String after = text(entry.after());
            byte[] signed = signature.sign(entry);
            writes.add(
                    INSERT,
                    row -> row.id(entry.id())
                            .instant(entry.recordedAt())
                            .text(entry.actor())
                            .texts(entry.roles())
                            .text(entry.organisation())
                            .text(entry.action())
                            .text(entry.objectType())
                            .text(entry.objectId())
                            .text(before)
                            .text(after)
                            .text(entry.reason())
                            .text(entry.requestId())
                            .bytes(signed));
            writes.add(UNSEALED, row -> row.id(entry.id()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the audit entry cannot be written", e);
        }
    }

    private @Nullable String text(@Nullable Object value) throws JsonProcessingException {
        return value == null ? null : json.writeValueAsString(value);
    }
}
