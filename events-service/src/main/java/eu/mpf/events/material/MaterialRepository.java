package eu.mpf.events.material;

import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.version.Versions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The stored materials. */
@ApplicationScoped
public class MaterialRepository implements PanacheRepositoryBase<Material, UUID> {

    /** For a change: @throws ProblemException 404, also for one of another session, or 412 for another version */
    Material get(UUID sessionId, UUID id, long expectedVersion) {
        Material material = findByIdOptional(id)
                .filter(found -> found.sessionId().equals(sessionId))
                .orElseThrow(() -> ProblemException.notFound("material", id));
        Versions.check(expectedVersion, material.version());
        return material;
    }
}
