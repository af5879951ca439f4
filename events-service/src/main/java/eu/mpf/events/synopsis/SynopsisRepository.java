package eu.mpf.events.synopsis;

import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.version.Versions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The stored synopses. */
@ApplicationScoped
public class SynopsisRepository implements PanacheRepositoryBase<Synopsis, UUID> {

    /** @throws ProblemException 404 */
    public Synopsis get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("synopsis", id));
    }

    /** For a change: @throws ProblemException 404, or 412 if the caller saw another version */
    Synopsis get(UUID id, long expectedVersion) {
        Synopsis synopsis = get(id);
        Versions.check(expectedVersion, synopsis.version());
        return synopsis;
    }

    Optional<Synopsis> inForce(UUID eventId) {
        return find("eventId = ?1 and status = ?2", eventId, SynopsisStatus.PUBLISHED)
                .firstResultOptional();
    }

    public Optional<Synopsis> edition(UUID eventId, int edition) {
        return find("eventId = ?1 and edition = ?2", eventId, edition).firstResultOptional();
    }

    int nextEdition(UUID eventId) {
        return (int) count("eventId", eventId) + 1;
    }
}
