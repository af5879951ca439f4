package eu.mpf.testkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What of a JSON schema's change breaks those who write (requests) or read (answers, events) by the older one. */
final class SchemaChanges {
    private final JsonNode before;
    private final JsonNode after;
    private final boolean written;
    private final List<String> found = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    /**
     * @param before the document the older schema's references lead into
     * @param after the same of the newer
     * @param written whether others write by it, rather than read
     */
    SchemaChanges(JsonNode before, JsonNode after, boolean written) {
        this.before = before;
        this.after = after;
        this.written = written;
    }

    List<String> between(String where, JsonNode older, JsonNode newer) {
        compare(where, older, newer);
        return found;
    }

    private void compare(String where, JsonNode older, JsonNode newer) {
        if (older.has("$ref") && newer.has("$ref") && !seen.add(older.get("$ref") + " " + newer.get("$ref"))) {
            return;
        }
        JsonNode one = resolve(before, older);
        JsonNode other = resolve(after, newer);
        compareType(where, one, other);
        compareEnum(where, one, other);
        compareProperties(where, one, other);
        if (one.has("items")) {
            compare(where + "[]", one.path("items"), other.path("items"));
        }
        if (one.path("additionalProperties").isObject()
                && other.path("additionalProperties").isObject()) {
            compare(where + "{}", one.path("additionalProperties"), other.path("additionalProperties"));
        }
    }

    private void compareType(String where, JsonNode one, JsonNode other) {
        Set<String> older = texts(one.path("type"));
        Set<String> newer = texts(other.path("type"));
        if (older.isEmpty() || newer.isEmpty()) {
            return;
        }
        if (written ? !newer.containsAll(older) : !older.containsAll(newer)) {
            found.add("%s: type %s became %s".formatted(where, older, newer));
        }
    }

    /** Values may be added anywhere: readers know that enums grow. */
    private void compareEnum(String where, JsonNode one, JsonNode other) {
        if (one.has("enum") && other.has("enum") && written) {
            Set<String> gone = texts(one.path("enum"));
            gone.removeAll(texts(other.path("enum")));
            gone.forEach(value -> found.add("%s: value %s is taken no more".formatted(where, value)));
        }
    }

    private void compareProperties(String where, JsonNode one, JsonNode other) {
        one.path("properties").properties().forEach(property -> {
            JsonNode newer = other.path("properties").path(property.getKey());
            String path = where + "/" + property.getKey();
            if (newer.isMissingNode()) {
                found.add(path + " is gone");
            } else {
                compare(path, property.getValue(), newer);
            }
        });
        if (!one.has("properties")) {
            return;
        }
        Set<String> required = texts(written ? other.path("required") : one.path("required"));
        required.removeAll(texts(written ? one.path("required") : other.path("required")));
        for (String name : required) {
            if (written || other.path("properties").has(name)) {
                found.add(where + "/" + name + (written ? " is required now" : " may be absent now"));
            }
        }
    }

    private static JsonNode resolve(JsonNode document, JsonNode schema) {
        JsonNode node = schema;
        for (int depth = 0; node.has("$ref") && depth < 10; depth++) {
            node = document.at(node.get("$ref").asText().substring(1));
        }
        return orNothing(document, node);
    }

    /** What may also be null is, for the rest, what it is without. */
    private static JsonNode orNothing(JsonNode document, JsonNode schema) {
        JsonNode options = schema.path("anyOf");
        return options.size() == 2 && options.get(1).path("type").asText().equals("null")
                ? resolve(document, options.get(0))
                : schema;
    }

    private static Set<String> texts(JsonNode node) {
        var texts = new TreeSet<String>();
        if (node.isTextual()) {
            texts.add(node.asText());
        }
        node.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
