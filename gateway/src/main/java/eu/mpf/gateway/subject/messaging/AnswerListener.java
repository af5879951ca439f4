package eu.mpf.gateway.subject.messaging;

import eu.mpf.gateway.route.RouteTable;
import eu.mpf.gateway.route.Upstream;
import eu.mpf.gateway.subject.SubjectRequestService;
import eu.mpf.messaging.EventListener;
import eu.mpf.messaging.IncomingEvent;
import eu.mpf.messaging.PermanentFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Hears what each service did about a request. */
@ApplicationScoped
class AnswerListener implements EventListener {

    private final SubjectRequestService requests;
    private final Set<String> topics;

    AnswerListener(SubjectRequestService requests, RouteTable routes) {
        this.requests = requests;
        this.topics = routes.upstreams().stream()
                .map(Upstream::name)
                .map("mpf.%s.person.v1"::formatted)
                .collect(Collectors.toSet());
    }

    record Answer(
            @Nullable UUID requestId,
            @Nullable String service,
            @Nullable Map<String, Integer> counts,
            @Nullable Map<String, Integer> kept,
            @Nullable List<String> alsoKnownAs) {}

    @Override
    public String consumer() {
        return "gateway.data-subject-answers";
    }

    @Override
    public Set<String> topics() {
        return topics;
    }

    @Override
    public Set<String> types() {
        return Set.of("eu.mpf.gateway.person.exported.v1", "eu.mpf.gateway.person.erased.v1");
    }

    /** The answers of several services tell of one request: each counts. */
    @Override
    public boolean latestOnly() {
        return false;
    }

    @Override
    public void on(IncomingEvent event) {
        Answer answer = event.dataAs(Answer.class);
        if (answer.requestId() == null || answer.service() == null) {
            throw new PermanentFailure("an answer names its request and its service");
        }
        requests.answered(
                answer.requestId(),
                answer.service(),
                answer.counts() == null ? Map.of() : answer.counts(),
                answer.kept() == null ? Map.of() : answer.kept(),
                answer.alsoKnownAs() == null ? List.of() : answer.alsoKnownAs());
    }
}
