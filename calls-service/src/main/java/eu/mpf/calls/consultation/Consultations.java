package eu.mpf.calls.consultation;

import eu.mpf.web.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The stored consultations. */
@ApplicationScoped
public class Consultations implements PanacheRepositoryBase<Consultation, UUID> {

    List<Consultation> of(UUID applicationId) {
        return list("applicationId = ?1 order by round, id", applicationId);
    }

    /** @throws ProblemException 404 */
    Consultation get(UUID applicationId, UUID id) {
        return find("id = ?1 and applicationId = ?2", id, applicationId)
                .firstResultOptional()
                .orElseThrow(() -> ProblemException.notFound("consultation", id));
    }
}
