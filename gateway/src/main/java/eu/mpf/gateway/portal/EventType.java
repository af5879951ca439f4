package eu.mpf.gateway.portal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.gateway.audience.Audience;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One type of event, as its service describes it.
 *
 * @param type what subscriptions and the change feed name it by, such as {@code eu.mpf.calls.call.published.v1}
 * @param service who sends it
 * @param topic the Kafka topic it is sent to
 * @param title what happened
 * @param summary what it carries, if its service says so
 * @param audience who is told of it
 * @param schema the JSON Schema of its data
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventType(
        String type,
        String service,
        String topic,
        String title,
        @Nullable String summary,
        Audience audience,
        JsonNode schema) {

    /** A field of the data, for readers. */
    public record Field(String name, String kind, boolean required, String about) {}

    /** The schema's fields, in its order. */
    public List<Field> fields() {
        JsonNode required = schema.path("required");
        return schema.path("properties").properties().stream()
                .map(field -> new Field(
                        field.getKey(),
                        kind(field.getValue()),
                        contains(required, field.getKey()),
                        field.getValue().path("description").asText()))
                .toList();
    }

    /** Whether any field says what it means. */
    public boolean explained() {
        return fields().stream().anyMatch(field -> !field.about().isEmpty());
    }

    private static boolean contains(JsonNode names, String name) {
        for (JsonNode one : names) {
            if (one.asText().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static String kind(JsonNode schema) {
        if (schema.has("enum")) {
            return "one of " + list(schema.path("enum"));
        }
        if (schema.has("const")) {
            return schema.path("const").asText();
        }
        JsonNode types = schema.path("type");
        String kind = types.isArray() ? list(types) : types.asText(schema.has("$ref") ? "object" : "any");
        if (schema.has("items")) {
            return kind + " of " + kind(schema.path("items"));
        }
        return schema.has("format") ? kind + " (" + schema.path("format").asText() + ")" : kind;
    }

    private static String list(JsonNode values) {
        var text = new StringBuilder();
        values.forEach(value -> text.append(text.isEmpty() ? "" : ", ").append(value.asText()));
        return text.toString();
    }
}
