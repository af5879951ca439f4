package eu.mpf.projects.organisation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import eu.mpf.projects.Portfolio;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.EventSchemas;
import eu.mpf.testkit.KafkaProbe;
import eu.mpf.testkit.MpfTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("P23")
class OrganisationsTest {

    private static final String TOPIC = "mpf.projects.organisation.v1";

    @Test
    void registersABodyAndTellsOthers() {
        String code = Portfolio.code("ORG");
        JsonPath created = Portfolio.organisation(code, "State Border Guard");

        Api.anonymous()
                .get("/v1/organisations/{id}", created.getString("id"))
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("code", equalTo(code));
        var event = new KafkaProbe().await(TOPIC, each -> each.subject().equals(created.getString("id")));
        EventSchemas.validate(event);
    }

    @Test
    void refusesASecondBodyWithTheSameCode() {
        String code = Portfolio.code("ORG");
        Portfolio.organisation(code, "First");

        post(Map.of("code", code, "name", "Second", "kind", "UNIVERSITY", "country", "IT"))
                .then()
                .statusCode(409)
                .body("code", equalTo("code-taken"));
    }

    @Test
    void acceptsCountryAliasesAndRefusesUnknownCountries() {
        post(Map.of(
                        "code",
                        Portfolio.code("ORG"),
                        "name",
                        "Hellenic Police",
                        "kind",
                        "PUBLIC_AUTHORITY",
                        "country",
                        "EL"))
                .then()
                .statusCode(201)
                .body("country", equalTo("GR"));
        post(Map.of(
                        "code",
                        Portfolio.code("ORG"),
                        "name",
                        "Nowhere",
                        "kind",
                        "PUBLIC_AUTHORITY",
                        "country",
                        "Atlantis"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/country"));
    }

    @Test
    void renamingKeepsTheFormerNameAndFindsByBoth() {
        JsonPath created = Portfolio.organisation(Portfolio.code("ORG"), "High Commission Xylo");

        Api.as("programme-officer")
                .header("If-Match", "\"1\"")
                .contentType(ContentType.JSON)
                .body(Map.of("name", "Agency Zebu", "effectiveOn", "2023-10-29"))
                .urlEncodingEnabled(false)
                .post("/v1/organisations/{id}:rename", created.getString("id"))
                .then()
                .statusCode(200)
                .body("name", equalTo("Agency Zebu"))
                .body("names[0].until", equalTo("2023-10-28"));
        for (String q : List.of("xylo", "ZEBU")) {
            Api.anonymous()
                    .queryParam("q", q)
                    .get("/v1/organisations")
                    .then()
                    .statusCode(200)
                    .body("items.id", hasItem(created.getString("id")));
        }
    }

    @Test
    void changesNeedTheVersionTheyAreMadeOn() {
        JsonPath created = Portfolio.organisation(Portfolio.code("ORG"), "Some body");
        var patch = Api.as("administrator")
                .contentType("application/merge-patch+json")
                .body(Map.of("kind", "OTHER"));

        patch.patch("/v1/organisations/{id}", created.getString("id")).then().statusCode(428);
        Api.as("administrator")
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"7\"")
                .body(Map.of("kind", "OTHER"))
                .patch("/v1/organisations/{id}", created.getString("id"))
                .then()
                .statusCode(412);
        Api.as("administrator")
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"1\"")
                .body(Map.of("identifiers", List.of(Map.of("scheme", "ROR", "value", "https://ror.org/00x"))))
                .patch("/v1/organisations/{id}", created.getString("id"))
                .then()
                .statusCode(200)
                .body("identifiers[0].scheme", equalTo("ROR"));
    }

    @Test
    void onlyStaffWrites() {
        var body = Map.of("code", Portfolio.code("ORG"), "name", "X", "kind", "OTHER", "country", "AT");
        Api.anonymous()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/organisations")
                .then()
                .statusCode(401);
        Api.as("applicant-lv")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/organisations")
                .then()
                .statusCode(403);
    }

    @Test
    void successionClosesNoCircle() {
        JsonPath first = Portfolio.organisation(Portfolio.code("ORG"), "First of a chain");
        JsonPath second = Portfolio.organisation(Portfolio.code("ORG"), "Second of a chain");
        succeed(first, second.getString("code"))
                .then()
                .statusCode(200)
                .body("succeededBy", equalTo(second.getString("code")));

        JsonPath now = Api.anonymous()
                .get("/v1/organisations/{id}", second.getString("id"))
                .jsonPath();
        succeed(now, first.getString("code")).then().statusCode(409).body("code", equalTo("succession-cycle"));
        succeed(now, "NOBODY").then().statusCode(400).body("errors.pointer", contains("/successor"));
    }

    @Test
    void mergingKeepsBothRecordsReadable() {
        JsonPath duplicate = Portfolio.organisation(Portfolio.code("ORG"), "Duplicate Quokka");
        JsonPath survivor = Portfolio.organisation(Portfolio.code("ORG"), "Survivor");

        Api.as("programme-officer")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "duplicate", duplicate.getString("code"),
                        "survivor", survivor.getString("code"),
                        "reason", "Same body, entered twice"))
                .urlEncodingEnabled(false)
                .post("/v1/organisations:merge")
                .then()
                .statusCode(200)
                .body("id", equalTo(survivor.getString("id")));
        Api.anonymous()
                .get("/v1/organisations/{id}", duplicate.getString("id"))
                .then()
                .statusCode(200)
                .body("mergedInto", equalTo(survivor.getString("code")));
        Api.anonymous()
                .queryParam("q", "quokka")
                .get("/v1/organisations")
                .then()
                .body("items.id", hasItem(survivor.getString("id")));
    }

    @Test
    void checkingOnlyStoresNothing() {
        String code = Portfolio.code("ORG");
        Api.as("programme-officer")
                .contentType(ContentType.JSON)
                .queryParam("validateOnly", true)
                .body(Map.of("code", code, "name", "X", "kind", "OTHER", "country", "AT"))
                .post("/v1/organisations")
                .then()
                .statusCode(204);
        Portfolio.organisation(code, "Now really");
    }

    @Test
    void sameKeyGivesTheSameAnswer() {
        var body = Map.of("code", Portfolio.code("ORG"), "name", "Once", "kind", "OTHER", "country", "AT");
        String id = null;
        for (int i = 0; i < 2; i++) {
            String answered = Api.as("programme-officer")
                    .contentType(ContentType.JSON)
                    .header("Idempotency-Key", "key-" + body.get("code"))
                    .body(body)
                    .post("/v1/organisations")
                    .then()
                    .statusCode(201)
                    .body("id", id == null ? notNullValue() : equalTo(id))
                    .extract()
                    .path("id");
            id = answered;
        }
    }

    private static io.restassured.response.Response succeed(JsonPath organisation, String successor) {
        return Api.as("programme-officer")
                .header("If-Match", Portfolio.etag(organisation))
                .contentType(ContentType.JSON)
                .body(Map.of("successor", successor, "effectiveOn", "2023-10-29"))
                .urlEncodingEnabled(false)
                .post("/v1/organisations/{id}:succeed", organisation.getString("id"));
    }

    private static io.restassured.response.Response post(Map<String, ?> body) {
        return Api.as("programme-officer")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/organisations");
    }
}
