package eu.mpf.testkit.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One operation of the document.
 *
 * @param parameters of the operation and its path, references resolved
 * @param body media types and schemas of the request, missing if it takes none
 * @param answers media types of its successful answers
 * @param shown example of such an answer, missing if there is none
 */
record Operation(
        String method,
        String template,
        List<JsonNode> parameters,
        JsonNode body,
        List<String> answers,
        JsonNode shown) {

    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    String name() {
        return method + " " + template;
    }

    /** Whether it is a domain verb, as {@code :publish}. */
    boolean isVerb() {
        return template.contains(":");
    }

    boolean changesState() {
        return isVerb() || method.equals("DELETE");
    }

    /** Whether it is how something new comes into being. */
    boolean makes() {
        return method.equals("POST") && !isVerb();
    }

    long depth() {
        return template.chars().filter(each -> each == '/').count();
    }

    /** The parameter of its path with this name. */
    JsonNode inPath(String name) {
        return parameter("path", name);
    }

    boolean takesHeader(String name) {
        return !parameter("header", name).isMissingNode();
    }

    private JsonNode parameter(String in, String name) {
        return parameters.stream()
                .filter(each -> each.path("in").asText().equals(in)
                        && each.path("name").asText().equals(name))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    static List<Operation> of(JsonNode document) {
        var operations = new ArrayList<Operation>();
        document.path("paths").properties().forEach(path -> {
            for (String method : METHODS) {
                JsonNode operation = path.getValue().path(method);
                if (!operation.isMissingNode()) {
                    operations.add(operation(document, path.getKey(), path.getValue(), method, operation));
                }
            }
        });
        return operations;
    }

    private static Operation operation(
            JsonNode document, String template, JsonNode path, String method, JsonNode operation) {
        var parameters = new ArrayList<JsonNode>();
        path.path("parameters").forEach(each -> parameters.add(resolve(document, each)));
        operation.path("parameters").forEach(each -> parameters.add(resolve(document, each)));
        var answers = new ArrayList<String>();
        var shown = new ArrayList<JsonNode>();
        operation.path("responses").properties().forEach(response -> {
            if (response.getKey().startsWith("2")) {
                resolve(document, response.getValue())
                        .path("content")
                        .properties()
                        .forEach(media -> {
                            answers.add(media.getKey());
                            if (media.getValue().path("example").isContainerNode()) {
                                shown.add(media.getValue().path("example"));
                            }
                        });
            }
        });
        // A live stream does not end, so it is not asked for.
        answers.remove("text/event-stream");
        JsonNode body = resolve(document, operation.path("requestBody")).path("content");
        return new Operation(
                method.toUpperCase(java.util.Locale.ROOT),
                template,
                parameters,
                body,
                answers,
                shown.isEmpty() ? MissingNode.getInstance() : shown.getFirst());
    }

    static JsonNode resolve(JsonNode document, JsonNode node) {
        JsonNode found = node;
        for (int depth = 0; found.has("$ref") && depth < 20; depth++) {
            found = document.at(found.get("$ref").asText().substring(1));
        }
        return found;
    }
}
