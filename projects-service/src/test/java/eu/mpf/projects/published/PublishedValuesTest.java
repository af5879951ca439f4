package eu.mpf.projects.published;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import eu.mpf.projects.Portfolio;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("P10")
class PublishedValuesTest {

    /** F1: kept as printed, flagged, never a number, not even when it is marked as current. */
    @Test
    void f1MalformedAmountStaysAsPrintedAndTheTotalUnknown() {
        JsonPath project = Portfolio.project(Portfolio.code("MENTOR"), Map.of());
        record(project, "TOTAL", "EUR 3,260,0074.84", "facility project page 30", true)
                .statusCode(201)
                .body("printed", equalTo("EUR 3,260,0074.84"))
                .body("wellFormed", equalTo(false))
                .body("reading.problem", equalTo("MALFORMED_AMOUNT"))
                .body("reading.amount", nullValue());

        read(project).body("budget.total", nullValue());
    }

    /** F2: 94,97% is 94.97 percent. */
    @Test
    void f2DecimalCommaBecomesTheRate() {
        JsonPath project = Portfolio.project(Portfolio.code("MENTOR"), Map.of());
        record(project, "SHARE", "94,97% from AMIF", "facility project page 30", true)
                .statusCode(201);

        read(project)
                .body("budget.rate", equalTo("94.97"))
                .body("budget.rateBasis", equalTo("STATED"))
                .body("fund", equalTo("AMIF"));
    }

    /** F3: the rate is derived, the source kept. */
    @Test
    void f3ShareAsAnAmountGivesADerivedRate() {
        JsonPath project = Portfolio.project(Portfolio.code("MCP-MED"), Map.of());
        record(project, "SHARE", "EUR 2,000,000 AMIF", "facility project page 36", true)
                .statusCode(201);
        record(project, "TOTAL", "EUR 5,930,840.00", "facility project page 36", true)
                .statusCode(201);

        read(project)
                .body("budget.euShare.amount", equalTo("2000000.00"))
                .body("budget.rate", equalTo("33.72"))
                .body("budget.rateBasis", equalTo("DERIVED"));
        list(project)
                .body("items.source", hasItem("facility project page 36"))
                .body("items[0].printed", equalTo("EUR 2,000,000 AMIF"));
    }

    /** F4: a low share is accepted. */
    @Test
    void f4LowShareIsAccepted() {
        JsonPath project = Portfolio.project(Portfolio.code("HOMERE"), Map.of());
        record(project, "SHARE", "39.69 % AMIF", "facility project page 33", true)
                .statusCode(201);

        read(project).body("budget.rate", equalTo("39.69"));
    }

    /** F5: all end dates stay with their source; one is current. */
    @Test
    void f5SeveralEndDatesAreAllKeptAndOneIsCurrent() {
        JsonPath project = Portfolio.project(Portfolio.code("COOP4INT"), Map.of());
        record(project, "PERIOD", "Dec 2021 to May 2025", "facility project page 35", true)
                .statusCode(201);
        String other = record(project, "PERIOD", "01/12/2021 to 30/11/2024", "aima.gov.pt", false)
                .statusCode(201)
                .extract()
                .path("id");
        record(project, "DURATION", "37 months", "aai.gov.cv", false)
                .statusCode(201)
                .body("reading.months", equalTo(37));
        read(project).body("startDate", equalTo("2021-12-01")).body("endDate", equalTo("2025-05-31"));

        Api.as("programme-officer")
                .header("If-Match", "\"1\"")
                .urlEncodingEnabled(false)
                .post("/v1/projects/{id}/published-values/{value}:mark-current", project.getString("id"), other)
                .then()
                .statusCode(200)
                .body("current", equalTo(true));
        read(project).body("endDate", equalTo("2024-11-30"));
        Api.anonymous()
                .get("/v1/projects/{id}/published-values/{value}", project.getString("id"), other)
                .then()
                .statusCode(200)
                .body("printed", equalTo("01/12/2021 to 30/11/2024"))
                .body("source", equalTo("aima.gov.pt"))
                .body("current", equalTo(true));
        list(project)
                .body("items.printed", contains("Dec 2021 to May 2025", "01/12/2021 to 30/11/2024", "37 months"))
                .body("items.current", contains(false, true, false));
    }

    @Test
    void markingNeedsTheVersionAndTheRole() {
        JsonPath project = Portfolio.project(Portfolio.code("MARK"), Map.of());
        String value = record(project, "END", "31 Aug 2020", "agoria.be", false)
                .extract()
                .path("id");
        String path = "/v1/projects/{id}/published-values/{value}:mark-current";

        Api.as("programme-officer")
                .urlEncodingEnabled(false)
                .post(path, project.getString("id"), value)
                .then()
                .statusCode(428);
        Api.as("programme-officer")
                .header("If-Match", "\"9\"")
                .urlEncodingEnabled(false)
                .post(path, project.getString("id"), value)
                .then()
                .statusCode(412);
        Api.as("partner")
                .header("If-Match", "\"1\"")
                .urlEncodingEnabled(false)
                .post(path, project.getString("id"), value)
                .then()
                .statusCode(403);
        Api.as("programme-officer")
                .header("If-Match", "\"1\"")
                .urlEncodingEnabled(false)
                .post(path, project.getString("id"), "00000000-0000-7000-8000-000000000000")
                .then()
                .statusCode(404);
    }

    @Test
    void tellsWhatIsMissing() {
        JsonPath project = Portfolio.project(Portfolio.code("MISS"), Map.of());
        Api.as("programme-officer")
                .contentType(ContentType.JSON)
                .body(Map.of("field", "TOTAL"))
                .post("/v1/projects/{id}/published-values", project.getString("id"))
                .then()
                .statusCode(400)
                .body("errors.pointer.sort()", equalTo(List.of("/printed", "/source")));
    }

    private static ValidatableResponse record(
            JsonPath project, String field, String printed, String source, boolean current) {
        return Api.as("programme-officer")
                .contentType(ContentType.JSON)
                .body(Map.of("field", field, "printed", printed, "source", source, "current", current))
                .post("/v1/projects/{id}/published-values", project.getString("id"))
                .then();
    }

    private static ValidatableResponse read(JsonPath project) {
        return Api.anonymous()
                .get("/v1/projects/{id}", project.getString("id"))
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse list(JsonPath project) {
        return Api.anonymous()
                .get("/v1/projects/{id}/published-values", project.getString("id"))
                .then()
                .statusCode(200);
    }
}
