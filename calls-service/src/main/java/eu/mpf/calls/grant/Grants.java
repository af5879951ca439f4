package eu.mpf.calls.grant;

import eu.mpf.calls.application.ApplicationStatus;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.version.Versions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** The stored grants. */
@ApplicationScoped
public class Grants implements PanacheRepositoryBase<Grant, UUID> {

    Grant locked(UUID id, long version) {
        Grant grant = Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> ProblemException.notFound("grant", id));
        Versions.check(version, grant.version());
        return grant;
    }

    /** Staff's, or the organisation's own once it was told of the award. */
    Grant visible(UUID id, boolean staff, String organisation) {
        return find(
                        "from Grant g where g.id = ?1 and (?2 = true or g.organisation = ?3 and exists"
                                + " (select 1 from Application a where a.id = g.applicationId and coalesce(a.told, a.status) in (?4, ?5)))",
                        id,
                        staff,
                        organisation,
                        ApplicationStatus.AWARDED,
                        ApplicationStatus.REVOKED)
                .firstResultOptional()
                .orElseThrow(() -> ProblemException.notFound("grant", id));
    }

    /** The award of an application that was not withdrawn. */
    Optional<Grant> standing(UUID applicationId) {
        return find("applicationId = ?1 and status <> ?2", applicationId, GrantStatus.WITHDRAWN)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    String nextReference() {
        Object number = getEntityManager()
                .createNativeQuery("SELECT nextval('grant_number')")
                .getSingleResult();
        return "MPF-GA-%06d".formatted(((Number) number).longValue());
    }
}
