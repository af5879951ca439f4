package eu.mpf.calls.check;

import eu.mpf.web.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The stored questions to applicants. */
@ApplicationScoped
public class ClarificationRequests implements PanacheRepositoryBase<ClarificationRequest, UUID> {

    List<ClarificationRequest> of(UUID applicationId) {
        return list("applicationId = ?1 order by askedAt, id", applicationId);
    }

    Optional<ClarificationRequest> open(UUID applicationId) {
        return find("applicationId = ?1 and answeredAt is null and lapsedAt is null", applicationId)
                .firstResultOptional();
    }

    ClarificationRequest of(UUID applicationId, UUID id) {
        return find("id = ?1 and applicationId = ?2", id, applicationId)
                .firstResultOptional()
                .orElseThrow(() -> ProblemException.notFound("clarification request", id));
    }
}
