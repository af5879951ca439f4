package eu.mpf.web.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Puts an example into every operation that has one: a real request and its real answers, as a test met them. They lie
 * in {@code contracts/examples}, a file per operation named by its id, and are recorded by the tests.
 */
final class Examples {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Examples() {}

    static void addTo(OpenAPI document) {
        if (document.getPaths() == null || document.getPaths().getPathItems() == null) {
            return;
        }
        document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .forEach(operation -> read(operation.getOperationId()).ifPresent(example -> add(operation, example)));
    }

    private static Optional<JsonNode> read(String operationId) {
        var file = "contracts/examples/" + operationId + ".json";
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            return in == null ? Optional.empty() : Optional.of(JSON.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is not an example", e);
        }
    }

    private static void add(Operation operation, JsonNode example) {
        var parameters = example.path("parameters");
        for (Parameter parameter :
                operation.getParameters() == null ? List.<Parameter>of() : operation.getParameters()) {
            if (parameter.getRef() == null
                    && parameter.getExample() == null
                    && parameter.getExamples() == null
                    && parameters.has(parameter.getName())) {
                parameter.setExample(plain(parameters.get(parameter.getName())));
            }
        }
        if (operation.getRequestBody() != null) {
            add(operation.getRequestBody().getContent(), example.path("request"));
        }
        example.path("responses").properties().forEach(answer -> {
            var response = operation.getResponses().getAPIResponse(answer.getKey());
            if (response != null) {
                add(response.getContent(), answer.getValue());
            }
        });
    }

    private static void add(Content content, JsonNode bodies) {
        if (content == null || content.getMediaTypes() == null) {
            return;
        }
        content.getMediaTypes().forEach((mediaType, entry) -> {
            if (bodies.has(mediaType) && entry.getExample() == null && entry.getExamples() == null) {
                entry.setExample(plain(bodies.get(mediaType)));
            }
        });
    }

    /** As maps, lists and scalars, which is what the model writes. */
    private static Object plain(JsonNode node) {
        return node.isObject() ? JSON.convertValue(node, Map.class) : JSON.convertValue(node, Object.class);
    }
}
