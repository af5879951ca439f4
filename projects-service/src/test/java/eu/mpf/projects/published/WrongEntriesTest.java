package eu.mpf.projects.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import eu.mpf.projects.Portfolio;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A value that was entered wrongly is corrected or taken back, and stays readable. */
@MpfTest
@Tag("P10")
class WrongEntriesTest {

    private JsonPath project;

    @BeforeEach
    void aProject() {
        project = Portfolio.project(Portfolio.code("WRONG"), Map.of());
    }

    @Test
    void aCorrectionTakesThePlaceOfWhatWasWrongWhichStaysReadable() {
        JsonPath wrong = record("PERIOD", "Dec 2012 to May 2025", true);
        JsonPath right = correct(wrong, "Dec 2021 to May 2025")
                .statusCode(201)
                .header(
                        "Location",
                        endsWith("/published-values/" + values(true).extract().path("items[1].id")))
                .header("ETag", "\"1\"")
                .body("field", equalTo("PERIOD"))
                .body("source", equalTo("aima.gov.pt"))
                .body("publishedOn", equalTo("2022-01-10"))
                .body("current", equalTo(true))
                .body("withdrawal", nullValue())
                .extract()
                .jsonPath();

        project().body("startDate", equalTo("2021-12-01")).body("endDate", equalTo("2025-05-31"));
        values(false).body("items.id", contains(right.getString("id")));
        values(true)
                .body("items.printed", contains("Dec 2012 to May 2025", "Dec 2021 to May 2025"))
                .body("items.current", contains(false, true));
        read("auditor", wrong)
                .body("printed", equalTo("Dec 2012 to May 2025"))
                .body("current", equalTo(false))
                .body("recordedBy", equalTo("programme-officer"))
                .body("withdrawal.at", notNullValue())
                .body("withdrawal.by", equalTo("programme-officer"))
                .body("withdrawal.reason", equalTo("Mistyped"))
                .body("withdrawal.replacedBy", equalTo(right.getString("id")));
        audited("published-value.corrected", wrong)
                .body("items[0].reason", equalTo("Mistyped"))
                .body("items[0].before.current", equalTo(true))
                .body("items[0].after.withdrawal.replacedBy", equalTo(right.getString("id")));
    }

    @Test
    void thePublicLearnsWhyButNotWho() {
        JsonPath wrong = record("NOTE", "Also in Egypt", false);
        correct(wrong, "Also in Tunisia").statusCode(201).body("current", equalTo(false));

        Api.anonymous()
                .get(path(wrong))
                .then()
                .statusCode(200)
                .body("recordedBy", nullValue())
                .body("withdrawal.reason", equalTo("Mistyped"))
                .body("withdrawal.by", nullValue());
    }

    @Test
    void aCorrectedSourceLeavesWhatTheRecordSaysByNow() {
        JsonPath value = record("END", "31 May 2025", true);
        Portfolio.patch(project().extract().jsonPath(), Map.of("endDate", "2026-05-31"))
                .then()
                .statusCode(200);
        correct(value, "31 May 2025").statusCode(201).body("current", equalTo(true));

        project().body("endDate", equalTo("2026-05-31"));
    }

