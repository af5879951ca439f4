package eu.mpf.events.buildingaccess;

import eu.mpf.events.EventsProblem;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.problem.CommonProblem;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps what a building asks of its visitors. Neither events nor exports nor the audit trail hold any of it. */
@ApplicationScoped
@Transactional
public class BuildingAccessService {
    private final Sql sql;
    private final AccessVault vault;
    private final AuditTrail audit;

    public BuildingAccessService(Sql sql, AccessVault vault, AuditTrail audit) {
        this.sql = sql;
        this.vault = vault;
        this.audit = audit;
    }

    /** @param version 0 while nothing was given */
    public record Held(@Nullable AccessData data, long version) {}

    /** @throws ProblemException 404 while nothing was given, or once it is deleted */
    public Held read(UUID registrationId) {
        return sql.first(
                        "SELECT key_id, sealed, version FROM building_access WHERE registration_id = ?",
                        row -> new Held(
                                vault.open(
                                        registrationId,
                                        new AccessVault.Sealed(row.getString("key_id"), row.getBytes("sealed"))),
                                row.getLong("version")),
                        registrationId)
                .orElseThrow(() -> ProblemException.notFound("building-access data of registration", registrationId));
    }

    /** @throws ProblemException 409 for whoever will not come, or once it is over; 412 if it was given in between */
    public long give(UUID registrationId, long expectedVersion, AccessData given) {
        AccessData data = given.checked();
        // A follow-up is to come after its event was held.
        boolean comes = sql.first("""
                        SELECT r.status IN ('PENDING', 'CONFIRMED', 'WAITLISTED', 'OFFERED')
                               AND CASE WHEN f.id IS NULL THEN e.status = 'PUBLISHED'
                                   ELSE f.status = 'PLANNED' AND e.status IN ('PUBLISHED', 'HELD', 'REPORTED') END
                        FROM registration r JOIN event e ON e.id = r.event_id
                        LEFT JOIN session f ON f.id = r.follow_up_id WHERE r.id = ?
                        """, row -> row.getBoolean(1), registrationId)
                .orElseThrow(() -> ProblemException.notFound("registration", registrationId));
        if (!comes) {
            throw new ProblemException(
                    EventsProblem.STEP_NOT_POSSIBLE, "Building access is for those who are to come.");
        }
        AccessVault.Sealed sealed = vault.seal(registrationId, data);
        int stored = expectedVersion == 0
                ? sql.update("""
                        INSERT INTO building_access (registration_id, key_id, sealed, version) VALUES (?, ?, ?, 1)
                        ON CONFLICT DO NOTHING
                        """, registrationId, sealed.keyId(), sealed.bytes())
                : sql.update("""
                        UPDATE building_access SET key_id = ?, sealed = ?, version = version + 1, updated_at = now()
                        WHERE registration_id = ? AND version = ?
                        """, sealed.keyId(), sealed.bytes(), registrationId, expectedVersion);
        if (stored == 0) {
            throw new ProblemException(
                    CommonProblem.VERSION_CONFLICT, "Building-access data were given in the meantime.");
        }
        audit.record("building-access.give", "registration", registrationId, null, null, null);
        return expectedVersion + 1;
    }

    /** @throws ProblemException 404 while nothing was given, 412 if it was given anew in between */
    public void remove(UUID registrationId, long expectedVersion) {
        if (version(registrationId) != expectedVersion
                || sql.update(
                                "DELETE FROM building_access WHERE registration_id = ? AND version = ?",
                                registrationId,
                                expectedVersion)
                        == 0) {
            throw new ProblemException(
                    CommonProblem.VERSION_CONFLICT, "Building-access data were given in the meantime.");
        }
        audit.record("building-access.remove", "registration", registrationId, null, null, null);
    }

    private long version(UUID registrationId) {
        return sql.first(
                        "SELECT version FROM building_access WHERE registration_id = ?",
                        row -> row.getLong(1),
                        registrationId)
                .orElseThrow(() -> ProblemException.notFound("building-access data of registration", registrationId));
    }
}
