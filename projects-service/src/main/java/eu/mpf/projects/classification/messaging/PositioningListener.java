package eu.mpf.projects.classification.messaging;

import eu.mpf.messaging.EventListener;
import eu.mpf.messaging.IncomingEvent;
import eu.mpf.messaging.PermanentFailure;
import eu.mpf.projects.classification.ClassificationService;
import eu.mpf.web.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;

/** Keeps the positions that grantees take in exercises as evidence of their own view. */
@ApplicationScoped
class PositioningListener implements EventListener {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    private final ClassificationService classifications;

    PositioningListener(ClassificationService classifications) {
        this.classifications = classifications;
    }

    @Override
    public String consumer() {
        return "projects.positioning";
    }

    @Override
    public Set<String> topics() {
        return Set.of("mpf.events.positioning.v1");
    }

    @Override
    public Set<String> types() {
        return Set.of("eu.mpf.events.project.positioned.v1");
    }

    /** Every position counts, not only the latest of an exercise: they are of different projects. */
    @Override
    public boolean latestOnly() {
        return false;
    }

    @Override
    public void on(IncomingEvent event) {
        Position position = event.dataAs(Position.class);
        Instant at = position.positionedAt() == null ? event.time() : position.positionedAt();
        try {
            classifications.position(
                    position.projectId(),
                    position.typologyVersion(),
                    position.means(),
                    position.positionedBy(),
                    at.atZone(BRUSSELS).toLocalDate(),
                    position.exerciseId());
        } catch (ProblemException e) {
            throw new PermanentFailure("Position of project " + position.projectId() + ": " + e.detail(), e);
        }
    }
}
