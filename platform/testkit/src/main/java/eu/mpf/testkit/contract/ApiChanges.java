package eu.mpf.testkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What of an OpenAPI document's change breaks those who call by the older one. */
final class ApiChanges {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final JsonNode before;
    private final JsonNode after;
    private final List<String> found = new ArrayList<>();

    private ApiChanges(JsonNode before, JsonNode after) {
        this.before = before;
        this.after = after;
    }

    static List<String> breaking(JsonNode before, JsonNode after) {
        var changes = new ApiChanges(before, after);
        changes.comparePaths();
        return changes.found;
    }

    private void comparePaths() {
        before.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation -> {
                            String where = operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
                            JsonNode newer =
                                    after.path("paths").path(path.getKey()).path(operation.getKey());
                            if (newer.isMissingNode()) {
                                found.add(where + " is gone");
                            } else {
                                compareParameters(where, operation.getValue(), newer);
                                compareBody(where, operation.getValue(), newer);
                                compareAnswers(where, operation.getValue(), newer);
                            }
                        }));
    }

    private void compareParameters(String where, JsonNode older, JsonNode newer) {
        for (JsonNode parameter : older.path("parameters")) {
            if (find(newer, parameter).isMissingNode()) {
                found.add("%s: parameter %s is gone".formatted(where, name(parameter)));
            }
        }
        for (JsonNode parameter : newer.path("parameters")) {
            JsonNode known = find(older, parameter);
            if (parameter.path("required").asBoolean()
                    && !known.path("required").asBoolean()) {
                found.add("%s: parameter %s is required now".formatted(where, name(parameter)));
            }
            if (!known.isMissingNode() && known.has("schema")) {
                found.addAll(new SchemaChanges(before, after, true)
                        .between(where + " ?" + name(parameter), known.path("schema"), parameter.path("schema")));
            }
        }
    }

    private static JsonNode find(JsonNode operation, JsonNode parameter) {
        for (JsonNode candidate : operation.path("parameters")) {
            if (name(candidate).equals(name(parameter))
                    && candidate.path("in").asText().equals(parameter.path("in").asText())) {
                return candidate;
            }
        }
        return operation.path("none");
    }

    private static String name(JsonNode parameter) {
        return parameter.path("name").asText(parameter.path("$ref").asText());
    }

    private void compareBody(String where, JsonNode older, JsonNode newer) {
        JsonNode body = older.path("requestBody");
        JsonNode other = newer.path("requestBody");
        if (other.path("required").asBoolean() && !body.path("required").asBoolean()) {
            found.add(where + ": a body is required now");
        }
        compareContent(where + " body", body.path("content"), other.path("content"), true);
    }

    private void compareAnswers(String where, JsonNode older, JsonNode newer) {
        older.path("responses").properties().stream()
                .filter(answer -> answer.getKey().startsWith("2"))
                .forEach(answer -> {
                    JsonNode other = newer.path("responses").path(answer.getKey());
                    String at = where + " " + answer.getKey();
                    if (other.isMissingNode()) {
                        found.add(at + " is answered no more");
                    } else {
                        compareContent(at, answer.getValue().path("content"), other.path("content"), false);
                    }
                });
    }

    private void compareContent(String where, JsonNode older, JsonNode newer, boolean written) {
        older.properties().forEach(content -> {
            JsonNode other = newer.path(content.getKey());
            if (other.isMissingNode()) {
                found.add("%s: %s is offered no more".formatted(where, content.getKey()));
            } else {
                found.addAll(new SchemaChanges(before, after, written)
                        .between(where, content.getValue().path("schema"), other.path("schema")));
            }
        });
    }
}
