package eu.mpf.web.subject;

import eu.mpf.messaging.EventListener;
import eu.mpf.messaging.IncomingEvent;
import eu.mpf.messaging.PermanentFailure;
import eu.mpf.web.ServiceName;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Hears from the gateway that a person wants their data, or wants to be forgotten. */
@ApplicationScoped
class SubjectListener implements EventListener {
    static final String TOPIC = "mpf.gateway.person.v1";
    static final String EXPORT = "eu.mpf.gateway.person.export-requested.v1";
    static final String ERASURE = "eu.mpf.gateway.person.erasure-requested.v1";

    private final SubjectRequests requests;
    private final String consumer;

    SubjectListener(SubjectRequests requests, ServiceName service) {
        this.requests = requests;
        this.consumer = service.name() + ".person";
    }

    record Request(@Nullable UUID requestId, @Nullable String personHash) {}

    @Override
    public String consumer() {
        return consumer;
    }

    @Override
    public Set<String> topics() {
        return Set.of(TOPIC);
    }

    @Override
    public Set<String> types() {
        return Set.of(EXPORT, ERASURE);
    }

    /** Each request counts, whatever came after it. */
    @Override
    public boolean latestOnly() {
        return false;
    }

    @Override
    public void on(IncomingEvent event) {
        var request = event.dataAs(Request.class);
        if (request.requestId() == null || request.personHash() == null) {
            throw new PermanentFailure("a request names itself and a person");
        }
        if (event.type().equals(EXPORT)) {
            requests.export(request.requestId(), request.personHash());
        } else {
            requests.erase(request.requestId(), request.personHash());
        }
    }
}
