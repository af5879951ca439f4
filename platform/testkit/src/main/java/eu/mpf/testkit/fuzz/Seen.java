package eu.mpf.testkit.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** What earlier answers held, so that later requests meet things that exist: ids by collection, values by name, versions. */
final class Seen {

    private static final int KEPT = 200;
    private static final List<String> STATES = List.of("status", "state");

    /** Names that ids stand under, other than that of their kind. */
    private static final Map<String, String> KINDS = Map.of(
            "survivorId", "personId", "duplicateId", "personId", "instead", "valueId", "applications", "applicationId");

    /** @param path of the answer that it stood in */
    private record Value(String path, JsonNode node) {}

    private final Things things;
    private final List<String> identities;
    private final Map<String, List<Value>> values = new LinkedHashMap<>();
    private final Map<String, List<JsonNode>> parts = new LinkedHashMap<>();
    private final Map<String, String> versions = new LinkedHashMap<>();
    private final Map<String, List<String>> admitted = new LinkedHashMap<>();
    private final Map<String, List<String>> succeeded = new LinkedHashMap<>();
    private final Map<String, List<String>> refused = new LinkedHashMap<>();
    private final Map<String, String> tokens = new LinkedHashMap<>();

    Seen(Things things, List<String> identities) {
        this.things = things;
        this.identities = identities;
    }

    /**
     * @param template path of the document
     * @param location path of what came into being, if the answer names one
     * @param identity who asked: they may see it
     */
    void answer(
            String path,
            String template,
            Optional<String> version,
            Optional<String> location,
            String identity,
            JsonNode body) {
        String place = withoutVerb(path);
        version.ifPresent(tag -> versions.put(place, tag));
        version.flatMap(tag -> location).ifPresent(made -> versions.put(made, version.orElseThrow()));
        location.ifPresent(made -> things.put(made, state(body), people(body, identity)));
        String id = body.path("id").asText();
        if (withoutVerb(template).endsWith("}")) {
            things.put(place, state(body), people(body, identity));
        }
        item(place, body, identity);
        (body.isArray() ? body : body.path("items")).forEach(item -> item(place, item, identity));
        body.properties()
                .forEach(field ->
                        field.getValue().forEach(item -> item(place + "/" + dashed(field.getKey()), item, identity)));
        String token = body.path("manageToken").asText();
        if (!token.isEmpty()) {
            tokens.put(id, token);
        }
        collect(place, body, 0);
        body.properties().stream()
                .filter(field -> field.getValue().isContainerNode())
                .forEach(field -> keep(parts, shape(template, field.getKey()), field.getValue()));
    }

    private static String shape(String template, String name) {
        return Things.shape(withoutVerb(template)).replaceFirst("/\\{}$", "") + "#" + name;
    }

    /** What an answer about something of this kind held under this name: an object, or a list. */
    Optional<JsonNode> part(String template, String name, RandomGenerator random) {
        return one(parts.getOrDefault(shape(template, name), List.of()), random);
    }

    /** Something in a collection: there, or at the top where all of its kind are. */
    private void item(String collection, JsonNode item, String reader) {
        for (String holder :
                List.of(collection, "/v1" + collection.substring(Math.max(0, collection.lastIndexOf('/'))))) {
            things.in(holder).ifPresent(shape -> {
                JsonNode key = item.has(things.key(shape)) ? item.path(things.key(shape)) : item.path("id");
                String id = key.asText();
                if (!id.isBlank() && !id.contains("/")) {
                    things.put(holder + "/" + id, state(item), people(item, reader));
                }
            });
        }
    }

    private static String state(JsonNode body) {
        return STATES.stream()
                .map(name -> body.path(name).asText())
                .filter(state -> !state.isEmpty())
                .findFirst()
                .orElse("");
    }

    private Set<String> people(JsonNode body, String reader) {
        Set<String> people = new LinkedHashSet<>();
        if (!reader.isEmpty()) {
            people.add(reader);
        }
        named(body, people);
        return people;
    }

    private void named(JsonNode node, Set<String> people) {
        if (node.isTextual() && identities.contains(node.asText())) {
            people.add(node.asText());
        }
        node.forEach(each -> named(each, people));
    }

    void exists(String path) {
        things.put(path, "", Set.of());
    }

    void gone(String path) {
        things.remove(withoutVerb(path));
    }

    /** What an example of the contract shows, but for ids: it was recorded on other data. */
    void shown(String template, JsonNode example) {
        collect(template, example, 0);
        values.values().forEach(list -> list.removeIf(value -> Values.isId(value.node())));
    }

    private void collect(String path, JsonNode node, int depth) {
        if (depth > 6) {
            return;
        }
        node.properties().forEach(field -> {
            if (field.getValue().isTextual() || field.getValue().isNumber()) {
                keep(values, field.getKey(), new Value(path, field.getValue()));
            }
            collect(path, field.getValue(), depth + 1);
        });
        if (node.isArray()) {
            node.forEach(item -> collect(path, item, depth + 1));
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

    /** The id of a thing whose kind the name speaks of: {@code callId} of {@code /v1/calls}; else what stood under the name. */
    Optional<String> idNamed(String given, String path, RandomGenerator random) {
        String name = KINDS.getOrDefault(given, given);
        Optional<String> near = near(name, path, random).map(JsonNode::asText).filter(any -> random.nextInt(3) > 0);
        return near.or(() -> things.one("/v1/" + dashed(name.replaceFirst("Id$", "")) + "s/{}", random)
                        .map(thing -> thing.path().substring(thing.path().lastIndexOf('/') + 1)))
                .or(() -> value(name, random).map(JsonNode::asText));
    }

    private static String dashed(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
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
        return one(values.getOrDefault(name, List.of()), random).map(Value::node);
    }

    /** A value that stood under this name in answers about the thing of this path, or about what is in it. */
    private Optional<JsonNode> near(String name, String path, RandomGenerator random) {
        String[] segments = withoutVerb(path).split("/");
        if (segments.length < 4) {
            return Optional.empty(); // it names no thing
        }
        String thing = String.join("/", Arrays.copyOf(segments, 4));
        List<Value> near = values.getOrDefault(name, List.of()).stream()
                .filter(each -> each.path().startsWith(thing))
                .toList();
        return one(near, random).map(Value::node);
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
