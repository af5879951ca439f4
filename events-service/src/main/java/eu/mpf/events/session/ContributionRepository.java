package eu.mpf.events.session;

import eu.mpf.web.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The stored contributions. */
@ApplicationScoped
public class ContributionRepository implements PanacheRepositoryBase<Contribution, UUID> {

    /** @throws ProblemException 404, also for one of another session */
    public Contribution get(UUID sessionId, UUID id) {
        return findByIdOptional(id)
                .filter(contribution -> contribution.sessionId().equals(sessionId))
                .orElseThrow(() -> ProblemException.notFound("contribution", id));
    }
}
