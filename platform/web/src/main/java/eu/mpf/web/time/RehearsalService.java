package eu.mpf.web.time;

import eu.mpf.web.ServiceName;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.problem.CommonProblem;
import eu.mpf.web.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an administrator may do with one service of a rehearsal. */
@ApplicationScoped
public class RehearsalService {
    private static final Duration FURTHEST = Duration.ofDays(3_660);

    private final RehearsalClock clock;
    private final ServiceName service;
    private final AuditTrail audit;

    RehearsalService(RehearsalClock clock, ServiceName service, AuditTrail audit) {
        this.clock = clock;
        this.service = service;
        this.audit = audit;
    }

    /** @throws ProblemException 409 if this is no rehearsal */
    public void requireRehearsal() {
        if (!clock.isOn()) {
            throw new ProblemException(CommonProblem.NO_REHEARSAL, "Its time is the true time and cannot be moved.");
        }
    }

    public RehearsalState state() {
        requireRehearsal();
        return RehearsalState.of(service.name(), clock.offset());
    }

    /** @throws ProblemException 400 for more than ten years, 409 if this is no rehearsal */
    @Transactional
    public RehearsalState moveBy(Duration offset, @Nullable String reason) {
        requireRehearsal();
        check(offset, "/offset");
        Duration before = clock.offset();
        clock.moveBy(offset);
        audit.record(
                "rehearsal.clock-moved",
                "rehearsal",
                service.name(),
                Map.of("offset", before.toString()),
                Map.of("offset", offset.toString()),
                reason);
        return RehearsalState.of(service.name(), offset);
    }

    public static void check(Duration offset, String pointer) {
        if (offset.abs().compareTo(FURTHEST) > 0) {
            throw ProblemException.invalid(pointer, "out-of-bounds", "must be within ten years of the true time");
        }
    }
}
