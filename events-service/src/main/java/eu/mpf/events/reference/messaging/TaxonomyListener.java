package eu.mpf.events.reference.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.events.reference.ReferenceService;
import eu.mpf.messaging.EventListener;
import eu.mpf.messaging.IncomingEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Published versions of the typology. */
@ApplicationScoped
public class TaxonomyListener implements EventListener {
    private static final Set<String> TYPES = Set.of("eu.mpf.projects.taxonomy.published.v1");

    private final ReferenceService references;

    public TaxonomyListener(ReferenceService references) {
        this.references = references;
    }

    @Override
    public String consumer() {
        return "events.taxonomy";
    }

    @Override
    public Set<String> topics() {
        return Set.of("mpf.projects.taxonomy.v1");
    }

    @Override
    public Set<String> types() {
        return TYPES;
    }

    @Override
    public void on(IncomingEvent event) {
        JsonNode data = Facts.of(event, "version", "types");
        references.typology(
                data.get("version").asInt(), event.subject(), data.get("types").toString());
    }
}
