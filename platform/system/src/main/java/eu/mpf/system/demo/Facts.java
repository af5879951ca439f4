package eu.mpf.system.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/** The facts as they lie in {@code demo/*.json}: in a neutral shape that each loader maps to the API. */
public final class Facts {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Facts() {}

    /** @param name file name without ending, for example {@code portfolio} */
    public static JsonNode read(String name) {
        try (var in = Facts.class.getResourceAsStream("/demo/" + name + ".json")) {
            if (in == null) {
                throw new IllegalArgumentException("No facts called " + name);
            }
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code public-authority} → {@code PUBLIC_AUTHORITY}. */
    public static String constant(String neutral) {
        return neutral.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** A text in English, as the API takes texts. */
    public static ObjectNode english(String text) {
        return JSON.createObjectNode().put("en", text);
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static ArrayNode array() {
        return JSON.createArrayNode();
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies a field if the fact has it; what is unknown stays absent. */
    static void copy(JsonNode fact, String name, ObjectNode to) {
        if (fact.hasNonNull(name)) {
            to.set(name, fact.get(name));
        }
    }
}
