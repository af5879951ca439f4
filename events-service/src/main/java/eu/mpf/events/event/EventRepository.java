package eu.mpf.events.event;

import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.version.Versions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;

/** The stored events. */
@ApplicationScoped
public class EventRepository implements PanacheRepositoryBase<Event, UUID> {

    /** @throws ProblemException 404 */
    public Event get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("event", id));
    }

    /** For a change: @throws ProblemException 404, or 412 if the caller saw another version */
    public Event get(UUID id, long expectedVersion) {
        Event event = get(id);
        Versions.check(expectedVersion, event.version());
        return event;
    }

    /** For a fact about the event that leaves the row itself as it is: its version grows all the same. */
    public Event touch(UUID id) {
        Event event = findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> ProblemException.notFound("event", id));
        getEntityManager().lock(event, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        return event;
    }
}
