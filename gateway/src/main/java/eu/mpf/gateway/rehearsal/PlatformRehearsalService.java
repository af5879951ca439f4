package eu.mpf.gateway.rehearsal;

import eu.mpf.gateway.rehearsal.Parts.Part;
import eu.mpf.web.problem.CommonProblem;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.time.RehearsalService;
import eu.mpf.web.time.RehearsalState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Moves the time of all parts together: one change at a time, whichever instance is asked; nothing before every service has
 * said that it takes part; the gateway itself last. A service that fails in between is named, and the same request, sent
 * again, brings it after the others.
 */
@ApplicationScoped
class PlatformRehearsalService {

    private final RehearsalService own;
    private final Parts parts;
    private final Sql sql;

    PlatformRehearsalService(RehearsalService own, Parts parts, Sql sql) {
        this.own = own;
        this.parts = parts;
        this.sql = sql;
    }

    /** @throws ProblemException 409 if this is no rehearsal */
    RehearsalView state(Map<String, String> headers) {
        RehearsalState here = own.state();
        return view(parts.ask(headers), here);
    }

    /** @throws ProblemException 409 if this is no rehearsal, 503 if a service does not follow */
    @Transactional
    RehearsalView moveBy(Duration offset, @Nullable String reason, Map<String, String> headers) {
        own.requireRehearsal();
        sql.lock("rehearsal");
        requireAll(parts.ask(headers), "Nothing was changed: these services do not answer, or are no rehearsal: ");
        Map<String, String> change = new HashMap<>(Map.of("offset", offset.toString()));
        if (reason != null) {
            change.put("reason", reason);
        }
        List<Part> moved = parts.move(change, headers);
        requireAll(moved, "The other services have the new time, and these do not; send the request again: ");
        return view(moved, own.moveBy(offset, reason));
    }

    private static void requireAll(List<Part> parts, String what) {
        String missing = parts.stream()
                .filter(part -> part.state().isEmpty())
                .map(Part::service)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new ProblemException(CommonProblem.UNAVAILABLE, what + missing + ".");
        }
    }

    private static RehearsalView view(List<Part> parts, RehearsalState own) {
        List<RehearsalState> states = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        parts.forEach(part -> part.state().ifPresentOrElse(states::add, () -> missing.add(part.service())));
        states.add(own);
        return RehearsalView.of(states, missing);
    }
}
