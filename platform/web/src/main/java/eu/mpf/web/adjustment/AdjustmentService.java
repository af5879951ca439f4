package eu.mpf.web.adjustment;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.problem.CommonProblem;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sets things and sets them back, with the version the administrator has seen, and an audit entry in the same transaction. */
@ApplicationScoped
public class AdjustmentService {
    private final AdjustmentStore store;
    private final Adjustments adjustments;
    private final AuditTrail audit;
    private final Caller caller;
    private final TransactionSynchronizationRegistry transactions;

    AdjustmentService(
            AdjustmentStore store,
            Adjustments adjustments,
            AuditTrail audit,
            Caller caller,
            TransactionSynchronizationRegistry transactions) {
        this.store = store;
        this.adjustments = adjustments;
        this.audit = audit;
        this.caller = caller;
        this.transactions = transactions;
    }

    /** As the database holds it now, also where it was set back. */
    public Optional<Adjustment> find(AdjustmentKind kind, String name) {
        return store.find(kind, name);
    }

    /** Everything of a kind, as the database holds it now. */
    public List<Adjustment> of(AdjustmentKind kind) {
        return store.of(kind);
    }

    /** The version to be named by who changes it; 0 where nobody has adjusted it yet. */
    public long version(AdjustmentKind kind, String name) {
        return find(kind, name).map(Adjustment::version).orElse(0L);
    }

    /**
     * Sets a thing, or sets it back.
     *
     * @param value already checked; null to set it back
     * @param expected the version its administrator has seen
     * @param initial what holds where nothing is set, for the audit entry
     * @throws ProblemException 412 if it has another version by now
     */
    @Transactional
    public Adjustment put(
            AdjustmentKind kind,
            String name,
            @Nullable JsonNode value,
            long expected,
            @Nullable Object initial,
            @Nullable String reason) {
        var before = find(kind, name).map(Adjustment::value);
        var after = store.put(kind, name, value, expected, caller.subject())
                .orElseThrow(() -> new ProblemException(
                        CommonProblem.VERSION_CONFLICT,
                        "The resource has another version now. Read it again, then decide."));
        audit.record(
                kind.objectType() + (value == null ? ".reset" : ".set"),
                kind.objectType(),
                name,
                before.<Object>map(old -> old).orElse(initial),
                value == null ? initial : value,
                reason);
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // nothing is known before it is committed
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    adjustments.learn(List.of(after));
                }
            }
        });
        return after;
    }
}
