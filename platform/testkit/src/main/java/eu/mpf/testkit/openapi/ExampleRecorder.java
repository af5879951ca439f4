package eu.mpf.testkit.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Keeps what tests send and are answered as the examples of the API document: per operation the fullest request and
 * answers that a reader still takes in. Only operations without an example are recorded; remove a file to have it anew.
 * What is always refused because of the state of things, as changing a list that another service keeps, shows that.
 */
final class ExampleRecorder {

    private static final Path DIRECTORY = Path.of("src/main/contracts/examples");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Characters of one body; a longer one is taken only while there is none shorter. */
    private static final int READABLE = 3_000;

    private static final int MOST = 12_000;
    private static final int CONFLICT = 409;
    private static final int LINES = 3;
    private static final int ITEMS = 2;

    private record Call(ObjectNode parameters, String sentType, Optional<JsonNode> sent, Optional<JsonNode> answer) {
        int worth() {
            int length = length(sent) + length(answer);
            return length <= READABLE ? length : READABLE - length;
        }

        private static int length(Optional<JsonNode> body) {
            return body.map(node -> node.toString().length()).orElse(0);
        }
    }

    /** By operation, then by status and media type of the answer. */
    private final Map<String, Map<String, Call>> best = new HashMap<>();

    private final Map<String, Boolean> wanted = new HashMap<>();

    synchronized void record(
            JsonNode operation, String template, FilterableRequestSpecification request, Response response) {
        String id = operation.path("operationId").asText();
        if (!isShown(response.getStatusCode()) || !wanted.computeIfAbsent(id, name -> !Files.exists(file(name)))) {
            return;
        }
        String sentType = mediaType(request.getContentType());
        Optional<JsonNode> sent =
                request.getBody() instanceof String text ? body(sentType, text, false) : Optional.empty();
        String type = mediaType(response.getContentType());
        Optional<JsonNode> answer = body(type, response.getBody().asString(), true);
        var call = new Call(parameters(operation, template, request), sentType, sent, answer);
        String key = response.getStatusCode() + " " + type;
        var calls = best.computeIfAbsent(id, name -> new LinkedHashMap<>());
        if (response.getStatusCode() == CONFLICT && calls.keySet().stream().anyMatch(ExampleRecorder::isSuccess)) {
            return;
        }
        if (isSuccess(key)) {
            calls.keySet().removeIf(other -> !isSuccess(other));
        }
        if (!calls.containsKey(key) || calls.get(key).worth() < call.worth()) {
            calls.put(key, call);
            write(id, calls);
        }
    }

    private static boolean isShown(int status) {
        return status / 100 == 2 || status == CONFLICT;
    }

    private static boolean isSuccess(String key) {
        return key.startsWith("2");
    }

    private static void write(String id, Map<String, Call> calls) {
        ObjectNode example = JSON.createObjectNode();
        ObjectNode parameters = example.putObject("parameters");
        ObjectNode request = example.putObject("request");
        ObjectNode responses = example.putObject("responses");
        calls.forEach((key, call) -> {
            call.parameters()
                    .properties()
                    .forEach(parameter -> parameters.set(parameter.getKey(), parameter.getValue()));
            call.sent().ifPresent(body -> request.set(call.sentType(), body));
            String[] parts = key.split(" ", 2);
            call.answer()
                    .ifPresent(body -> responses.withObjectProperty(parts[0]).set(parts[1], body));
        });
        try {
            Files.createDirectories(DIRECTORY);
            Files.writeString(
                    file(id),
                    JSON.writerWithDefaultPrettyPrinter()
                                    .writeValueAsString(example)
                                    .replaceAll("(127\\.0\\.0\\.1|localhost):\\d+", "localhost:8080")
                            + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(String operationId) {
        return DIRECTORY.resolve(operationId + ".json");
    }

    private static ObjectNode parameters(JsonNode operation, String template, FilterableRequestSpecification request) {
        URI uri = URI.create(request.getURI());
        Map<String, String> values = new HashMap<>(PathTemplates.values(template, uri.getPath()));
        if (uri.getRawQuery() != null) {
            for (String pair : uri.getRawQuery().split("&")) {
                String[] parts = pair.split("=", 2);
                values.putIfAbsent(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
            }
        }
        ObjectNode parameters = JSON.createObjectNode();
        for (JsonNode parameter : operation.path("parameters")) {
            String value = values.get(parameter.path("name").asText());
            if (value != null
                    && !value.isEmpty()
                    && !parameter.path("in").asText().equals("header")) {
                parameters.set(parameter.path("name").asText(), typed(parameter.path("schema"), value));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static JsonNode typed(JsonNode schema, String value) {
        String types = schema.path("type").toString();
        if (types.contains("array")) {
            return JSON.createArrayNode().add(typed(schema.path("items"), value));
        }
        if (types.contains("integer") || types.contains("number") || types.contains("boolean")) {
            return tree(value).orElse(TextNode.valueOf(value));
        }
        return TextNode.valueOf(value);
    }

    private static Optional<JsonNode> body(String mediaType, String text, boolean shorten) {
        if (text.isEmpty() || text.length() > 100 * MOST) {
            return Optional.empty();
        }
        if (mediaType.equals("application/json") || mediaType.endsWith("+json")) {
            return tree(text)
                    .map(node -> shorten ? shortened(node) : node)
                    .filter(node -> node.toString().length() <= MOST);
        }
        if (mediaType.equals("text/csv") || mediaType.endsWith("jsonl")) {
            return Optional.of(TextNode.valueOf(text.lines().limit(LINES).collect(Collectors.joining("\n", "", "\n"))));
        }
        boolean readable = mediaType.startsWith("text/") || mediaType.endsWith("xml");
        return readable && !mediaType.equals("text/event-stream") && text.length() <= MOST
                ? Optional.of(TextNode.valueOf(text))
                : Optional.empty();
    }

    private static Optional<JsonNode> tree(String text) {
        try {
            return Optional.of(JSON.readTree(text));
        } catch (JsonProcessingException notJson) {
            return Optional.empty(); // a test that sends what no example should show
        }
    }

    private static JsonNode shortened(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(property -> property.setValue(shortened(property.getValue())));
            return object;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode fewer = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < Math.min(ITEMS, array.size()); i++) {
                fewer.add(shortened(array.get(i)));
            }
            return fewer;
        }
        return node;
    }

    private static String mediaType(String contentType) {
        return contentType == null
                ? ""
                : contentType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }
}
