package eu.mpf.testkit.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What earlier answers held, so that later requests meet things that exist: ids by collection, values by name, versions. */
final class Seen {

    private static final int KEPT = 200;

    private final Map<String, List<String>> ids = new LinkedHashMap<>();
    private final Map<String, List<JsonNode>> values = new LinkedHashMap<>();
    private final Map<String, String> versions = new LinkedHashMap<>();
    private final Map<String, List<String>> admitted = new LinkedHashMap<>();
    private final Map<String, List<String>> succeeded = new LinkedHashMap<>();
    private final Map<String, List<String>> refused = new LinkedHashMap<>();
    private final Map<String, String> tokens = new LinkedHashMap<>();

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
        String token = body.path("manageToken").asText();
        if (!token.isEmpty()) {
            tokens.put(id, token);
        }
        collect(body, 0);
    }

    void exists(String collection, String id) {
        keep(ids, collection, id);
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

    /** This identity has done this. */
    void succeeded(String operation, String identity) {
        keep(succeeded, operation, identity);
    }

    boolean hasSucceeded(String operation) {
        return succeeded.containsKey(operation);
    }

    boolean isRefused(String operation, String identity) {
        return refused.getOrDefault(operation, List.of()).contains(identity);
    }

    boolean isAdmitted(String operation) {
        return admitted.containsKey(operation);
    }

    /** The version of what was last read or written at this path. */
    void version(String path, String tag) {
        versions.put(withoutVerb(path), tag);
    }

    /** This identity may not. */
    void refused(String operation, String identity) {
        keep(refused, operation, identity);
    }

    /** Somebody of these who was not refused this so far. */
    Optional<String> notRefused(String operation, List<String> identities, RandomGenerator random) {
        List<String> known = refused.getOrDefault(operation, List.of());
        return one(identities.stream().filter(each -> !known.contains(each)).toList(), random);
    }

    /** Somebody who has done this, or at least may. */
    Optional<String> admitted(String operation, RandomGenerator random) {
        return one(succeeded.getOrDefault(operation, List.of()), random)
                .or(() -> one(admitted.getOrDefault(operation, List.of()), random));
    }

    /** An id of this collection, for example of {@code /v1/calls}. */
    Optional<String> id(String collection, RandomGenerator random) {
        return one(ids.getOrDefault(collection, List.of()), random);
    }

    /** An id that stood under this name, or of the collection it speaks of: {@code callId} of {@code /v1/calls}. */
    Optional<String> idNamed(String name, RandomGenerator random) {
        String kind = name.replaceFirst("Id$", "");
        String collection = "/v1/" + kind.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT) + "s";
        return value(name, random).map(JsonNode::asText).or(() -> id(collection, random));
    }

    /** The token of the registration that the path names; of another one if it names none. */
    Optional<String> token(String path, RandomGenerator random) {
        return Arrays.stream(withoutVerb(path).split("/"))
                .map(tokens::get)
                .filter(Objects::nonNull)
                .findAny()
                .or(() -> one(List.copyOf(tokens.values()), random));
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
