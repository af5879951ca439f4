package eu.mpf.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Names of the components of several documents: those that mean the same everywhere keep their name, the others get
 * their service's name before it. Two components mean the same if they are equal and refer only to such.
 */
final class Components {

    /** Names by kind and name, such as {@code schemas/Money}. */
    private final Map<String, Map<String, JsonNode>> byName = new TreeMap<>();

    private final Set<String> clashing = new TreeSet<>();

    Components(Map<String, JsonNode> documents) {
        documents.forEach((service, document) -> document.path("components")
                .forEachEntry((kind, named) -> named.forEachEntry(
                        (name, node) -> byName.computeIfAbsent(kind + "/" + name, any -> new TreeMap<>())
                                .put(service, node))));
        byName.forEach((name, variants) -> {
            if (new HashSet<>(variants.values()).size() > 1) {
                clashing.add(name);
            }
        });
        while (spread()) {
            // until no shared component refers to a clashing one any more
        }
    }

    private boolean spread() {
        Set<String> more = new HashSet<>();
        byName.forEach((name, variants) -> {
            boolean shared = variants.size() > 1 && !clashing.contains(name);
            if (shared && refersToClash(variants.values().iterator().next())) {
                more.add(name);
            }
        });
        return clashing.addAll(more);
    }

    private boolean refersToClash(JsonNode node) {
        Set<String> targets = new HashSet<>();
        References.collect(node, targets);
        return targets.stream().anyMatch(clashing::contains);
    }

    /** New names of one service's clashing components, by their old ones. */
    Map<String, String> renamed(String service) {
        Map<String, String> names = new HashMap<>();
        for (String clash : clashing) {
            if (byName.getOrDefault(clash, Map.of()).containsKey(service)) {
                int slash = clash.indexOf('/');
                String fresh = clash.substring(0, slash + 1) + prefixed(service, clash.substring(slash + 1));
                while (byName.containsKey(fresh)) {
                    fresh += "_";
                }
                names.put(clash, fresh);
            }
        }
        return names;
    }

    /** {@code projects} and {@code Page} make {@code ProjectsPage}. */
    static String prefixed(String service, String name) {
        StringBuilder out = new StringBuilder();
        for (String word : service.split("[^A-Za-z0-9]+")) {
            if (!word.isEmpty()) {
                out.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
            }
        }
        return out.append(Character.toUpperCase(name.charAt(0)))
                .append(name, 1, name.length())
                .toString();
    }

    /**
     * Only what paths refer to, directly or through other components.
     *
     * @param component the component of a kind (first) and name (second), null if there is none
     */
    static ObjectNode needed(JsonNode paths, BiFunction<String, String, @Nullable JsonNode> component) {
        Map<String, JsonNode> found = new TreeMap<>();
        Set<String> open = new HashSet<>();
        References.collect(paths, open);
        while (!open.isEmpty()) {
            Set<String> next = new HashSet<>();
            for (String target : open) {
                int slash = target.indexOf('/');
                JsonNode node =
                        slash < 0 ? null : component.apply(target.substring(0, slash), target.substring(slash + 1));
                if (node != null && found.put(target, node) == null) {
                    References.collect(node, next);
                }
            }
            open = next;
        }
        ObjectNode components = JsonNodeFactory.instance.objectNode();
        found.forEach((target, node) -> {
            int slash = target.indexOf('/');
            components.withObjectProperty(target.substring(0, slash)).set(target.substring(slash + 1), node);
        });
        return components;
    }
}
