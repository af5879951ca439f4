package eu.mpf.calls.evaluation;

import eu.mpf.calls.eligibility.Stage;
import eu.mpf.web.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The stored reviews and consensus marks. */
@ApplicationScoped
public class Evaluations implements PanacheRepositoryBase<Evaluation, UUID> {

    private static final String CONSENSUS_ASIDE = """
            WITH gone AS (DELETE FROM consensus WHERE application_id = ?1 AND stage = ?2 RETURNING *)
            INSERT INTO voided_consensus (application_id, stage, call_id, marks, comment, total, passes, agreed_at, agreed_by,
                voided_at)
            SELECT application_id, stage, call_id, marks, comment, total, passes, agreed_at, agreed_by, ?3 FROM gone""";

    private static final String REVIEWS_ASIDE = """
            WITH gone AS (DELETE FROM evaluation WHERE application_id = ?1 AND stage = ?2 AND status <> 'CONFLICTED'
                RETURNING *)
            INSERT INTO voided_evaluation (id, application_id, call_id, stage, evaluator, status, marks, comments, total,
                passes, assigned_at, submitted_at, voided_at)
            SELECT id, application_id, call_id, stage, evaluator, status, marks, comments, total, passes, assigned_at,
                submitted_at, ?3 FROM gone""";

    Evaluation get(UUID id) {
        return Optional.ofNullable(findById(id)).orElseThrow(() -> ProblemException.notFound("evaluation", id));
    }

    List<Evaluation> of(UUID applicationId) {
        return list("applicationId = ?1 order by id", applicationId);
    }

    List<Evaluation> of(UUID applicationId, Stage stage) {
        return list("applicationId = ?1 and stage = ?2 order by id", applicationId, stage);
    }

    Optional<Consensus> consensus(UUID applicationId, Stage stage) {
        return Optional.ofNullable(getEntityManager().find(Consensus.class, new Consensus.Key(applicationId, stage)));
    }

    List<Consensus> consensuses(UUID applicationId) {
        return getEntityManager()
                .createQuery("from Consensus c where c.id.applicationId = ?1 order by c.agreedAt", Consensus.class)
                .setParameter(1, applicationId)
                .getResultList();
    }

    /**
     * Puts aside the reviews of a stage and the consensus on them, and lets their evaluators be assigned again. A declared
     * conflict is about the applicant, not about what it wrote: it stays.
     *
     * @return how many reviews
     */
    int putAside(UUID applicationId, Stage stage, Instant now) {
        moveAside(CONSENSUS_ASIDE, applicationId, stage, now);
        return moveAside(REVIEWS_ASIDE, applicationId, stage, now);
    }

    private int moveAside(String statement, UUID applicationId, Stage stage, Instant now) {
        return getEntityManager()
                .createNativeQuery(statement)
                .setParameter(1, applicationId)
                .setParameter(2, stage.name())
                .setParameter(3, now)
                .executeUpdate();
    }

    void remove(Consensus consensus) {
        getEntityManager().remove(consensus);
    }

    void add(Consensus consensus) {
        getEntityManager().persist(consensus);
    }
}
