package eu.mpf.calls.evaluation;

import eu.mpf.calls.eligibility.Stage;
import eu.mpf.web.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The stored reviews and consensus marks. */
@ApplicationScoped
public class Evaluations implements PanacheRepositoryBase<Evaluation, UUID> {

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

    void remove(Consensus consensus) {
        getEntityManager().remove(consensus);
    }

    void add(Consensus consensus) {
        getEntityManager().persist(consensus);
    }
}
