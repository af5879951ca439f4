package eu.mpf.events.registration;

import eu.mpf.web.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The stored registrations. */
@ApplicationScoped
public class RegistrationRepository implements PanacheRepositoryBase<Registration, UUID> {

    /** @throws ProblemException 404 */
    public Registration get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("registration", id));
    }
}
