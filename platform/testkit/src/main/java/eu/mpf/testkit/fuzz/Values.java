package eu.mpf.testkit.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Values that a schema allows, as far as it says. */
final class Values {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> WORDS =
            List.of("Migration", "partnership", "Ünïted", "border", "skills", "Ελλάδα", "мобильность", "2023");

    private static final Set<String> UNIQUE = Set.of("code", "key", "name");

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final JsonNode document;
    private final Seen seen;
    private final RandomGenerator random;

    Values(JsonNode document, Seen seen, RandomGenerator random) {
        this.document = document;
        this.seen = seen;
        this.random = random;
    }

    /** @param name of the property or parameter: what answers held under this name comes first */
    JsonNode of(JsonNode reference, String name) {
        return of(reference, name, 0);
    }

    /**
     * An example as it may be sent again: its code is new, and its ids are those of things that exist, where any are known.
     *
     * @param path of the request: what has to do with it comes first
     * @param makes whether something comes into being by it, whose name must be new
     */
    JsonNode renewed(JsonNode example, String path, boolean makes) {
        JsonNode renewed = renewed(example, "", path);
        if (makes && renewed instanceof ObjectNode object) {
            UNIQUE.stream().filter(object::has).forEach(name -> object.set(name, example(object.get(name), name)));
        }
        return renewed;
    }

    /** With parts that the schema allows and the example does not show, as answers about things of this kind held them. */
    JsonNode completed(JsonNode example, JsonNode schema, String template) {
        if (example instanceof ObjectNode object) {
            resolved(schema)
                    .path("properties")
                    .fieldNames()
                    .forEachRemaining(name -> seen.part(template, name, random)
                            .filter(part -> !object.has(name) && random.nextBoolean())
                            .ifPresent(part -> object.set(name, part)));
        }
        return example;
    }

    private JsonNode renewed(JsonNode example, String name, String path) {
        if (example.isObject()) {
            ObjectNode object = JSON.objectNode();
            example.properties()
                    .forEach(each -> object.set(each.getKey(), renewed(each.getValue(), each.getKey(), path)));
            return object;
        }
        if (example.isArray()) {
            ArrayNode array = JSON.arrayNode();
            example.forEach(each -> array.add(renewed(each, name, path)));
            return array;
        }
        return isId(example)
                ? seen.idNamed(name, path, random).<JsonNode>map(JSON::textNode).orElse(example)
                : example;
    }

    /** Whether it names something that was there when the example was recorded. */
    static boolean isId(JsonNode example) {
        return ID.matcher(example.asText()).matches();
    }

    private JsonNode of(JsonNode reference, String name, int depth) {
        JsonNode schema = resolved(reference);
        JsonNode choices = schema.path("enum");
        if (!choices.isEmpty()) {
            return choices.get(random.nextInt(choices.size()));
        }
        for (String either : List.of("oneOf", "anyOf")) {
            if (!schema.path(either).isEmpty()) {
                JsonNode options = schema.path(either);
                return of(options.get(random.nextInt(options.size())), name, depth + 1);
            }
        }
        JsonNode examples = schema.path("examples");
        if (examples.isArray() && !examples.isEmpty() && random.nextInt(3) > 0) {
            return example(examples.get(random.nextInt(examples.size())), name);
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, name, depth);
            case "integer" -> JSON.numberNode(number(schema));
            case "number" -> JSON.numberNode(number(schema) + 0.5);
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            default -> known(name).orElseGet(() -> JSON.textNode(text(schema)));
        };
    }

    /** What must be unique is made so: the example itself may be wanted by another test. */
    private JsonNode example(JsonNode example, String name) {
        return UNIQUE.contains(name) && example.isTextual()
                ? JSON.textNode(example.asText() + "-" + random.nextInt(1_000_000))
                : example;
    }

    private JsonNode resolved(JsonNode reference) {
        JsonNode schema = Operation.resolve(document, reference);
        return schema.path("allOf").size() == 1
                ? Operation.resolve(document, schema.path("allOf").get(0))
                : schema;
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            for (JsonNode each : type) {
                if (!each.asText().equals("null")) {
                    return each.asText();
                }
            }
        }
        return type.asText(schema.has("properties") || schema.has("additionalProperties") ? "object" : "string");
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = JSON.objectNode();
        var required = new java.util.HashSet<String>();
        schema.path("required").forEach(each -> required.add(each.asText()));
        schema.path("properties").properties().forEach(property -> {
            if (required.contains(property.getKey()) || depth < 5 && random.nextInt(3) > 0) {
                object.set(property.getKey(), of(property.getValue(), property.getKey(), depth + 1));
            }
        });
        JsonNode further = schema.path("additionalProperties");
        if (further.isObject() && depth < 5) {
            for (String language : List.of("en", "fr").subList(0, 1 + random.nextInt(2))) {
                object.set(language, of(further, language, depth + 1));
            }
        }
        return object;
    }

    private ArrayNode array(JsonNode schema, String name, int depth) {
        ArrayNode array = JSON.arrayNode();
        int size = depth > 5 ? 0 : schema.path("minItems").asInt() + random.nextInt(3);
        for (int i = 0; i < size; i++) {
            array.add(of(schema.path("items"), name, depth + 1));
        }
        return array;
    }

    private long number(JsonNode schema) {
        long minimum = schema.path("minimum").asLong(0);
        long maximum = schema.path("maximum").asLong(Math.max(minimum, 0) + 60);
        return minimum >= maximum ? minimum : random.nextLong(minimum, maximum + 1);
    }

    private Optional<JsonNode> known(String name) {
        return random.nextInt(4) == 0 ? Optional.empty() : seen.value(name, random);
    }

    private String text(JsonNode schema) {
        LocalDate date = LocalDate.of(2023, 1, 1).plusDays(random.nextInt(1_500));
        return switch (schema.path("format").asText()) {
            case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
            case "date" -> date.toString();
            case "date-time" -> date + "T09:00:00.000Z";
            case "uri" -> "https://example.org/" + random.nextInt(1_000);
            case "email" -> "person" + random.nextInt(1_000) + "@example.org";
            default -> words(schema);
        };
    }

    private String words(JsonNode schema) {
        var text = new StringBuilder();
        int shortest = schema.path("minLength").asInt(0);
        do {
            text.append(text.isEmpty() ? "" : " ").append(WORDS.get(random.nextInt(WORDS.size())));
        } while (text.length() < shortest || random.nextInt(2) == 0);
        int longest = schema.path("maxLength").asInt(Integer.MAX_VALUE);
        return text.length() <= longest ? text.toString() : text.substring(0, longest);
    }
}
