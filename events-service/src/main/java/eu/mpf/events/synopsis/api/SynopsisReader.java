package eu.mpf.events.synopsis.api;

import eu.mpf.events.Access;
import eu.mpf.events.synopsis.Synopsis;
import eu.mpf.events.synopsis.SynopsisRepository;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Editions as the caller may read them: what was never published is there for staff only. */
@ApplicationScoped
class SynopsisReader {
    private final SynopsisRepository synopses;
    private final Caller caller;

    SynopsisReader(SynopsisRepository synopses, Caller caller) {
        this.synopses = synopses;
        this.caller = caller;
    }

    /** @throws ProblemException 404 */
    Synopsis get(UUID id) {
        return readable(synopses.findByIdOptional(id), id);
    }

    /** @throws ProblemException 404 */
    Synopsis edition(UUID eventId, int edition) {
        return readable(synopses.edition(eventId, edition), edition);
    }

    private Synopsis readable(Optional<Synopsis> found, Object id) {
        return found.filter(synopsis -> synopsis.status().isPublic() || Access.isStaff(caller))
                .orElseThrow(() -> ProblemException.notFound("synopsis", id));
    }
}
