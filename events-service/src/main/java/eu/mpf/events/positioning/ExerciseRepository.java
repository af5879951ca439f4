package eu.mpf.events.positioning;

import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.version.Versions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;

/** The stored exercises. */
@ApplicationScoped
public class ExerciseRepository implements PanacheRepositoryBase<Exercise, UUID> {

    /** @throws ProblemException 404 */
    public Exercise get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("positioning exercise", id));
    }

    /** For a change: @throws ProblemException 404, or 412 if the caller saw another version */
    public Exercise get(UUID id, long expectedVersion) {
        Exercise exercise = get(id);
        Versions.check(expectedVersion, exercise.version());
        return exercise;
    }

    /** Positions of one exercise are taken one after the other, each with a version of its own. */
    Exercise next(UUID id) {
        Exercise exercise = findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> ProblemException.notFound("positioning exercise", id));
        getEntityManager().lock(exercise, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        return exercise;
    }
}
