package eu.mpf.gateway.portal;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.gateway.audience.Audiences;
import eu.mpf.gateway.openapi.ServiceDocuments;
import eu.mpf.gateway.openapi.ServiceDocuments.Document;
import eu.mpf.gateway.route.RouteTable;
import eu.mpf.gateway.route.Upstream;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Every type of event of all services, taken from their AsyncAPI documents, as JSON or as a page. */
@Path("/event-types")
@PermitAll
@RunOnVirtualThread
public class EventTypesResource {

    /**
     * All types.
     *
     * @param missing services that could not be asked and have not been asked before
     */
    public record EventTypes(List<EventType> items, List<String> missing) {}

    private static final List<Variant> VARIANTS = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE, MediaType.TEXT_HTML_TYPE)
            .build();

    private final ServiceDocuments documents;
    private final RouteTable routes;
    private final Audiences audiences;
    private final Template page;

    EventTypesResource(
            ServiceDocuments documents,
            RouteTable routes,
            Audiences audiences,
            @Location("event-types.html") Template page) {
        this.documents = documents;
        this.routes = routes;
        this.audiences = audiences;
        this.page = page;
    }

    @GET
    @Operation(hidden = true)
    public Response list(@Context Request request) {
        List<EventType> types = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Upstream service : routes.services()) {
            Document document = documents.get(service.name(), ServiceDocuments.Kind.ASYNCAPI);
            if (document == null || document.state() == Document.State.UNAVAILABLE) {
                missing.add(service.name());
            } else if (document.tree() != null) {
                types.addAll(types(service.name(), document.tree()));
            }
        }
        types.sort(Comparator.comparing(EventType::type).thenComparing(EventType::service));
        Variant variant = request.selectVariant(VARIANTS);
        boolean html = variant != null && variant.getMediaType().isCompatible(MediaType.TEXT_HTML_TYPE);
        return html
                ? Pages.html(page.data("catalogue", EventCatalogue.of(types))
                        .data("missing", missing)
                        .render())
                : Response.ok(new EventTypes(types, missing), MediaType.APPLICATION_JSON_TYPE)
                        .build();
    }

    private List<EventType> types(String service, JsonNode asyncApi) {
        Map<String, String> topics = topics(asyncApi);
        return asyncApi.path("components").path("messages").properties().stream()
                .filter(message -> topics.containsKey(message.getKey()))
                .map(message -> type(service, topics.getOrDefault(message.getKey(), ""), asyncApi, message.getValue()))
                .toList();
    }

    /** The topic of every message that has one. */
    private static Map<String, String> topics(JsonNode asyncApi) {
        Map<String, String> topics = new HashMap<>();
        asyncApi.path("channels")
                .forEach(channel -> channel.path("messages")
                        .fieldNames()
                        .forEachRemaining(
                                name -> topics.put(name, channel.path("address").asText())));
        return topics;
    }

    private EventType type(String service, String topic, JsonNode asyncApi, JsonNode message) {
        // AsyncAPI 3 allows the schema itself, or one wrapped with the name of its format
        JsonNode payload = message.path("payload");
        JsonNode schema = payload.has("schema") ? payload.path("schema") : payload;
        String reference = schema.path("$ref").asText();
        String name = message.path("name").asText();
        return new EventType(
                name,
                service,
                topic,
                message.path("title").asText(),
                text(message.path("summary")),
                audiences.of(name),
                reference.startsWith("#/") ? asyncApi.at(reference.substring(1)) : schema);
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() ? node.asText() : null;
    }
}
