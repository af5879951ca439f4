package eu.mpf.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The part of a document that has one tag, with the components it needs: a document of its own. */
final class Tagged {

    private Tagged() {}

    /**
     * The operations with a tag.
     *
     * @param document not changed; its parts are shared
     * @return null if no operation has the tag
     */
    static @Nullable ObjectNode of(JsonNode document, String tag) {
        ObjectNode paths = JsonNodeFactory.instance.objectNode();
        Set<String> tags = new HashSet<>();
        document.path("paths").forEachEntry((path, item) -> {
            ObjectNode kept = JsonNodeFactory.instance.objectNode();
            boolean any = false;
            for (var entry : item.properties()) {
                boolean operation = OpenApiMerge.METHODS.contains(entry.getKey());
                if (operation && !has(entry.getValue(), tag)) {
                    continue;
                }
                any |= operation;
                entry.getValue().path("tags").forEach(name -> tags.add(name.asText()));
                kept.set(entry.getKey(), entry.getValue());
            }
            if (any) {
                paths.set(path, kept);
            }
        });
        return paths.isEmpty() ? null : document(document, paths, tags);
    }

    private static boolean has(JsonNode operation, String tag) {
        for (JsonNode name : operation.path("tags")) {
            if (name.asText().equals(tag)) {
                return true;
            }
        }
        return false;
    }

    private static ObjectNode document(JsonNode whole, ObjectNode paths, Set<String> tags) {
        ObjectNode part = JsonNodeFactory.instance.objectNode();
        whole.forEachEntry(part::set);
        part.set("paths", paths);
        part.set(
                "components",
                Components.needed(
                        paths,
                        (kind, name) -> whole.path("components").path(kind).get(name)));
        var described = part.putArray("tags");
        whole.path("tags").forEach(tag -> {
            if (tags.contains(tag.path("name").asText())) {
                described.add(tag);
            }
        });
        return part;
    }
}
