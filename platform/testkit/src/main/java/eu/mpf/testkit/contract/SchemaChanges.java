package eu.mpf.testkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What of a JSON schema's change breaks those who write (requests) or read (answers, events) by the older one. */
final class SchemaChanges {
    private static final List<String> UPPER = List.of("maxLength", "maximum", "exclusiveMaximum", "maxItems");
    private static final List<String> LOWER = List.of("minLength", "minimum", "exclusiveMinimum", "minItems");
    private static final List<String> SHAPES = List.of("pattern", "format", "multipleOf", "const");
    private static final List<String> CHOICES = List.of("oneOf", "anyOf", "allOf");

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
        if (written
                ? mayBeNull(before, older) && !mayBeNull(after, newer)
                : mayBeNull(after, newer) && !mayBeNull(before, older)) {
            found.add(where + (written ? ": null is taken no more" : " may be null now"));
        }
        compareType(where, one, other);
        compareEnum(where, one, other);
        // What is sent must be within what the other side counts on.
        JsonNode sent = written ? one : other;
        JsonNode expected = written ? other : one;
        compareBounds(where, sent, expected);
        compareShape(where, sent, expected);
        CHOICES.forEach(choice -> compareChoices(where, one.path(choice), other.path(choice)));
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
        Set<String> older = types(one);
        Set<String> newer = types(other);
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
        } else if (other.has("enum") && written) {
            found.add("%s: only %s are taken now".formatted(where, texts(other.path("enum"))));
        }
    }

    private void compareBounds(String where, JsonNode sent, JsonNode expected) {
        for (String bound : UPPER) {
            if (expected.has(bound)
                    && (!sent.has(bound)
                            || sent.path(bound).asDouble()
                                    > expected.path(bound).asDouble())) {
                changed(where, bound, sent, expected);
            }
        }
        for (String bound : LOWER) {
            boolean counts = bound.endsWith("imum") || expected.path(bound).asInt() > 0; // no length is below 0
            if (expected.has(bound)
                    && counts
                    && (!sent.has(bound)
                            || sent.path(bound).asDouble()
                                    < expected.path(bound).asDouble())) {
                changed(where, bound, sent, expected);
            }
        }
    }

    private void compareShape(String where, JsonNode sent, JsonNode expected) {
        for (String shape : SHAPES) {
            if (expected.has(shape) && !expected.get(shape).equals(sent.get(shape))) {
                changed(where, shape, sent, expected);
            }
        }
        if (written && isFalse(expected.path("additionalProperties")) && !isFalse(sent.path("additionalProperties"))) {
            found.add(where + ": unknown properties are refused now");
        }
    }

    private static boolean isFalse(JsonNode node) {
        return node.isBoolean() && !node.asBoolean();
    }

    private void changed(String where, String keyword, JsonNode sent, JsonNode expected) {
        JsonNode older = written ? sent : expected;
        JsonNode newer = written ? expected : sent;
        found.add("%s: %s %s became %s"
                .formatted(
                        where,
                        keyword,
                        older.path(keyword).asText("none"),
                        newer.path(keyword).asText("none")));
    }

    /** Alternatives are known by what they refer to, those that are written out by their place. */
    private void compareChoices(String where, JsonNode older, JsonNode newer) {
        if (older.isMissingNode() || newer.isMissingNode()) {
            return;
        }
        Map<String, JsonNode> known = choices(older);
        Map<String, JsonNode> now = choices(newer);
        known.forEach((name, schema) -> {
            JsonNode other = now.get(name);
            if (other == null) {
                found.add("%s: alternative %s is gone".formatted(where, name));
            } else {
                compare(where + "(" + name + ")", schema, other);
            }
        });
        if (!written) {
            now.keySet().stream()
                    .filter(name -> !known.containsKey(name))
                    .forEach(name -> found.add("%s: alternative %s is new".formatted(where, name)));
        }
    }

    private static Map<String, JsonNode> choices(JsonNode alternatives) {
        var choices = new LinkedHashMap<String, JsonNode>();
        for (JsonNode alternative : alternatives) {
            String reference = alternative.path("$ref").asText();
            choices.put(reference.isEmpty() ? "#" + choices.size() : reference.replaceFirst(".*/", ""), alternative);
        }
        return choices;
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
        return orNothing(document, follow(document, schema));
    }

    private static JsonNode follow(JsonNode document, JsonNode schema) {
        JsonNode node = schema;
        for (int depth = 0; node.has("$ref") && depth < 10; depth++) {
            node = document.at(node.get("$ref").asText().substring(1));
        }
        return node;
    }

    private static boolean mayBeNull(JsonNode document, JsonNode schema) {
        JsonNode node = follow(document, schema);
        if (texts(node.path("type")).contains("null")) {
            return true;
        }
        for (String choice : List.of("anyOf", "oneOf")) {
            for (JsonNode alternative : node.path(choice)) {
                if (mayBeNull(document, alternative)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Set<String> types(JsonNode schema) {
        Set<String> types = texts(schema.path("type"));
        types.remove("null");
        return types;
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
