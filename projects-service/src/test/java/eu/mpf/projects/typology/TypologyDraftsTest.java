package eu.mpf.projects.typology;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("P4")
class TypologyDraftsTest {

    private static RequestSpecification officer() {
        return Api.as("programme-officer").contentType(ContentType.JSON);
    }

    private static RequestSpecification officer(String path) {
        return officer().header("If-Match", officer().get(path).header("ETag"));
    }

    /** There is one draft at a time, and another test may have left its own. */
    @BeforeEach
    void noDraft() {
        List<Integer> drafts = officer().get("/v1/typologies").path("items.findAll { it.status == 'DRAFT' }.version");
        drafts.forEach(version -> officer("/v1/typologies/" + version).delete("/v1/typologies/" + version));
    }

    private static int drafted() {
        Map<String, Object> type = Map.of("code", "of-a-draft", "name", Map.of("en", "Of a draft"));
        return officer()
                .body(Map.of("note", "By mistake", "types", List.of(type)))
                .post("/v1/typologies")
                .then()
                .statusCode(201)
                .extract()
                .path("version");
    }

    @Test
    void aDraftIsThrownAwayAndTheNextOneHasItsNumber() {
        int version = drafted();
        String path = "/v1/typologies/" + version;
        Api.as("applicant-lv").header("If-Match", "\"1\"").delete(path).then().statusCode(403);
        officer().delete(path).then().statusCode(428);
        officer().header("If-Match", "\"99\"").delete(path).then().statusCode(412);

        officer(path)
                .delete(path + "/types/of-a-draft")
                .then()
                .statusCode(200)
                .body("types.code", not(hasItem("of-a-draft")));
        officer(path).delete(path + "/types/of-a-draft").then().statusCode(404);

        officer(path).delete(path).then().statusCode(204);
        officer().get(path).then().statusCode(404);
        int again = drafted();
        org.assertj.core.api.Assertions.assertThat(again).isEqualTo(version);
        officer(path).delete(path).then().statusCode(204);
        Api.as("auditor")
                .queryParam("action", "typology.discarded")
                .get("/v1/audit/projects")
                .then()
                .statusCode(200)
                .body("items[0].action", equalTo("typology.discarded"));
    }
}
