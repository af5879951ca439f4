package eu.mpf.calls.organisation.messaging;

import eu.mpf.calls.organisation.OrganisationService;
import eu.mpf.messaging.EventListener;
import eu.mpf.messaging.IncomingEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Hears of organisations from projects-service. */
@ApplicationScoped
class OrganisationListener implements EventListener {
    private static final int AT_ONCE = 100;

    private static final String TYPE = "eu.mpf.projects.organisation.";

    private final OrganisationService service;

    OrganisationListener(OrganisationService service) {
        this.service = service;
    }

    @Override
    public String consumer() {
        return "calls.organisations";
    }

    @Override
    public Set<String> topics() {
        return Set.of("mpf.projects.organisation.v1");
    }

    @Override
    public Set<String> types() {
        return Set.of(TYPE + "registered.v1", TYPE + "renamed.v1", TYPE + "succeeded.v1");
    }

    /** A portfolio that is imported is told in one go. */
    @Override
    public int atOnce() {
        return AT_ONCE;
    }

    @Override
    public void on(IncomingEvent event) {
        var data = event.data();
        service.learn(
                data.path("code").asText(),
                data.path("name").asText(),
                data.path("kind").asText(),
                data.path("country").asText(),
                event.sequence());
    }
}