    @Test
    void whereAWithdrawnValueHeldOneSaysWhichHoldsInstead() {
        JsonPath held = record("TOTAL", "EUR 2,000,000", true);
        JsonPath other = record("TOTAL", "EUR 2,500,000", false);
        JsonPath share = record("EU_SHARE", "EUR 1,000,000", false);

        withdraw(held, Map.of("reason", "Another project"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/instead"))
                .body("errors[0].code", equalTo("required"));
        for (JsonPath none : new JsonPath[] {share, held}) {
            withdraw(held, Map.of("reason", "Another project", "instead", none.getString("id")))
                    .statusCode(400)
                    .body("errors[0].code", equalTo("no-successor"));
        }
        withdraw(share, Map.of("reason", "Another project", "instead", other.getString("id")))
                .statusCode(400)
                .body("errors[0].code", equalTo("no-successor"));
        read("auditor", held).body("current", equalTo(true)).body("withdrawal", nullValue());

        withdraw(held, Map.of("reason", "Another project", "instead", other.getString("id")))
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("current", equalTo(false))
                .body("withdrawal.reason", equalTo("Another project"))
                .body("withdrawal.replacedBy", nullValue());
        read("auditor", other).body("current", equalTo(true));
        project().body("budget.total.amount", equalTo("2500000.00"));
        audited("published-value.withdrawn", held)
                .body("items[0].before.current", equalTo(true))
                .body("items[0].after.current", equalTo(false));
    }

    @Test
    void whatTheLastValueSaidIsUnknownAgain() {
        withdraw(record("TOTAL", "EUR 2,000,000", true), Map.of("reason", "Another project"))
                .statusCode(200);
        project().body("budget.total", nullValue());
        values(false).body("items.size()", equalTo(0));
    }

    @Test
    void whatAnotherFieldSaysTooIsStillKnown() {
        record("PERIOD", "Dec 2021 to May 2025", true);
        withdraw(record("END", "30 Nov 2024", true), Map.of("reason", "Another project"))
                .statusCode(200);
        project().body("startDate", equalTo("2021-12-01")).body("endDate", equalTo("2025-05-31"));
    }

    @Test
    void aValueThatNeverHeldGoesWithoutATrace() {
        JsonPath held = record("END", "31 May 2025", true);
        withdraw(record("END", "30 Nov 2024", false), Map.of("reason", "Another project"))
                .statusCode(200);
        read("auditor", held).body("current", equalTo(true));
        project().body("endDate", equalTo("2025-05-31"));
    }

    @Test
    void whatWasWithdrawnNeitherHoldsNorChangesAgain() {
        JsonPath value = record("END", "31 May 2025", false);
        withdraw(value, Map.of("reason", "Another project")).statusCode(200);

        refused(as("programme-officer", "\"2\"")
                .post(path(value) + ":mark-current")
                .then());
        refused(as("programme-officer", "\"2\"")
                .body(correction("x"))
                .post(path(value) + ":correct")
                .then());
        refused(as("programme-officer", "\"2\"")
                .body(Map.of("reason", "Again"))
                .post(path(value) + ":withdraw")
                .then());
    }

    @Test
    void exportsTellWhatStands() {
        withdraw(record("NOTE", "Taken back", false), Map.of("reason", "Another project"))
                .statusCode(200);
        record("NOTE", "Standing", false);
        String lines = Api.anonymous()
                .header("Accept", "application/x-ndjson")
                .queryParam("code", project.getString("code"))
                .get("/v1/projects")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(lines).contains("Standing").doesNotContain("Taken back");
    }

    @Test
    void bothNeedTheVersionTheRoleAndAReason() {
        JsonPath value = record("END", "31 May 2025", false);
        for (String verb : new String[] {":correct", ":withdraw"}) {
            Map<String, Object> body = verb.equals(":correct") ? correction("30 Nov 2024") : Map.of("reason", "Wrong");
            String path = path(value) + verb;
            as("programme-officer", null).body(body).post(path).then().statusCode(428);
            as("programme-officer", "\"9\"").body(body).post(path).then().statusCode(412);
            as("partner", "\"1\"").body(body).post(path).then().statusCode(403);
            Map<String, Object> unfounded = new HashMap<>(body);
            unfounded.remove("reason");
            as("programme-officer", "\"1\"")
                    .body(unfounded)
                    .post(path)
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", contains("/reason"));
            as("programme-officer", "\"1\"")
                    .body(body)
                    .post(path.replace(value.getString("id"), "00000000-0000-7000-8000-000000000000"))
                    .then()
                    .statusCode(404);
        }
    }

    private static void refused(ValidatableResponse response) {
        response.statusCode(409).body("code", equalTo("published-value-withdrawn"));
    }

    private JsonPath record(String field, String printed, boolean current) {
        return as("programme-officer", null)
                .body(Map.of("field", field, "printed", printed, "source", "facility page 35", "current", current))
                .post("/v1/projects/" + project.getString("id") + "/published-values")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private ValidatableResponse correct(JsonPath value, String printed) {
        return as("programme-officer", Portfolio.etag(value))
                .body(correction(printed))
                .post(path(value) + ":correct")
                .then();
    }

    private static Map<String, Object> correction(String printed) {
        return Map.of("printed", printed, "source", "aima.gov.pt", "publishedOn", "2022-01-10", "reason", "Mistyped");
    }

    private ValidatableResponse withdraw(JsonPath value, Map<String, Object> why) {
        return as("programme-officer", Portfolio.etag(value))
                .body(why)
                .post(path(value) + ":withdraw")
                .then();
    }

    private static RequestSpecification as(String role, @Nullable String etag) {
        RequestSpecification request =
                Api.as(role).contentType(ContentType.JSON).urlEncodingEnabled(false);
        return etag == null ? request : request.header("If-Match", etag);
    }

    private String path(JsonPath value) {
        return "/v1/projects/" + project.getString("id") + "/published-values/" + value.getString("id");
    }

    private ValidatableResponse read(String role, JsonPath value) {
        return Api.as(role).get(path(value)).then().statusCode(200);
    }

    private ValidatableResponse project() {
        return Api.anonymous()
                .get("/v1/projects/{id}", project.getString("id"))
                .then()
                .statusCode(200);
    }

    private ValidatableResponse values(boolean includeWithdrawn) {
        return Api.anonymous()
                .queryParam("includeWithdrawn", includeWithdrawn)
                .get("/v1/projects/{id}/published-values", project.getString("id"))
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse audited(String action, JsonPath value) {
        return Api.as("auditor")
                .queryParam("action", action)
                .queryParam("objectId", value.getString("id"))
                .get("/v1/audit/projects")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1));
    }
}
