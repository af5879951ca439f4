package eu.mpf.calls.review;

import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.version.Versions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stored requests for review. */
@ApplicationScoped
public class ReviewRequests implements PanacheRepositoryBase<ReviewRequest, UUID> {

    /** @param organisation whose it has to be; anybody's when absent. @throws ProblemException 404 */
    ReviewRequest get(UUID id, @Nullable String organisation) {
        return Optional.ofNullable(findById(id))
                .filter(request ->
                        organisation == null || request.organisation().equals(organisation))
                .orElseThrow(() -> ProblemException.notFound("review request", id));
    }

    ReviewRequest get(UUID id, @Nullable String organisation, long version) {
        ReviewRequest request = get(id, organisation);
        Versions.check(version, request.version());
        return request;
    }

    String nextReference() {
        Object number = getEntityManager()
                .createNativeQuery("SELECT nextval('review_number')")
                .getSingleResult();
        return "MPF-R-%06d".formatted(((Number) number).longValue());
    }
}
