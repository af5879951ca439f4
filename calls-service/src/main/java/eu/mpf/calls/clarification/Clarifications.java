package eu.mpf.calls.clarification;

import eu.mpf.web.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The stored questions. */
@ApplicationScoped
public class Clarifications implements PanacheRepositoryBase<Clarification, UUID> {

    Clarification get(UUID callId, UUID id) {
        return find("id = ?1 and callId = ?2", id, callId)
                .firstResultOptional()
                .orElseThrow(() -> ProblemException.notFound("clarification", id));
    }
}
