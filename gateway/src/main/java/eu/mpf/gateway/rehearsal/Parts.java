package eu.mpf.gateway.rehearsal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.gateway.route.RouteTable;
import eu.mpf.gateway.route.ServiceClient;
import eu.mpf.gateway.route.Upstream;
import eu.mpf.web.time.RehearsalState;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;

/** The services behind the gateway, asked all at once in the administrator's name. */
@ApplicationScoped
class Parts {

    private static final Logger LOG = Logger.getLogger(Parts.class);

    /**
     * What one service answered.
     *
     * @param state empty if it did not, or is no rehearsal
     */
    record Part(String service, Optional<RehearsalState> state) {}

    private final List<Upstream> services;
    private final ServiceClient client;
    private final ObjectMapper json;

    Parts(RouteTable routes, ServiceClient client, ObjectMapper json) {
        this.services = routes.services();
        this.client = client;
        this.json = json;
    }

    List<Part> ask(Map<String, String> headers) {
        return all(service -> client.ask(service.at(path(service)), headers));
    }

    /** @param body the same for all */
    List<Part> move(Map<String, ?> body, Map<String, String> headers) {
        return all(service -> client.tell("PUT", service.at(path(service) + "/clock"), headers, written(body)));
    }

    private static String path(Upstream service) {
        return "/v1/admin/rehearsals/" + service.name();
    }

    private interface Question {
        CompletableFuture<HttpResponse<String>> to(Upstream service);
    }

    private List<Part> all(Question question) {
        List<CompletableFuture<Part>> asked = services.stream()
                .map(service -> question.to(service)
                        .thenApply(answer -> read(service.name(), answer))
                        .exceptionally(failure -> {
                            LOG.warnf("%s takes no part in the rehearsal: %s", service.name(), failure);
                            return new Part(service.name(), Optional.empty());
                        }))
                .toList();
        return asked.stream().map(CompletableFuture::join).toList();
    }

    private Part read(String service, HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            LOG.warnf("%s takes no part in the rehearsal: it answers %d", service, answer.statusCode());
            return new Part(service, Optional.empty());
        }
        try {
            return new Part(service, Optional.of(json.readValue(answer.body(), RehearsalState.class)));
        } catch (JsonProcessingException e) {
            throw new CompletionException(e);
        }
    }

    private String written(Map<String, ?> body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
