package eu.mpf.web.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

/**
 * A service's AsyncAPI document in one piece. In the repository it refers to a file per event's schema; a reader who has
 * only an address could not follow, so the schemas are brought into the document's components.
 */
public final class AsyncApiDocument {
    private static final Pattern SCHEMA = Pattern.compile("(?:\\./)?events/([a-z0-9.-]+)\\.schema\\.json");
    private static final String FOLDER = "/contracts/";
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private AsyncApiDocument() {}

    /**
     * As YAML.
     *
     * @throws IllegalStateException if the application holds no such document, or a schema that it names
     */
    public static String bundled() {
        try {
            var document = (ObjectNode) YAML.readTree(read("asyncapi.yaml"));
            var schemas = document.withObjectProperty("components").withObjectProperty("schemas");
            bundle(document.path("channels"), schemas);
            bundle(document.path("components").path("messages"), schemas);
            return YAML.writeValueAsString(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void bundle(JsonNode node, ObjectNode schemas) throws IOException {
        var reference = SCHEMA.matcher(node.path("$ref").asText());
        if (node instanceof ObjectNode object && reference.matches()) {
            var name = reference.group(1);
            if (!schemas.has(name)) {
                schemas.set(name, JSON.readTree(read("events/" + name + ".schema.json")));
            }
            object.put("$ref", "#/components/schemas/" + name);
        } else {
            for (var child : node) {
                bundle(child, schemas);
            }
        }
    }

    private static byte[] read(String name) throws IOException {
        try (InputStream in = AsyncApiDocument.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("the application has no " + FOLDER + name);
            }
            return in.readAllBytes();
        }
    }
}
