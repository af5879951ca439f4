package eu.mpf.calls.call;

import eu.mpf.calls.CallsConfig;
import eu.mpf.calls.fund.Purse;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.time.Arrival;
import eu.mpf.web.version.Versions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The stored calls and their editions. */
@ApplicationScoped
public class Calls implements PanacheRepositoryBase<Call, UUID> {

    private final Arrival arrival;
    private final CallsConfig config;

    Calls(Arrival arrival, CallsConfig config) {
        this.arrival = arrival;
        this.config = config;
    }

    /**
     * When the current request came, by the database's clock. Until the transaction ends nobody is told that the clock has
     * closed the call.
     */
    public Instant taking(UUID id) {
        Duration waited = arrival.waited();
        Duration credited = waited.compareTo(config.arrivalGrace()) > 0 ? config.arrivalGrace() : waited;
        return (Instant) getEntityManager()
                .createNativeQuery("SELECT calls_taking(?1, make_interval(secs => ?2))", Instant.class)
                .setParameter(1, id)
                .setParameter(2, credited.toNanos() / 1e9)
                .getSingleResult();
    }

    /**
     * Waits for whoever hands in to the call now; others wait until the transaction ends. Whoever tells that a call takes
     * nothing more, or takes it by other terms, comes here before: what was taken by the old ones is then committed.
     */
    void awaitTaking(UUID id) {
        getEntityManager()
                .createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('call-taking/' || ?1, 0))")
                .setParameter(1, id.toString())
                // The order of locks is money, this, the call's row: what is changed so far must not be written before.
                .setFlushMode(FlushModeType.COMMIT)
                .getSingleResult();
    }

    /** @throws ProblemException 404 */
    public Call get(UUID id) {
        return Optional.ofNullable(findById(id)).orElseThrow(() -> ProblemException.notFound("call", id));
    }

    /** @throws ProblemException 404, or 412 when another version is stored */
    Call get(UUID id, long version) {
        Call call = get(id);
        Versions.check(version, call.version());
        return call;
    }

    /** The call with its row locked: its clock is read after the lock is held. */
    public Call locked(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> ProblemException.notFound("call", id));
    }

    /** As {@link #locked}, where this transaction may have read an older state of it. */
    Call lockedAnew(UUID id) {
        Call call = get(id);
        getEntityManager().refresh(call, LockModeType.PESSIMISTIC_WRITE);
        return call;
    }

    /** The call with a new version, for an event that tells of something beside its own row. */
    Call touched(UUID id) {
        Call call = locked(id);
        getEntityManager().lock(call, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        return call;
    }

    /** Published calls whose status by the clock is not what others were told. */
    List<UUID> movedByTheClock() {
        return getEntityManager()
                .createNativeQuery(
                        "SELECT id FROM call WHERE standing = 'PUBLISHED' AND told_status IS DISTINCT FROM"
                                + " call_status(standing, spent, opens_at, deadline_at, platform_clock())",
                        UUID.class)
                .getResultList();
    }

    /** Whether a purse is marked as run out, as stored: the call may have been read before somebody else marked it. */
    boolean isDepleted(UUID id, Purse purse) {
        return (Boolean) getEntityManager()
                .createNativeQuery("SELECT depleted_funds @> to_jsonb(?2) FROM call WHERE id = ?1", Boolean.class)
                .setParameter(1, id)
                .setParameter(2, purse.toString())
                .getSingleResult();
    }

    /** Now, by the database. */
    public Instant clock() {
        return (Instant) getEntityManager()
                .createNativeQuery("SELECT platform_clock()", Instant.class)
                .getSingleResult();
    }

    List<CallEdition> editions(UUID id) {
        return getEntityManager()
                .createQuery("from CallEdition e where e.id.callId = ?1 order by e.id.edition", CallEdition.class)
                .setParameter(1, id)
                .getResultList();
    }

    void add(CallEdition edition) {
        getEntityManager().persist(edition);
    }

    /** The terms an application was handed in under. */
    public CallTerms termsOf(UUID id, int edition) {
        CallEdition found = getEntityManager().find(CallEdition.class, new CallEdition.Key(id, edition));
        if (found == null) {
            throw ProblemException.notFound("call edition", edition);
        }
        return found.terms();
    }
}
