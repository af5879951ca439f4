package eu.mpf.events.series;

import eu.mpf.events.EventsProblem;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.version.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Keeps the series. */
@ApplicationScoped
@Transactional
public class SeriesService {
    private final SeriesRepository series;
    private final AuditTrail audit;

    public SeriesService(SeriesRepository series, AuditTrail audit) {
        this.series = series;
        this.audit = audit;
    }

    public EventSeries create(SeriesDetails details) {
        if (series.withKey(details.key()).isPresent()) {
            throw new ProblemException(
                    EventsProblem.KEY_TAKEN, "There is a series %s already.".formatted(details.key()));
        }
        EventSeries made = new EventSeries(details);
        series.persistAndFlush(made);
        audit.record("series.create", "series", made.id(), null, details, null);
        return made;
    }

    public EventSeries revise(UUID id, long expectedVersion, UnaryOperator<SeriesDetails> change) {
        EventSeries found = series.get(id);
        Versions.check(expectedVersion, found.version());
        SeriesDetails before = found.details();
        found.revise(change.apply(before));
        series.flush();
        audit.record("series.revise", "series", id, before, found.details(), null);
        return found;
    }
}
