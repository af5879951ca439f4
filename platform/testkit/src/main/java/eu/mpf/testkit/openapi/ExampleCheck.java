package eu.mpf.testkit.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Whether every operation of an OpenAPI document shows how it is used, and shows it truly. */
public final class ExampleCheck {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    private final JsonNode document;
    private final List<String> complaints = new ArrayList<>();

    private ExampleCheck(JsonNode document) {
        this.document = document;
    }

    /**
     * Operations without an example where one can be shown (not for files and streams), and examples that break their
     * schema.
     *
     * @param yaml the document
     */
    public static List<String> complaints(String yaml) throws IOException {
        var check = new ExampleCheck(new YAMLMapper().readTree(yaml));
        check.document
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation -> check.check(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue())));
        return check.complaints;
    }

    private void check(String where, JsonNode operation) {
        JsonNode request = operation.path("requestBody").path("content");
        if (shown(request).stream().anyMatch(ExampleCheck::isJson)) {
            checkOne(where + ": request", List.of(request));
        }
        List<JsonNode> answers = operation.path("responses").properties().stream()
                .filter(answer -> answer.getKey().startsWith("2"))
                .map(answer -> answer.getValue().path("content"))
                .filter(content -> !shown(content).isEmpty())
                .toList();
        if (!answers.isEmpty()) {
            checkOne(where + ": answer", answers);
        }
    }

    private void checkOne(String where, List<JsonNode> contents) {
        boolean any = false;
        for (JsonNode content : contents) {
            for (Map.Entry<String, JsonNode> entry : content.properties()) {
                JsonNode example = entry.getValue().path("example");
                any |= !example.isMissingNode();
                if (!example.isMissingNode() && isJson(entry.getKey())) {
                    var schema = new BodySchema(
                            document.path("components"), entry.getValue().path("schema"));
                    schema.complaints(example.toString().getBytes(StandardCharsets.UTF_8))
                            .forEach(complaint -> complaints.add(where + ": " + complaint));
                }
            }
        }
        if (!any) {
            complaints.add(where + " has no example");
        }
    }

    /** The media types an example can be written for; a file of whatever kind is none of them. */
    private static List<String> shown(JsonNode content) {
        return content.properties().stream()
                .filter(entry -> !entry.getValue().at("/schema/format").asText().equals("binary"))
                .map(Map.Entry::getKey)
                .filter(type -> isJson(type)
                        || (type.startsWith("text/") && !type.equals("text/event-stream"))
                        || type.endsWith("xml"))
                .toList();
    }

    private static boolean isJson(String mediaType) {
        return mediaType.equals("application/json") || mediaType.endsWith("+json");
    }
}
