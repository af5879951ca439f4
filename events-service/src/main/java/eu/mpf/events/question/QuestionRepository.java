package eu.mpf.events.question;

import eu.mpf.web.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The stored questions. */
@ApplicationScoped
public class QuestionRepository implements PanacheRepositoryBase<Question, UUID> {

    /** @throws ProblemException 404, also for one of another session */
    public Question get(UUID sessionId, UUID id) {
        return findByIdOptional(id)
                .filter(question -> question.sessionId().equals(sessionId))
                .orElseThrow(() -> ProblemException.notFound("question", id));
    }

    /** Neither answered nor put aside. */
    List<Question> open(UUID sessionId) {
        return list(
                "sessionId = ?1 and status in ?2 order by votes desc, id",
                sessionId,
                List.of(QuestionStatus.ASKED, QuestionStatus.APPROVED));
    }
}
