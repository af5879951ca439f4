package eu.mpf.events.series;

import eu.mpf.events.EventsProblem;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.link.FoundLink;
import eu.mpf.web.link.FoundLinks;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.version.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
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

    /** What readers of a series are given to follow: a series is public from the beginning. */
    public List<FoundLink> links(SeriesDetails details) {
        return in(details).list();
    }

    /** What a revision would bring to it. */
    public List<FoundLink> links(UUID id, long expectedVersion, UnaryOperator<SeriesDetails> change) {
        EventSeries found = series.get(id);
        Versions.check(expectedVersion, found.version());
        return in(change.apply(found.details())).beyond(in(found.details()));
    }

    private static FoundLinks in(SeriesDetails details) {
        return new FoundLinks().text("/description", "Description", details.description());
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
