package eu.mpf.events.reference.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.events.reference.ReferenceService;
import eu.mpf.events.sql.Json;
import eu.mpf.messaging.EventListener;
import eu.mpf.messaging.IncomingEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Fresh titles, leads and standing of projects. */
@ApplicationScoped
public class ProjectListener implements EventListener {
    private static final int AT_ONCE = 100;
    private static final Set<String> TYPES = Set.of(
            "eu.mpf.projects.project.registered.v1",
            "eu.mpf.projects.project.status-changed.v1",
            "eu.mpf.projects.project.amended.v1",
            "eu.mpf.projects.project.classified.v1");

    private final ReferenceService references;

    public ProjectListener(ReferenceService references) {
        this.references = references;
    }

    @Override
    public String consumer() {
        return "events.projects";
    }

    @Override
    public Set<String> topics() {
        return Set.of("mpf.projects.project.v1");
    }

    @Override
    public Set<String> types() {
        return TYPES;
    }

    /** A portfolio that is imported is told in one go. */
    @Override
    public int atOnce() {
        return AT_ONCE;
    }

    @Override
    public void on(IncomingEvent event) {
        JsonNode data = Facts.of(event, "code", "title");
        references.project(
                data.get("code").asText(),
                event.subject(),
                Facts.text(data, "title"),
                Facts.optional(data, "acronym"),
                Facts.optional(data, "status"),
                Facts.optional(data, "leadOrganisation"),
                Json.write(data.path("partners").findValuesAsText("organisation")),
                Facts.optional(data, "granteeStanding"),
                event.sequence());
    }
}
