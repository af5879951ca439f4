package eu.mpf.events.reference.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.events.reference.ReferenceService;
import eu.mpf.messaging.EventListener;
import eu.mpf.messaging.IncomingEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Codes and current names of organisations. */
@ApplicationScoped
public class OrganisationListener implements EventListener {
    private static final int AT_ONCE = 100;
    private static final Set<String> TYPES = Set.of(
            "eu.mpf.projects.organisation.registered.v1",
            "eu.mpf.projects.organisation.renamed.v1",
            "eu.mpf.projects.organisation.succeeded.v1");

    private final ReferenceService references;

    public OrganisationListener(ReferenceService references) {
        this.references = references;
    }

    @Override
    public String consumer() {
        return "events.organisations";
    }

    @Override
    public Set<String> topics() {
        return Set.of("mpf.projects.organisation.v1");
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
        JsonNode data = Facts.of(event, "code", "name");
        references.organisation(
                data.get("code").asText(), event.subject(), Facts.name(data.get("name")), event.sequence());
    }
}
