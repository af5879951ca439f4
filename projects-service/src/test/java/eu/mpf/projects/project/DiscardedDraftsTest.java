package eu.mpf.projects.project;

import static eu.mpf.projects.Portfolio.etag;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import eu.mpf.projects.Portfolio;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.KafkaProbe;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import eu.mpf.web.value.Ids;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A draft that was entered by mistake is thrown away; what others know of, or rest on, stays. */
@MpfTest
@Tag("P1")
class DiscardedDraftsTest {

    private static JsonPath draft(Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of("visibility", "DRAFT"));
        body.putAll(more);
        return Portfolio.project(Portfolio.code("DRAFT"), body);
    }

    private static String path(JsonPath project) {
        return "/v1/projects/" + project.getString("id");
    }

    private static RequestSpecification officer() {
        return Api.as("programme-officer").contentType(ContentType.JSON);
    }

    private static ValidatableResponse discard(JsonPath project) {
        JsonPath present = officer().get(path(project)).jsonPath();
        return officer().header("If-Match", etag(present)).delete(path(project)).then();
    }

    private static void stays(JsonPath project, String why) {
        discard(project)
                .statusCode(409)
                .body("code", equalTo("project-not-discardable"))
                .body("detail", containsString(why));
        officer().get(path(project)).then().statusCode(200);
    }

    @Test
    void aDraftIsThrownAwayAndItsCodeIsFreeAgain() {
        JsonPath project = draft(Map.of("reference", Portfolio.code("REF")));
        discard(project).statusCode(204);

        officer().get(path(project)).then().statusCode(404);
        Portfolio.project(
                project.getString("code"),
                Map.of("reference", project.getString("reference"), "title", Map.of("en", "Entered rightly")));
        assertThat(Sql.count("SELECT count(*) FROM outbox_event WHERE aggregate_id = ?", project.getString("id")))
                .isZero();
        Api.as("auditor")
                .queryParam("action", "project.discarded")
                .queryParam("objectId", project.getString("id"))
                .get("/v1/audit/projects")
                .then()
                .statusCode(200)
                .body("items.before.code", contains(project.getString("code")))
                .body("items[0].after", nullValue());
    }

    @Test
    void whatIsKeptBesideItGoesWithIt() {
        JsonPath project =
                draft(Map.of("leadOrganisation", lead(), "startDate", "2021-01-01", "endDate", "2021-12-31"));
        String document = Api.as("programme-officer")
                .multiPart(
                        "file", "plan.pdf", "%PDF-1.7\nplan\n%%EOF".getBytes(StandardCharsets.UTF_8), "application/pdf")
                .multiPart("title", "Plan")
                .post(path(project) + "/documents")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        put(project, "visibility/eu-emblem", Map.of("state", "MET", "documentId", document));
        put(project, "reporting-plan", Map.of("interimEveryMonths", 6, "interimDueDays", 30, "finalDueDays", 60));
        post(project, "published-values", Map.of("field", "NOTE", "printed", "Also in Egypt", "source", "page 3"));
        JsonPath indicator = post(project, "results", Map.of("code", "officers", "title", Map.of("en", "Officers")));
        officer()
                .header("If-Match", etag(indicator))
                .body(Map.of("value", "5"))
                .urlEncodingEnabled(false)
                .post(path(project) + "/results/" + indicator.getString("id") + ":measure")
                .then()
                .statusCode(200);
        presented(project);
        discard(project).statusCode(204);

        for (String table : List.of(
                "project_version",
                "document",
                "visibility_check",
                "published_value",
                "indicator",
                "report",
                "reporting_plan")) {
            assertThat(kept(table, project)).as(table).isZero();
        }
        assertThat(presentations(project)).isZero();
        assertThat(Sql.count("SELECT count(*) FROM stored_file WHERE owner_id = ?", project.getString("id")))
                .isZero();
    }

    private static long kept(String table, JsonPath project) {
        return Sql.count("SELECT count(*) FROM " + table + " WHERE project_id = ?::uuid", project.getString("id"));
    }

    private static long presentations(JsonPath project) {
        return Sql.count("SELECT count(*) FROM presentation WHERE project_id = ?", project.getString("id"));
    }

    /** As the programme of an exchange event tells it, which may name a draft. */
    private static void presented(JsonPath project) {
        String event = Ids.next().toString();
        new KafkaProbe()
                .send(
                        "mpf.events.event.v1",
                        event,
                        Map.of(
                                "ce_specversion", "1.0",
                                "ce_id", Ids.next().toString(),
                                "ce_source", "/events-service",
                                "ce_type", "eu.mpf.events.project.presented.v1",
                                "ce_subject", event,
                                "ce_time", "2023-09-21T14:00:00.000Z",
                                "ce_sequence", "1",
                                "content-type", "application/json"),
                        """
                        {"eventId":"%s","eventKey":"EXCHANGE-2023","eventTitle":{"en":"Exchange"},"sessionId":"s1",
                         "sessionTitle":{"en":"Projects"},"projectCode":"%s","presentedOn":"2023-09-21"}""".formatted(event, project.getString("code")).getBytes(StandardCharsets.UTF_8));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> presentations(project) == 1);
    }

    @Test
    void whatWasPublishedStays() {
        stays(Portfolio.project(Portfolio.code("PUBLIC"), Map.of()), "published");
    }

    @Test
    void whatIsContractedStaysThoughADraft() {
        JsonPath project = draft(Map.of("effectiveOn", "2021-01-01"));
        Portfolio.moved(project, "contract", "2021-01-02");
        stays(project, "CONTRACTED since 2021-01-02");
    }

    @Test
    void whatAnotherProjectContinuesStays() {
        JsonPath project = draft(Map.of());
        JsonPath next = draft(Map.of("predecessor", project.getString("code")));
        stays(project, next.getString("code") + " continues it");

        discard(next).statusCode(204);
        discard(project).statusCode(204);
    }

    @Test
    void onlyAnOfficerWhoKnowsTheVersionThrowsItAway() {
        JsonPath project = draft(Map.of());
        officer().delete(path(project)).then().statusCode(428);
        officer().header("If-Match", "\"9\"").delete(path(project)).then().statusCode(412);
        Api.as("finance-officer")
                .header("If-Match", etag(project))
                .delete(path(project))
                .then()
                .statusCode(403);
        officer()
                .header("If-Match", "\"1\"")
                .delete("/v1/projects/00000000-0000-7000-8000-000000000000")
                .then()
                .statusCode(404);
    }

    @Test
    void whatTheLeadReportedOnStays() {
        String lead = lead();
        JsonPath project = draft(Map.of("leadOrganisation", lead, "startDate", "2021-01-01", "endDate", "2021-12-31"));
        put(project, "reporting-plan", Map.of("interimEveryMonths", 6, "interimDueDays", 30, "finalDueDays", 60));
        JsonPath reports = officer().get(path(project) + "/reports").jsonPath();
        String report = path(project) + "/reports/" + reports.getString("items[0].id");
        JsonPath written = Portfolio.asLead(lead)
                .header("If-Match", "\"" + reports.getString("items[0].version") + "\"")
                .contentType("application/merge-patch+json")
                .body(Map.of("summary", Map.of("en", "All done")))
                .patch(report)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        Portfolio.asLead(lead)
                .header("If-Match", etag(written))
                .urlEncodingEnabled(false)
                .post(report + ":submit")
                .then()
                .statusCode(200);
        stays(project, "A report was handed in");
    }

    private static void put(JsonPath project, String beside, Map<String, ?> body) {
        officer()
                .header("If-Match", "\"0\"")
                .body(body)
                .put(path(project) + "/" + beside)
                .then()
                .statusCode(200);
    }

    private static JsonPath post(JsonPath project, String beside, Map<String, ?> body) {
        return officer()
                .body(body)
                .post(path(project) + "/" + beside)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static String lead() {
        String code = Portfolio.code("LEAD");
        Portfolio.organisation(code, "Body " + code);
        return code;
    }
}
