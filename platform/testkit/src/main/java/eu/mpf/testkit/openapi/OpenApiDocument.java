package eu.mpf.testkit.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** An OpenAPI document that can say whether it foresees an answer. */
public final class OpenApiDocument {

    private static final String PROBLEM = "application/problem+json";

    private final JsonNode document;
    private final PathTemplates templates;
    private final Map<JsonNode, BodySchema> schemas = new ConcurrentHashMap<>();

    private OpenApiDocument(JsonNode document) {
        this.document = document;
        var paths = new ArrayList<String>();
        document.path("paths").fieldNames().forEachRemaining(paths::add);
        this.templates = new PathTemplates(paths);
    }

    /** @param text YAML or JSON */
    public static OpenApiDocument parse(String text) {
        try {
            return new OpenApiDocument(new YAMLMapper().readTree(text));
        } catch (IOException e) {
            throw new UncheckedIOException("not an OpenAPI document", e);
        }
    }

    /**
     * What the document does not foresee in this answer; empty when all is well.
     *
     * @param mediaType without parameters, empty if the answer has none
     */
    public List<String> complaints(String method, String path, int status, String mediaType, byte[] body) {
        Optional<String> template = templates.find(path);
        boolean refusal = mediaType.equals(PROBLEM) && (status == 404 || status == 405);
        if (template.isEmpty()) {
            return refusal ? List.of() : List.of("path " + path + " is not documented");
        }
        JsonNode item = document.path("paths").path(template.get());
        JsonNode operation = item.path(method.equals("HEAD") ? "get" : method.toLowerCase(Locale.ROOT));
        if (operation.isMissingNode()) {
            return refusal || method.equals("OPTIONS")
                    ? List.of()
                    : List.of("method " + method + " of " + template.get() + " is not documented");
        }
        JsonNode response = response(operation.path("responses"), status);
        if (response.isMissingNode() && refusal && status == 405 && fitsOneWithout(method, path)) {
            return List.of();
        }
        if (response.isMissingNode()) {
            return List.of("status " + status + " is not documented; there are " + names(operation.path("responses")));
        }
        return content(response.path("content"), mediaType, body);
    }

    /** Whether the server may have taken the path for another one, which has no such method. */
    private boolean fitsOneWithout(String method, String path) {
        return templates
                .all(path)
                .anyMatch(template -> !document.path("paths").path(template).has(method.toLowerCase(Locale.ROOT)));
    }

    /** Gives path template and operation of a request to the action, if the document has it. */
    void withOperation(String method, String path, BiConsumer<String, JsonNode> action) {
        templates.find(path).ifPresent(template -> {
            JsonNode operation = document.path("paths").path(template).path(method.toLowerCase(Locale.ROOT));
            if (!operation.isMissingNode()) {
                action.accept(template, operation);
            }
        });
    }

    private List<String> content(JsonNode content, String mediaType, byte[] body) {
        if (body.length == 0) {
            return List.of();
        }
        // A download may be of any type; the document then names the range.
        JsonNode entry = content.has(mediaType) ? content.path(mediaType) : content.path("*/*");
        if (entry.isMissingNode()) {
            return List.of("media type '" + mediaType + "' is not documented; there are " + names(content));
        }
        JsonNode schema = entry.path("schema");
        boolean json = mediaType.equals("application/json") || mediaType.endsWith("+json");
        if (!json || schema.isMissingNode()) {
            return List.of();
        }
        return schemas.computeIfAbsent(schema, node -> new BodySchema(document.path("components"), node))
                .complaints(body);
    }

    private JsonNode response(JsonNode responses, int status) {
        for (String key : List.of(Integer.toString(status), status / 100 + "XX", "default")) {
            if (responses.has(key)) {
                return resolve(responses.get(key));
            }
        }
        return responses.path("none");
    }

    private JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    private static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
