package eu.mpf.events.session;

import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.version.Versions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The stored sessions. */
@ApplicationScoped
public class SessionRepository implements PanacheRepositoryBase<Session, UUID> {

    /** @throws ProblemException 404 */
    public Session get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("session", id));
    }

    /** For a change: @throws ProblemException 404, or 412 if the caller saw another version */
    public Session get(UUID id, long expectedVersion) {
        Session session = get(id);
        Versions.check(expectedVersion, session.version());
        return session;
    }
}
