package eu.mpf.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import eu.mpf.gateway.GatewayConfig;
import eu.mpf.gateway.openapi.ServiceDocuments.Document;
import eu.mpf.gateway.policy.auth.Scopes;
import eu.mpf.gateway.route.Route;
import eu.mpf.gateway.route.RouteTable;
import eu.mpf.gateway.route.Upstream;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The merged API document, and each service's own as it is reachable through the gateway. */
@ApplicationScoped
public class OpenApiDocuments {

    /** The last merge and what it was made of. */
    private record Merged(Map<String, Document> parts, JsonNode tree, Map<String, JsonNode> byTag) {
        /** Whether the very same trees went in; a document fetched again keeps its tree where nothing has changed. */
        boolean isOf(Map<String, Document> current) {
            return parts.size() == current.size()
                    && parts.entrySet().stream()
                            .allMatch(part -> part.getValue().says(current.get(part.getKey())));
        }
    }

    private final ServiceDocuments documents;
    private final List<String> services;
    private final OpenApiMerge merge;
    private final JsonNode own;
    private volatile @Nullable Merged merged;

    OpenApiDocuments(ServiceDocuments documents, RouteTable routes, GatewayConfig config) {
        this.documents = documents;
        this.services = routes.services().stream().map(Upstream::name).toList();
        this.merge = new OpenApiMerge(
                config.publicUrl(),
                (path, service) -> {
                    Route route = routes.match(path);
                    return route != null && route.upstream().name().equals(service);
                },
                path -> letsKeysIn(routes.match(path)));
        this.own = readOwn();
    }

    private static boolean letsKeysIn(@Nullable Route route) {
        return route != null && (route.area().isEmpty() || Scopes.GRANTABLE.contains(route.area() + ":read"));
    }

    /** The gateway's own document, as it is committed. */
    JsonNode own() {
        return own;
    }

    private static JsonNode readOwn() {
        try (InputStream in = OpenApiDocuments.class.getResourceAsStream("/contracts/openapi.yaml")) {
            return new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All services and the gateway itself; a service that is away is named in {@code info.x-services}. */
    public JsonNode all() {
        return merged().tree();
    }

    /** The operations with one tag as a document of its own, or null if none has it. */
    public @Nullable JsonNode tagged(String tag) {
        Merged whole = merged();
        // only tags that exist are kept, so askers cannot fill the memory
        return whole.byTag().computeIfAbsent(tag, name -> Tagged.of(whole.tree(), name));
    }

    private Merged merged() {
        Map<String, Document> current = new LinkedHashMap<>();
        for (String service : services) {
            Document document = documents.get(service, ServiceDocuments.Kind.OPENAPI);
            if (document != null) {
                current.put(service, document);
            }
        }
        Merged known = merged;
        if (known == null || !known.isOf(current)) {
            known = new Merged(current, mergeAll(current), new ConcurrentHashMap<>());
            merged = known;
        }
        return known;
    }

    private JsonNode mergeAll(Map<String, Document> current) {
        Map<String, JsonNode> trees = new LinkedHashMap<>();
        Map<String, String> states = new LinkedHashMap<>();
        current.forEach((service, document) -> {
            states.put(service, document.state().name());
            if (document.tree() != null) {
                trees.put(service, document.tree());
            }
        });
        trees.put(RouteTable.OWN, own);
        return merge.merge(trees, states);
    }

    /** One service, or null if there is none of that name; its tree is null while the service is away. */
    public @Nullable Document one(String service) {
        if (service.equals(RouteTable.OWN)) {
            return new Document(merge.merge(Map.of(service, own), Map.of()), Document.State.CURRENT, 0);
        }
        Document document = documents.get(service, ServiceDocuments.Kind.OPENAPI);
        if (document == null || document.tree() == null) {
            return document;
        }
        Map<String, String> states = Map.of(service, document.state().name());
        return new Document(merge.merge(Map.of(service, document.tree()), states), document.state(), 0);
    }
}
