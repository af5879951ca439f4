package eu.mpf.web.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mpf.web.problem.CommonProblem;
import eu.mpf.web.problem.FieldError;
import eu.mpf.web.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The only properties a caller wants to see; {@code lead.name} is one property of a nested object. */
record Fields(List<String> names) {

    /** @param asked separated by commas */
    static Fields of(String asked) {
        return new Fields(Arrays.stream(asked.split(",")).map(String::strip).toList());
    }

    /**
     * A field nobody has is refused, as any other unknown name.
     *
     * @param json knows which properties an item has; of a map or a tree nobody does
     * @throws ProblemException 400
     */
    void check(ObjectMapper json, Object item) {
        if (item instanceof JsonNode || item instanceof Map) {
            return;
        }
        var known =
                json.getSerializationConfig().introspect(json.constructType(item.getClass())).findProperties().stream()
                        .map(p -> p.getName())
                        .toList();
        var errors = names.stream()
                .filter(field -> !known.contains(field.split("\\.", 2)[0]))
                .map(field -> new FieldError("?fields", "unknown", field + " is not a property; there are " + known))
                .toList();
        if (!errors.isEmpty()) {
            throw new ProblemException(
                    CommonProblem.VALIDATION_FAILED, errors.getFirst().message(), errors);
        }
    }

    /** The same with nothing but these; of each item, if it is a list. */
    JsonNode prune(JsonNode node) {
        if (node instanceof ArrayNode list) {
            var array = list.arrayNode();
            list.forEach(item -> array.add(prune(item)));
            return array;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        var kept = object.objectNode();
        for (var property : object.properties()) {
            var name = property.getKey();
            var nested = below(name);
            if (names.contains(name)) {
                kept.set(name, property.getValue());
            } else if (!nested.names().isEmpty()) {
                kept.set(name, nested.prune(property.getValue()));
            }
        }
        return kept;
    }

    private Fields below(String name) {
        return new Fields(names.stream()
                .filter(field -> field.startsWith(name + "."))
                .map(field -> field.substring(name.length() + 1))
                .toList());
    }
}
