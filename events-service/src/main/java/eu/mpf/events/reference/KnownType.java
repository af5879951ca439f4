package eu.mpf.events.reference;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A partnership type of one typology version.
 *
 * @param name a text by language, or a plain text
 */
public record KnownType(String code, JsonNode name, boolean retired) {

    /** The name in English, or in whatever language there is, or else the code. */
    public String label() {
        if (name.isTextual()) {
            return name.textValue();
        }
        if (name.hasNonNull("en")) {
            return name.get("en").textValue();
        }
        return name.isObject() && !name.isEmpty() ? name.iterator().next().asText() : code;
    }
}
