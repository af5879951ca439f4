package eu.mpf.events.person;

import eu.mpf.web.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The stored people. */
@ApplicationScoped
public class PersonRepository implements PanacheRepositoryBase<Person, UUID> {

    /** @throws ProblemException 404 */
    public Person get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("person", id));
    }
}
