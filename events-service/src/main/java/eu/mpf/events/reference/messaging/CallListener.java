package eu.mpf.events.reference.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.events.reference.ReferenceService;
import eu.mpf.messaging.EventListener;
import eu.mpf.messaging.IncomingEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Fresh titles, deadlines and funds of calls. */
@ApplicationScoped
public class CallListener implements EventListener {
    private static final Set<String> TYPES = Set.of(
            "eu.mpf.calls.call.published.v1",
            "eu.mpf.calls.call.amended.v1",
            "eu.mpf.calls.call.suspended.v1",
            "eu.mpf.calls.call.reopened.v1",
            "eu.mpf.calls.call.closed.v1",
            "eu.mpf.calls.call.cancelled.v1");

    private final ReferenceService references;

    public CallListener(ReferenceService references) {
        this.references = references;
    }

    @Override
    public String consumer() {
        return "events.calls";
    }

    @Override
    public Set<String> topics() {
        return Set.of("mpf.calls.call.v1");
    }

    @Override
    public Set<String> types() {
        return TYPES;
    }

    @Override
    public void on(IncomingEvent event) {
        JsonNode data = Facts.of(event, "key", "title");
        references.call(
                data.get("key").asText(),
                event.subject(),
                Facts.text(data, "title"),
                Facts.optional(data, "status"),
                Facts.optional(data, "opensAt"),
                Facts.optional(data, "deadlineAt"),
                data.path("funds").isArray() ? data.get("funds").toString() : "[]",
                event.sequence());
    }
}
