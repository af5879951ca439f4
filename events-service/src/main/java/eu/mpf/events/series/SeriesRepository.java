package eu.mpf.events.series;

import eu.mpf.web.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The stored series. */
@ApplicationScoped
public class SeriesRepository implements PanacheRepositoryBase<EventSeries, UUID> {

    /** @throws ProblemException 404 */
    public EventSeries get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("event series", id));
    }

    public Optional<EventSeries> withKey(String key) {
        return find("key", key).firstResultOptional();
    }
}
