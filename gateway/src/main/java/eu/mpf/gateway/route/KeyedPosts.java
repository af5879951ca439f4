package eu.mpf.gateway.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The POST operations whose contract takes {@code Idempotency-Key}, by service. Only these know a repeated request by its
 * key (ADR 20); of a service whose contract was not read yet, none.
 */
public final class KeyedPosts {

    public static final String KEY = "Idempotency-Key";

    private final Map<String, List<PathTemplate>> services = new ConcurrentHashMap<>();

    /** Takes what a service's OpenAPI document says, in place of what it said before. */
    public void learn(String service, JsonNode document) {
        List<PathTemplate> keyed = new ArrayList<>();
        document.path("paths").forEachEntry((template, operations) -> {
            if (takesKey(document, operations) || takesKey(document, operations.path("post"))) {
                keyed.add(new PathTemplate(template));
            }
        });
        services.put(service, List.copyOf(keyed));
    }

    private static boolean takesKey(JsonNode document, JsonNode declaring) {
        for (JsonNode parameter : declaring.path("parameters")) {
            String reference = parameter.path("$ref").asText();
            JsonNode declared = reference.startsWith("#/") ? document.at(reference.substring(1)) : parameter;
            if (declared.path("in").asText().equals("header")
                    && declared.path("name").asText().equalsIgnoreCase(KEY)) {
                return true;
            }
        }
        return false;
    }

    public boolean contains(String service, String path) {
        String[] segments = PathTemplate.segments(path);
        return services.getOrDefault(service, List.of()).stream().anyMatch(keyed -> keyed.matches(segments));
    }
}
