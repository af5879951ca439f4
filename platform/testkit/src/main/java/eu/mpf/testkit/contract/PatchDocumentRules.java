package eu.mpf.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every PATCH of the committed document takes a merge patch (RFC 7396) of which any part may be left out. Items of lists
 * are another matter: a list is replaced as a whole. A service's test class extends this one.
 */
@Tag("X1")
public abstract class PatchDocumentRules {

    private static final String MERGE_PATCH = "application/merge-patch+json";

    @Test
    void everyPatchSaysWhatItMayHoldAndRequiresNothing() throws IOException {
        JsonNode document = new YAMLMapper().readTree(Files.readString(Path.of("src/main/contracts/openapi.yaml")));
        List<String> complaints = new ArrayList<>();
        List<String> patches = new ArrayList<>();
        document.path("paths").properties().forEach(path -> {
            JsonNode operation = path.getValue().path("patch");
            if (!operation.isMissingNode()) {
                JsonNode schema = operation
                        .path("requestBody")
                        .path("content")
                        .path(MERGE_PATCH)
                        .path("schema");
                patches.add(path.getKey());
                check(document, schema, path.getKey(), new HashSet<>(), complaints);
                if (resolve(document, schema).path("properties").isEmpty()) {
                    complaints.add(path.getKey() + " does not say what it takes");
                }
            }
        });
        assertThat(patches).isNotEmpty();
        assertThat(complaints).isEmpty();
    }

    private static void check(
            JsonNode document, JsonNode reference, String where, Set<String> seen, List<String> complaints) {
        if (reference.has("$ref") && !seen.add(reference.path("$ref").asText())) {
            return;
        }
        JsonNode schema = resolve(document, reference);
        schema.path("required").forEach(name -> complaints.add(where + " requires " + name.asText()));
        schema.path("properties")
                .properties()
                .forEach(property ->
                        check(document, property.getValue(), where + "/" + property.getKey(), seen, complaints));
        for (String parts : List.of("allOf", "anyOf", "oneOf")) {
            schema.path(parts).forEach(part -> check(document, part, where, seen, complaints));
        }
        if (schema.path("additionalProperties").isObject()) {
            check(document, schema.path("additionalProperties"), where + "/*", seen, complaints);
        }
    }

    private static JsonNode resolve(JsonNode document, JsonNode schema) {
        return schema.has("$ref") ? document.at(schema.path("$ref").asText().substring(1)) : schema;
    }
}
