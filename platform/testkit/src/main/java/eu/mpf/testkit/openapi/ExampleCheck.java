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
        JsonNode refusal = operation.at("/responses/409/content");
        if (!answers.isEmpty()) {
            // nothing succeeds where another service keeps what would be changed
            boolean refused = answers.stream().noneMatch(ExampleCheck::isShown) && isShown(refusal);
            checkOne(where + ": answer", refused ? List.of(refusal) : answers);
        }
    }

    private void checkOne(String where, List<JsonNode> contents) {
        boolean any = false;
        for (JsonNode content : contents) {
            for (Map.Entry<String, JsonNode> entry : content.properties()) {
                List<JsonNode> examples = examples(entry.getValue());
                any |= !examples.isEmpty();
                if (isJson(entry.getKey())) {
                    var schema = new BodySchema(
                            document.path("components"), entry.getValue().path("schema"));
                    for (JsonNode example : examples) {
                        schema.complaints(example.toString().getBytes(StandardCharsets.UTF_8))
                                .forEach(complaint -> complaints.add(where + ": " + complaint));
                    }
                }
            }
        }
        if (!any) {
            complaints.add(where + " has no example");
        }
    }

    private static boolean isShown(JsonNode content) {
        return content.properties().stream()
                .anyMatch(entry -> !examples(entry.getValue()).isEmpty());
    }

    /** The one, or several with names. */
    private static List<JsonNode> examples(JsonNode mediaType) {
        var examples = new ArrayList<JsonNode>();
        if (mediaType.has("example")) {
            examples.add(mediaType.path("example"));
        }
        mediaType.path("examples").forEach(named -> examples.add(named.path("value")));
        return examples;
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
