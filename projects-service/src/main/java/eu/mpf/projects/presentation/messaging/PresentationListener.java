package eu.mpf.projects.presentation.messaging;

import eu.mpf.messaging.BatchListener;
import eu.mpf.messaging.IncomingEvent;
import eu.mpf.messaging.PermanentFailure;
import eu.mpf.projects.presentation.PresentationService;
import eu.mpf.projects.presentation.Presented;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Hears from the events service which projects were presented. */
@ApplicationScoped
class PresentationListener implements BatchListener {

    private static final int AT_ONCE = 500;

    private final PresentationService presentations;

    PresentationListener(PresentationService presentations) {
        this.presentations = presentations;
    }

    @Override
    public String consumer() {
        return "projects.presentations";
    }

    @Override
    public Set<String> topics() {
        return Set.of("mpf.events.event.v1");
    }

    @Override
    public Set<String> types() {
        return Set.of("eu.mpf.events.project.presented.v1");
    }

    /** Every presentation counts, not only the latest of an event. */
    @Override
    public boolean latestOnly() {
        return false;
    }

    @Override
    public int atOnce() {
        return AT_ONCE;
    }

    @Override
    public void onAll(List<IncomingEvent> events) {
        presentations.record(events.stream().map(PresentationListener::told).toList());
    }

    private static Presented told(IncomingEvent event) {
        Presented told = event.dataAs(Presented.class);
        if (told.projectCode() == null || told.eventId() == null || told.sessionId() == null) {
            throw new PermanentFailure("A presentation needs projectCode, eventId and sessionId");
        }
        return told;
    }
}
