package eu.mpf.projects.visibility;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import eu.mpf.projects.Portfolio;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Website;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("P22")
class VisibilityTest {

    @Test
    void everyItemIsCheckedOnceWithEvidenceAndWhoLookedIsForTheStaff() throws Exception {
        try (Website site = new Website()) {
            checkEveryItem(site);
        }
    }

    private static void checkEveryItem(Website site) {
        String lead = Portfolio.code("VIS");
        Portfolio.organisation(lead, "Lead " + lead);
        String id = Portfolio.project(Portfolio.code("VISIBLE"), Map.of("leadOrganisation", lead))
                .getString("id");

        Api.anonymous()
                .get("/v1/projects/{id}/visibility", id)
                .then()
                .statusCode(200)
                .body("items.item", hasItem("eu-emblem"))
                .body("items.state", everyItem(nullValue()))
                .body("items.version", everyItem(equalTo(0)));
        check(id, "eu-emblem", 0, Map.of("state", "MET"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/evidenceUrl"));
        check(id, "eu-emblem", 0, Map.of("state", "NOT_APPLICABLE"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/note"));
        check(id, "eu-emblem", 0, Map.of("state", "MET", "documentId", id))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/documentId"));
        check(id, "eu-emblem", 0, Map.of("state", "MET", "evidenceUrl", "javascript:alert(1)"))
                .then()
                .statusCode(400);
        check(id, "no-such-item", 0, Map.of("state", "MET", "evidenceUrl", site.there()))
                .then()
                .statusCode(404);
        check(id, "eu-emblem", 1, Map.of("state", "MET", "evidenceUrl", site.there()))
                .then()
                .statusCode(412);
        check(id, "eu-emblem", 0, Map.of("state", "MET", "evidenceUrl", site.gone()))
                .then()
                .statusCode(409)
                .body("code", equalTo("links-not-sound"))
                .body("errors.pointer", contains("/evidenceUrl"))
                .body("errors.code", contains("dead"));
        check(
                        id,
                        "eu-emblem",
                        0,
                        Map.of(
                                "state",
                                "MET",
                                "evidenceUrl",
                                site.there(),
                                "note",
                                "Footer",
                                "checkedOn",
                                "2023-05-02"))
                .then()
                .statusCode(200)
                .body("checkedBy", equalTo("programme-officer"))
                .body("checkedOn", equalTo("2023-05-02"))
                .body("version", equalTo(1));
        check(id, "eu-emblem", 0, Map.of("state", "NOT_MET", "note", "Gone"))
                .then()
                .statusCode(412);
        check(id, "eu-emblem", 1, Map.of("state", "NOT_MET", "note", "Gone", "evidenceUrl", site.gone()))
                .then()
                .statusCode(200)
                .body("version", equalTo(2));

        Api.anonymous()
                .get("/v1/projects/{id}/visibility/eu-emblem", id)
                .then()
                .body("state", equalTo("NOT_MET"))
                .body("checkedBy", nullValue())
                .body("note", nullValue());
        Portfolio.asLead(lead)
                .get("/v1/projects/{id}/visibility/eu-emblem", id)
                .then()
                .statusCode(200)
                .body("note", equalTo("Gone"))
                .body("checkedBy", nullValue());
        Api.as("auditor")
                .get("/v1/projects/{id}/visibility/eu-emblem", id)
                .then()
                .body("checkedBy", equalTo("programme-officer"));
        Api.anonymous()
                .get("/v1/code-lists/visibility-items")
                .then()
                .statusCode(200)
                .body("entries.code", hasItem("equipment-marked"));
    }

    private static Response check(String project, String item, int version, Map<String, ?> finding) {
        return Api.as("programme-officer")
                .header("If-Match", "\"" + version + "\"")
                .contentType(ContentType.JSON)
                .body(finding)
                .put("/v1/projects/{id}/visibility/{item}", project, item);
    }
}
