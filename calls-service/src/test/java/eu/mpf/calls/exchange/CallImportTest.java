package eu.mpf.calls.exchange;

import static eu.mpf.calls.Calling.patch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import eu.mpf.web.export.Exports;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("C24")
class CallImportTest {

    private final String run = UUID.randomUUID().toString().substring(0, 8);

    private JsonPath load(String... rows) {
        return Api.as("programme-officer")
                .contentType("application/x-ndjson")
                .body(String.join("\n", rows).replace("RUN", run).getBytes(StandardCharsets.UTF_8))
                .post("/v1/calls:import")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private JsonPath call(String key) {
        return Api.as("programme-officer")
                .queryParam("key", key.replace("RUN", run))
                .get("/v1/calls")
                .then()
                .body("items", hasSize(1))
                .extract()
                .jsonPath();
    }

    @Test
    void polymorphicRowsAreReadAndEachHasItsResult() {
        JsonPath result = load("""
                {"identifier": "AMIF/2023-RUN/01", "title": "Integration", "ccm2Id": 31094502, "startDate": 1678402800000, "deadlineDate": "2023-11-30T17:00:00.000+0100"}""", """
                {"metadata": {"identifier": ["ISF-2023-RUN-02"], "title": ["Borders"], "startDate": ["2023-03-10"], "deadlineDate": ["2023-06-01T15:00:00.000+0000", "30 November 2023"], "deadlineModel": ["multiple cut-off"]}}""", """
                {"identifier": {"value": "BMVI-2023-RUN-03"}, "title": {"en": "<p>Vision &amp; reach</p><script>x()</script>"}, "description": "<ul><li>One</li><li>Two</li></ul>", "deadlineDatesLong": ["1701360000000"], "budget": "5 000 000"}""", """
                {"identifier": "FR-2023-RUN-04", "title": "S\u00C3\u00A9curit\u00C3\u00A9 et fronti?res", "deadlineDate": 1701360000000}""", """
                {"identifier": "BAD-2023-RUN-05", "title": "Backwards", "startDate": "2023-12-01", "deadlineDate": "30/11/2023"}""", """
                {"identifier": "amif/2023-RUN/01", "title": "Another with the same identifier"}""", """
                {"identifier": "BAD-2023-RUN-07", "title": "When?", "deadlineDate": "to be confirmed"}""", """
                {"identifier": "../etc/passwd", "title": "A path"}""", """
                {"title": "Nameless"}""", """
                {"identifier": "TWO-2023-RUN-10", "title": "Two stages", "deadlineModel": {"description": "two-stage"}, "deadlineDates": ["1 March 2023", "1 September 2023"], "status": {"id": 31094502}}""");
        assertThat(result.<String>getList("rows.outcome"))
                .containsExactly(
                        "CREATED", "CREATED", "CREATED", "CREATED", "REFUSED", "REFUSED", "REFUSED", "REFUSED",
                        "REFUSED", "CREATED");
        assertThat(result.<String>getList("rows[4].errors.code")).containsExactly("before-start");
        assertThat(result.<String>getList("rows[5].errors.code")).containsExactly("duplicate");
        assertThat(result.<String>getList("rows[6].errors.code")).containsExactly("unreadable-date");
        assertThat(result.<String>getList("rows[7].errors.code")).containsExactly("invalid");
        assertThat(result.<String>getList("rows[8].errors.pointer")).containsExactly("/identifier");
        assertThat(result.<String>getList("rows[1].warnings.code")).containsOnly("no-time");
        assertThat(result.<String>getList("rows[2].warnings.code")).contains("html", "budget");
        assertThat(result.<String>getList("rows[3].warnings.code")).containsExactly("lost-accents");

        JsonPath slashed = call("AMIF/2023-RUN/01");
        assertThat(slashed.getString("items[0].deadlineAt")).isEqualTo("2023-11-30T16:00:00.000Z");
        assertThat(slashed.getString("items[0].status")).isEqualTo("DRAFT");
        assertThat(call("BMVI-2023-RUN-03").getString("items[0].title.en")).isEqualTo("Vision & reach");
        assertThat(call("FR-2023-RUN-04").getString("items[0].title.en"))
                .as("kept as it came")
                .isEqualTo("S\u00C3\u00A9curit\u00C3\u00A9 et fronti?res");
        assertThat(call("ISF-2023-RUN-02").getString("items[0].deadlineModel")).isEqualTo("CUT_OFFS");
        assertThat(call("TWO-2023-RUN-10").getString("items[0].deadlineModel")).isEqualTo("TWO_STAGE");
    }

    @Test
    void theSameAgainChangesNothingAndWhatWasEditedHereIsNotOverwritten() {
        String row = "{\"identifier\": \"AGAIN-RUN\", \"title\": \"First\", \"deadlineDate\": 1701360000000}";
        assertThat(load(row).getString("rows[0].outcome")).isEqualTo("CREATED");
        assertThat(load(row, "").getString("rows[0].outcome")).isIn("UNCHANGED", "CREATED");
        assertThat(load(row.replace("First", "Second")).getString("rows[0].outcome"))
                .isEqualTo("UPDATED");
        String id = call("AGAIN-RUN").getString("items[0].id");
        patch("programme-officer", "/v1/calls/" + id, "{\"terms\":{\"conceptNote\":true}}")
                .then()
                .statusCode(200);
        JsonPath third = load(row.replace("First", "Third"));
        assertThat(third.getString("rows[0].outcome")).isEqualTo("REFUSED");
        Api.as("programme-officer").get("/v1/calls/" + id).then().body("title.en", equalTo("Second"));
        Api.as("applicant-lv")
                .contentType("application/x-ndjson")
                .body(row.getBytes(StandardCharsets.UTF_8))
                .post("/v1/calls:import")
                .then()
                .statusCode(403);
    }

    @Test
    @Tag("X14")
    @Tag("X25")
    void aWorkbookIsReadAsTheOtherFormsAreAndIsKnownAsTheOrigin() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            var sheet = workbook.newWorksheet("Calls");
            sheet.value(0, 0, "identifier");
            sheet.value(0, 1, "title");
            sheet.value(0, 2, "deadlineDate");
            sheet.value(1, 0, "XLSX-" + run);
            sheet.value(1, 1, "From a workbook");
            sheet.value(1, 2, "30 November 2023");
            sheet.value(2, 0, "XLSX-BAD-" + run);
            sheet.value(2, 1, "When?");
            sheet.value(2, 2, "to be confirmed");
        }
        JsonPath result = Api.as("programme-officer")
                .contentType(Exports.XLSX)
                .body(bytes.toByteArray())
                .post("/v1/calls:import")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(result.<String>getList("rows.outcome")).containsExactly("CREATED", "REFUSED");
        assertThat(result.<String>getList("rows[1].errors.code")).containsExactly("unreadable-date");
        JsonPath imported = call("XLSX-" + run);
        assertThat(imported.getString("items[0].title.en")).isEqualTo("From a workbook");
        Api.as("auditor")
                .get("/v1/calls/" + imported.getString("items[0].id") + "/provenance")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].importId", equalTo(result.getString("importId")))
                .body("items[0].row", equalTo(1))
                .body("items[0].importedBy", equalTo("programme-officer"));
        Api.as("auditor")
                .get("/v1/calls/" + UUID.randomUUID() + "/provenance")
                .then()
                .statusCode(404);
    }
}
