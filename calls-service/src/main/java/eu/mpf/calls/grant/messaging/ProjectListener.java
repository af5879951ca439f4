package eu.mpf.calls.grant.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.calls.grant.GrantService;
import eu.mpf.messaging.EventListener;
import eu.mpf.messaging.IncomingEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/** Hears which project a grant became. */
@ApplicationScoped
class ProjectListener implements EventListener {

    private final GrantService service;

    ProjectListener(GrantService service) {
        this.service = service;
    }

    @Override
    public String consumer() {
        return "calls.projects";
    }

    @Override
    public Set<String> topics() {
        return Set.of("mpf.projects.project.v1");
    }

    @Override
    public Set<String> types() {
        return Set.of("eu.mpf.projects.project.registered.v1");
    }

    @Override
    public void on(IncomingEvent event) {
        JsonNode data = event.data();
        // A project may also be registered by hand: then no grant of ours stands behind it.
        if (data.hasNonNull("grantId")) {
            service.registered(
                    UUID.fromString(data.path("grantId").asText()),
                    UUID.fromString(data.path("projectId").asText()),
                    data.path("code").asText());
        }
    }
}
