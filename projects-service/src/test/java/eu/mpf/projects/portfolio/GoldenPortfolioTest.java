package eu.mpf.projects.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.GoldenData;
import eu.mpf.testkit.MpfTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The facility's real portfolio goes in as published, nothing repaired, and comes out findable. */
@MpfTest
class GoldenPortfolioTest {

    private static final List<String> TEXTS =
            List.of("acronym", "reference", "lead", "leadName", "region", "predecessor");
    private static final List<String> LISTS = List.of(
            "acronymVariants", "memberStates", "partnerCountries", "themes", "beneficiaries", "activities", "inKind");

    @Test
    void everyPublishedValueIsKeptAndEveryProjectIsFound() throws Exception {
        JsonNode golden = GoldenData.read("portfolio.json");
        golden.path("organisations").forEach(GoldenPortfolioTest::organisation);
        int values = 0;
        for (JsonNode project : golden.path("projects")) {
            String id = project(project);
            values += published(id, project.path("published"));
        }

        assertThat(values).isGreaterThan(40);
        read("MENTOR-II").body("items[0].budget.total", equalTo(null)).body("items[0].budget.rate", equalTo("94.97"));
        read("MCP-MED").body("items[0].budget.rate", equalTo("33.72"));
        read("HOMERE").body("items[0].budget.rate", equalTo("39.69"));
        read("COOP4INT").body("items[0].endDate", equalTo("2025-05-31"));
        read("DIGITAL-EXPLORERS").body("items[0].startDate", equalTo(null));
        read("RAPAK").body("items[0].budget", equalTo(null));
        Api.anonymous()
                .queryParam("q", "universita venezia")
                .get("/v1/projects")
                .then()
                .body("items.code", hasItem("INSIGHT"));
        Api.anonymous()
                .queryParam("country", "Morocco")
                .get("/v1/projects")
                .then()
                .body("items.code", hasItem("WAFIRA"));
    }

    private static void organisation(JsonNode golden) {
        write(
                        "/v1/organisations",
                        Map.of(
                                "code", golden.path("key").asText(),
                                "name", golden.path("name").asText(),
                                "kind", upper(golden.path("kind").asText()),
                                "country", golden.path("country").asText()))
                .then()
                .statusCode(anyOf(is(201), is(409))); // another test may have named this body before
    }

    private static String project(JsonNode golden) {
        Map<String, Object> body = new HashMap<>();
        body.put("code", golden.path("key").asText());
        body.put("title", Map.of("en", golden.path("title").asText()));
        body.put("kind", upper(golden.path("kind").asText("grant")));
        for (String name : TEXTS) {
            if (golden.has(name)) {
                body.put(
                        name.equals("lead") ? "leadOrganisation" : name,
                        golden.path(name).asText());
            }
        }
        for (String name : LISTS) {
            if (golden.has(name)) {
                body.put(name, golden.path(name));
            }
        }
        List<Map<String, String>> partners = new ArrayList<>();
        golden.path("partners").forEach(partner -> partners.add(Map.of("organisation", partner.asText())));
        body.put("partners", partners);
        return write("/v1/projects", body).then().statusCode(201).extract().path("id");
    }

    /** The first source of a field is taken as the current one. */
    private static int published(String project, JsonNode values) {
        Set<String> seen = new HashSet<>();
        for (JsonNode value : values) {
            String field = upper(value.path("field").asText().replaceAll("([A-Z])", "-$1"));
            write(
                            "/v1/projects/" + project + "/published-values",
                            Map.of(
                                    "field", field,
                                    "printed", value.path("value").asText(),
                                    "source", value.path("source").asText(),
                                    "current", seen.add(field)))
                    .then()
                    .statusCode(201)
                    .body("printed", equalTo(value.path("value").asText()));
        }
        return values.size();
    }

    private static io.restassured.response.ValidatableResponse read(String code) {
        return Api.anonymous()
                .queryParam("code", code)
                .get("/v1/projects")
                .then()
                .statusCode(200);
    }

    private static Response write(String path, Map<String, ?> body) {
        return Api.as("programme-officer")
                .contentType(ContentType.JSON)
                .body(body)
                .post(path);
    }

    private static String upper(String kebab) {
        return kebab.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
