package eu.mpf.calls.letter;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The stored letters. */
@ApplicationScoped
public class Letters implements PanacheRepositoryBase<Letter, UUID> {

    List<Letter> of(UUID applicationId) {
        return list("applicationId = ?1 order by step", applicationId);
    }

    /** The last letter about an application. */
    public Optional<Letter> latest(UUID applicationId) {
        return find("applicationId = ?1 order by step desc", applicationId).firstResultOptional();
    }

    /**
     * Applications of a call whose applicant does not know yet where they stand, or has no letter of why the award is taken
     * back, in the order of their ids.
     */
    List<UUID> due(UUID callId, int limit) {
        List<?> ids = getEntityManager()
                .createNativeQuery(
                        "SELECT id FROM application a WHERE call_id = ?1 AND (told <> status"
                                + " AND status IN ('NOT_INVITED', 'INELIGIBLE', 'RESERVED', 'REJECTED', 'AWARDED')"
                                + " OR status = 'REVOKED' AND NOT EXISTS (SELECT 1 FROM decision_letter l"
                                + " WHERE l.application_id = a.id AND l.kind = 'REVOCATION'))"
                                + " ORDER BY id LIMIT ?2",
                        UUID.class)
                .setParameter(1, callId)
                .setParameter(2, limit)
                .getResultList();
        return ids.stream().map(UUID.class::cast).toList();
    }

    String nextReference() {
        Object number = getEntityManager()
                .createNativeQuery("SELECT nextval('letter_number')")
                .getSingleResult();
        return "MPF-L-%06d".formatted(((Number) number).longValue());
    }
}
