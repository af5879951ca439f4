package eu.mpf.testkit.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What earlier answers held, so that later requests meet things that exist: ids by collection, values by name, versions. */
final class Seen {

    private static final int KEPT = 200;

    private final Map<String, List<String>> ids = new HashMap<>();
    private final Map<String, List<JsonNode>> values = new HashMap<>();
    private final Map<String, String> versions = new HashMap<>();
    private final Map<String, List<String>> admitted = new HashMap<>();

    /** @param path of the request, without its verb */
    void answer(String path, Optional<String> version, JsonNode body) {
        version.ifPresent(tag -> versions.put(withoutVerb(path), tag));
        String collection = withoutVerb(path);
        String id = body.path("id").asText();
        if (!id.isEmpty()) {
            keep(
                    ids,
                    collection.endsWith("/" + id) ? collection.substring(0, collection.lastIndexOf('/')) : collection,
                    id);
            version.ifPresent(
                    tag -> versions.put(collection.endsWith("/" + id) ? collection : collection + "/" + id, tag));
        }
        for (JsonNode item : body.path("items")) {
            if (item.path("id").isTextual()) {
                keep(ids, collection, item.path("id").asText());
            }
        }
        collect(body, 0);
    }

    private void collect(JsonNode node, int depth) {
        if (depth > 6) {
            return;
        }
        node.properties().forEach(field -> {
            if (field.getValue().isTextual() || field.getValue().isNumber()) {
                keep(values, field.getKey(), field.getValue());
            }
            collect(field.getValue(), depth + 1);
        });
        if (node.isArray()) {
            node.forEach(item -> collect(item, depth + 1));
        }
    }

    private static <T> void keep(Map<String, List<T>> all, String key, T value) {
        List<T> list = all.computeIfAbsent(key, any -> new ArrayList<>());
        if (!list.contains(value)) {
            if (list.size() == KEPT) {
                list.removeFirst();
            }
            list.add(value);
        }
    }

    /** This identity may do this, whatever else was wrong with the request. */
    void admitted(String operation, String identity) {
        keep(admitted, operation, identity);
    }

    /** Somebody who may do this. */
    Optional<String> admitted(String operation, RandomGenerator random) {
        return one(admitted.getOrDefault(operation, List.of()), random);
    }

    /** An id of this collection, for example of {@code /v1/calls}. */
    Optional<String> id(String collection, RandomGenerator random) {
        return one(ids.getOrDefault(collection, List.of()), random);
    }

    /** A value that stood under this name somewhere. */
    Optional<JsonNode> value(String name, RandomGenerator random) {
        return one(values.getOrDefault(name, List.of()), random);
    }

    Optional<String> version(String path) {
        return Optional.ofNullable(versions.get(withoutVerb(path)));
    }

    private static String withoutVerb(String path) {
        int colon = path.indexOf(':');
        return colon < 0 ? path : path.substring(0, colon);
    }

    private static <T> Optional<T> one(List<T> list, RandomGenerator random) {
        return list.isEmpty() ? Optional.empty() : Optional.of(list.get(random.nextInt(list.size())));
    }
}
