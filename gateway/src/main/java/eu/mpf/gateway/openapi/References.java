package eu.mpf.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/** The references inside an OpenAPI document: {@code $ref}, discriminator mappings, names of security schemes. */
final class References {

    private static final String BASE = "#/components/";

    private References() {}

    /** Adds what the node refers to, as kind and name ({@code schemas/Money}). */
    static void collect(JsonNode node, Set<String> into) {
        node.forEachEntry((key, value) -> {
            if (value.isTextual() && isReference(value.textValue())) {
                into.add(value.textValue().substring(BASE.length()));
            } else if (key.equals("security") && value.isArray()) {
                value.forEach(requirement ->
                        requirement.forEachEntry((scheme, scopes) -> into.add("securitySchemes/" + scheme)));
            }
            collect(value, into);
        });
        if (node.isArray()) {
            node.forEach(element -> collect(element, into));
        }
    }

    /** Points every reference to a renamed component to its new name; changes the node. */
    static void rename(JsonNode node, Map<String, String> names) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(entry -> {
                JsonNode value = entry.getValue();
                if (value.isTextual() && isReference(value.textValue())) {
                    String target = value.textValue().substring(BASE.length());
                    entry.setValue(object.textNode(BASE + names.getOrDefault(target, target)));
                } else if (entry.getKey().equals("security") && value instanceof ArrayNode requirements) {
                    renameSchemes(requirements, names);
                } else {
                    rename(value, names);
                }
            });
        } else {
            node.forEach(element -> rename(element, names));
        }
    }

    private static void renameSchemes(ArrayNode requirements, Map<String, String> names) {
        for (int i = 0; i < requirements.size(); i++) {
            ObjectNode renamed = requirements.objectNode();
            requirements.get(i).forEachEntry((scheme, scopes) -> {
                String target = "securitySchemes/" + scheme;
                renamed.set(names.getOrDefault(target, target).substring("securitySchemes/".length()), scopes);
            });
            requirements.set(i, renamed);
        }
    }

    private static boolean isReference(String text) {
        return text.startsWith(BASE);
    }
}
