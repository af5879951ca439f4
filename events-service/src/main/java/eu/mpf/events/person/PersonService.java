package eu.mpf.events.person;

import eu.mpf.events.EventsProblem;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.version.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Keeps the people and joins those who turn out to be one. Audit entries name no names. */
@ApplicationScoped
@Transactional
public class PersonService {
    private final PersonRepository people;
    private final Sql sql;
    private final AuditTrail audit;

    public PersonService(PersonRepository people, Sql sql, AuditTrail audit) {
        this.people = people;
        this.sql = sql;
        this.audit = audit;
    }

    public Person create(PersonDetails details) {
        if (details.key() != null && people.count("key", details.key()) > 0) {
            throw new ProblemException(EventsProblem.KEY_TAKEN, "There is a person with this key already.");
        }
        Person person = new Person(details);
        people.persistAndFlush(person);
        audit.record("person.create", "person", person.id(), null, null, null);
        return person;
    }

    public Person revise(UUID id, long expectedVersion, UnaryOperator<PersonDetails> change) {
        Person person = people.get(id);
        Versions.check(expectedVersion, person.version());
        PersonDetails before = person.details();
        PersonDetails after = change.apply(before);
        person.revise(after);
        people.flush();
        // what changed, not to what: an entry stays, and a name may have to go
        audit.record(
                "person.revise",
                "person",
                id,
                Map.of("version", expectedVersion),
                Map.of("version", person.version(), "changed", after.differences(before)),
                null);
        return person;
    }

    private Person named(UUID id, String pointer) {
        return people.findByIdOptional(id)
                .orElseThrow(() -> ProblemException.invalid(pointer, "unknown-person", "is no person known here"));
    }

    /** Contributions of the duplicate become the survivor's; what was printed in them stays as it was. */
    public Person merge(UUID survivorId, UUID duplicateId, long expectedVersion) {
        Person survivor = named(survivorId, "/survivorId");
        Person duplicate = named(duplicateId, "/duplicateId");
        Versions.check(expectedVersion, survivor.version());
        survivor.absorb(duplicate);
        people.flush();
        int moved = sql.update("UPDATE contribution SET person_id = ? WHERE person_id = ?", survivorId, duplicateId);
        audit.record(
                "person.merge",
                "person",
                survivorId,
                Map.of("version", expectedVersion),
                Map.of("version", survivor.version(), "duplicate", duplicateId.toString(), "contributions", moved),
                null);
        return survivor;
    }
}
