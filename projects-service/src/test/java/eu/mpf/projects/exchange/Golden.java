package eu.mpf.projects.exchange;

import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.GoldenData;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The golden portfolio as lines of an import, under codes of one test: nothing is left out, nothing repaired. */
final class Golden {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> CODES = Set.of("lead", "predecessor", "succeededBy");

    private final String prefix;

    private Golden(String prefix) {
        this.prefix = prefix;
    }

    /** Imports bodies and projects through the API; every row must be taken. */
    static void load(String prefix) throws IOException {
        imported("/v1/organisations:import", "application/x-ndjson", organisations(prefix))
                .body("refused", equalTo(0));
        imported("/v1/projects:import", "application/x-ndjson", projects(prefix))
                .body("refused", equalTo(0));
    }

    static ValidatableResponse imported(String path, String type, String body) {
        return Api.as("programme-officer")
                .contentType(type)
                .body(body.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post(path)
                .then()
                .statusCode(200);
    }

    static String organisations(String prefix) throws IOException {
        Golden golden = new Golden(prefix);
        List<JsonNode> all = new ArrayList<>();
        read().path("organisations").forEach(all::add);
        // A successor is known before the body it succeeds.
        all.sort((a, b) -> Boolean.compare(a.has("succeededBy"), b.has("succeededBy")));
        return lines(all.stream().map(golden::organisation).toList());
    }

    static String projects(String prefix) throws IOException {
        Golden golden = new Golden(prefix);
        List<JsonNode> lines = new ArrayList<>();
        for (JsonNode project : read().path("projects")) {
            lines.add(golden.project(project));
        }
        return lines(lines);
    }

    private static JsonNode read() throws IOException {
        return GoldenData.read("portfolio.json");
    }

    private static String lines(List<? extends JsonNode> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    private ObjectNode organisation(JsonNode golden) {
        ObjectNode line = JSON.createObjectNode();
        line.put("code", prefix + golden.path("key").asText());
        line.put("name", golden.path("name").asText());
        line.put("kind", upper(golden.path("kind").asText()));
        line.put("country", golden.path("country").asText());
        if (golden.has("succeededBy")) {
            line.put("succeededBy", prefix + golden.path("succeededBy").asText());
            line.put("succeededOn", "2023-10-29");
        }
        return line;
    }

    private ObjectNode project(JsonNode golden) {
        ObjectNode line = JSON.createObjectNode();
        line.put("code", prefix + golden.path("key").asText());
        line.putObject("title").put("en", golden.path("title").asText());
        line.put("kind", upper(golden.path("kind").asText("grant")));
        for (String name : List.of("leadName", "region")) {
            if (golden.has(name)) {
                line.set(name, golden.get(name));
            }
        }
        for (String name : List.of("acronym", "reference")) {
            if (golden.has(name)) {
                line.put(name, prefix + golden.path(name).asText());
            }
        }
        for (String name : CODES) {
            if (golden.has(name)) {
                line.put(
                        name.equals("lead") ? "leadOrganisation" : name,
                        prefix + golden.path(name).asText());
            }
        }
        for (String name : List.of("acronymVariants", "memberStates", "partnerCountries", "themes", "activities")) {
            if (golden.has(name)) {
                line.set(name, golden.get(name));
            }
        }
        golden.path("partners")
                .forEach(partner -> line.withArrayProperty("partners")
                        .addObject()
                        .put("organisation", prefix + partner.asText())
                        .put("role", "PARTNER"));
        golden.path("beneficiaries")
                .forEach(body -> line.withArrayProperty("beneficiaries").add(prefix + body.asText()));
        golden.path("inKind")
                .forEach(good -> line.withArrayProperty("inKind")
                        .addObject()
                        .put("what", good.path("what").asText())
                        .put("quantity", good.path("quantity").asInt())
                        .put("from", prefix + good.path("from").asText())
                        .put("to", prefix + good.path("to").asText()));
        values(golden.path("published"), line);
        line.put("effectiveOn", "2019-01-01");
        if (golden.path("published").toString().contains("period")) {
            line.put("status", "RUNNING").put("statusSince", "2021-01-01");
            line.remove("effectiveOn");
        }
        return line;
    }

    /** The first source of a field is taken as the one that holds. */
    private static void values(JsonNode published, ObjectNode line) {
        Set<String> seen = new HashSet<>();
        ArrayNode values = JSON.createArrayNode();
        for (JsonNode value : published) {
            String field = upper(value.path("field").asText().replaceAll("([A-Z])", "-$1"));
            ObjectNode each = values.addObject();
            each.put("field", field);
            each.put("printed", value.path("value").asText());
            each.put("source", value.path("source").asText());
            if (seen.add(field)) {
                each.put("current", true);
            }
        }
        if (!values.isEmpty()) {
            line.set("publishedValues", values);
        }
    }

    /** Fields told of the entry alone, which no export repeats. */
    static Map<String, JsonNode> told(JsonNode line) {
        Map<String, JsonNode> fields = new java.util.LinkedHashMap<>();
        line.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        fields.remove("effectiveOn");
        fields.values().removeIf(value -> value.isContainerNode() && value.isEmpty());
        return fields;
    }

    private static String upper(String kebab) {
        return kebab.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
