package eu.mpf.testkit.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The schema of one body. It is stricter than the document reads: a property that is not listed is a complaint, as
 * clients would never learn of it, unless the schema allows further properties in so many words.
 */
final class BodySchema {

    private final Schema schema;

    BodySchema(JsonNode components, JsonNode body) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.set("components", components.deepCopy());
        root.putArray("allOf").add(body.deepCopy());
        Set<String> combined = new HashSet<>();
        collectCombined(root.path("components"), combined);
        close(root.path("components").path("schemas"), combined);
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(root.toString(), InputFormat.JSON);
    }

    List<String> complaints(byte[] json) {
        return schema
                .validate(
                        new String(json, StandardCharsets.UTF_8),
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }

    /** Names of the schemas that another one extends: only the whole could tell which properties are too many. */
    private static void collectCombined(JsonNode node, Set<String> names) {
        JsonNode parts = node.path("allOf");
        if (parts.size() > 1 || (parts.size() == 1 && node.has("properties"))) {
            parts.forEach(part -> names.add(part.path("$ref").asText().replaceFirst(".*/", "")));
        }
        node.forEach(child -> collectCombined(child, names));
    }

    private static void close(JsonNode schemas, Set<String> combined) {
        schemas.properties().forEach(entry -> {
            boolean closable = entry.getValue().has("properties")
                    && !entry.getValue().has("additionalProperties")
                    && !entry.getValue().has("allOf")
                    && !combined.contains(entry.getKey());
            if (closable && entry.getValue() instanceof ObjectNode schema) {
                schema.put("additionalProperties", false);
            }
        });
    }
}
