package eu.mpf.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mpf.gateway.policy.auth.AuthenticationPolicy;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * Merges the documents of several services into one: the paths that are reachable through the gateway, the components
 * they need, unique operation ids. Internal operations ({@code x-internal: true}) stay out. Where a token is taken, an API
 * key is as well: services know tokens only, as the gateway makes one of each key.
 */
public final class OpenApiMerge {

    static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    /** Under this, what a service has left without a tag: every operation has its place. */
    private static final String UNTAGGED = "Administration";

    private static final String KEY = "apiKey";
    private static final String SCHEMES = "securitySchemes";

    private final String publicUrl;
    private final BiPredicate<String, String> reachable;
    private final Predicate<String> keyed;

    /**
     * For one public address.
     *
     * @param reachable whether a path (first) leads to a service (second)
     * @param keyed whether there is a scope that lets an API key in at a path
     */
    public OpenApiMerge(String publicUrl, BiPredicate<String, String> reachable, Predicate<String> keyed) {
        this.publicUrl = publicUrl;
        this.reachable = reachable;
        this.keyed = keyed;
    }

    /**
     * @param documents by service; not changed
     * @param states what to say of each service in {@code info.x-services}, such as UP or DOWN
     */
    public ObjectNode merge(Map<String, JsonNode> documents, Map<String, String> states) {
        Components components = new Components(documents);
        Map<String, ObjectNode> paths = new TreeMap<>();
        Map<String, ObjectNode> kinds = new TreeMap<>();
        Map<String, JsonNode> tags = new TreeMap<>();
        Set<String> operationIds = new HashSet<>();
        documents.forEach((service, original) -> {
            JsonNode document = original.deepCopy();
            Map<String, String> names = components.renamed(service);
            References.rename(document, names);
            addPaths(service, document, paths, operationIds);
            addComponents(document, names, kinds);
            document.path("tags")
                    .forEach(tag -> tags.putIfAbsent(tag.path("name").asText(), tag));
        });
        ObjectNode merged = head(documents, states);
        ObjectNode mergedPaths = merged.putObject("paths");
        paths.forEach(mergedPaths::set);
        paths.forEach((path, item) -> {
            if (keyed.test(path)) {
                METHODS.forEach(method -> offerKey(item.path(method).path("security")));
            }
        });
        kinds.computeIfAbsent(SCHEMES, any -> JsonNodeFactory.instance.objectNode())
                .putObject(KEY)
                .put("type", "apiKey")
                .put("in", "header")
                .put("name", AuthenticationPolicy.KEY_HEADER)
                .put("description", "A key of an API client, in place of a token; its scopes say what it may do.");
        merged.set("components", Components.needed(mergedPaths, (kind, name) -> {
            ObjectNode named = kinds.get(kind);
            return named == null ? null : named.get(name);
        }));
        addTags(merged, mergedPaths, tags);
        return merged;
    }

    /** Beside a requirement that a token alone fulfils. */
    private static void offerKey(JsonNode security) {
        boolean byToken = false;
        for (JsonNode alternative : security) {
            byToken |= alternative.size() == 1;
        }
        if (byToken && security instanceof ArrayNode alternatives) {
            alternatives.addObject().putArray(KEY);
        }
    }

    private ObjectNode head(Map<String, JsonNode> documents, Map<String, String> states) {
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        merged.put(
                "openapi",
                documents.values().stream()
                        .map(document -> document.path("openapi").asText("3.1.0"))
                        .max(String::compareTo)
                        .orElse("3.1.0"));
        ObjectNode info = merged.putObject("info");
        info.put("title", "MPF platform");
        info.put("version", "1.0.0");
        info.put(
                "description",
                "The REST API of the Migration Partnership Facility platform: projects, events and calls for proposals,"
                        + " over one front door.");
        info.putObject("contact").put("name", "MPF platform").put("url", publicUrl);
        info.putObject("license").put("name", "EUPL-1.2").put("identifier", "EUPL-1.2");
        ObjectNode services = info.putObject("x-services");
        states.forEach(services::put);
        merged.putArray("servers").addObject().put("url", publicUrl);
        return merged;
    }

    private void addPaths(String service, JsonNode document, Map<String, ObjectNode> paths, Set<String> operationIds) {
        JsonNode security = document.path("security");
        document.path("paths").forEachEntry((path, item) -> {
            if (!(item instanceof ObjectNode operations) || !reachable.test(path, service)) {
                return;
            }
            operations.retain(operations.properties().stream()
                    .filter(entry -> !entry.getValue().path("x-internal").asBoolean())
                    .map(Map.Entry::getKey)
                    .toList());
            boolean any = false;
            for (Map.Entry<String, JsonNode> entry : operations.properties()) {
                if (METHODS.contains(entry.getKey()) && entry.getValue() instanceof ObjectNode operation) {
                    any = true;
                    makeUnique(service, operation, operationIds);
                    if (operation.path("tags").isEmpty()) {
                        operation.putArray("tags").add(UNTAGGED);
                    }
                    if (security.isArray() && !operation.has("security")) {
                        operation.set("security", security.deepCopy());
                    }
                }
            }
            if (any && !operations.path("x-internal").asBoolean()) {
                paths.put(path, operations);
            }
        });
    }

    private static void makeUnique(String service, ObjectNode operation, Set<String> operationIds) {
        String id = operation.path("operationId").asText("");
        if (!id.isEmpty() && !operationIds.add(id)) {
            String fresh = service + Character.toUpperCase(id.charAt(0)) + id.substring(1);
            while (!operationIds.add(fresh)) {
                fresh += "_";
            }
            operation.put("operationId", fresh);
        }
    }

    private static void addComponents(JsonNode document, Map<String, String> names, Map<String, ObjectNode> kinds) {
        document.path("components")
                .forEachEntry((kind, named) -> named.forEachEntry((name, node) -> {
                    String full = names.getOrDefault(kind + "/" + name, kind + "/" + name);
                    kinds.computeIfAbsent(kind, any -> JsonNodeFactory.instance.objectNode())
                            .set(full.substring(kind.length() + 1), node);
                }));
    }

    private static void addTags(ObjectNode merged, JsonNode paths, Map<String, JsonNode> tags) {
        Set<String> used = new HashSet<>();
        paths.forEach(item -> item.forEach(operation -> operation.path("tags").forEach(tag -> used.add(tag.asText()))));
        tags.putIfAbsent(
                UNTAGGED,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("name", UNTAGGED)
                        .put("description", "For those who keep the platform running"));
        var list = merged.putArray("tags");
        tags.forEach((name, tag) -> {
            if (used.contains(name)) {
                list.add(tag);
            }
        });
    }
}
