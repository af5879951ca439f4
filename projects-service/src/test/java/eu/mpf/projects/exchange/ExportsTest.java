package eu.mpf.projects.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

import eu.mpf.projects.Portfolio;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@MpfTest
class ExportsTest {

    @Test
    void iatiIsAnsweredUnderItsVendorTypeToo() {
        Api.anonymous()
                .accept("application/vnd.iati.activities+xml")
                .get("/v1/projects")
                .then()
                .statusCode(200)
                .contentType(startsWith("application/vnd.iati.activities+xml"));
    }

    @Test
    void csvIsSafeAgainstFormulasAndKeepsFilters() {
        String code = Portfolio.code("CSV");
        Portfolio.project(
                code,
                Map.of("leadName", "=cmd()", "budget", Map.of("total", Map.of("amount", "12.50", "currency", "EUR"))));
        String csv = Api.anonymous()
                .accept("text/csv")
                .queryParam("code", code)
                .get("/v1/projects")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(csv).contains("\"'=cmd()\"", "\"12.50\"").doesNotContain("CSV-0");
        assertThat(csv.lines()).hasSize(2);
        Api.anonymous()
                .accept("text/csv")
                .queryParam("orderBy", "colour")
                .get("/v1/projects")
                .then()
                .statusCode(400);
        Api.anonymous().accept("application/pdf").get("/v1/projects").then().statusCode(406);
    }

    @Test
    void exportsShowThePublicNoMoneyThatIsNotPublic() {
        String code = Portfolio.code("HIDDEN");
        Portfolio.project(
                code,
                Map.of("moneyPublic", false, "budget", Map.of("total", Map.of("amount", "77.77", "currency", "EUR"))));
        for (String type : List.of("text/csv", "application/x-ndjson", "application/xml")) {
            assertThat(Api.anonymous()
                            .accept(type)
                            .queryParam("code", code)
                            .get("/v1/projects")
                            .asString())
                    .doesNotContain("77.77");
        }
        assertThat(Api.as("auditor")
                        .accept("text/csv")
                        .queryParam("code", code)
                        .get("/v1/projects")
                        .asString())
                .contains("77.77");
    }

    @Test
    void xlsxAndJsonLinesComeFromTheSameRows() {
        String code = Portfolio.code("ROWS");
        Portfolio.project(code, Map.of());
        byte[] xlsx = Api.anonymous()
                .accept("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .queryParam("code", code)
                .get("/v1/projects")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(new String(xlsx, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
        Api.anonymous()
                .accept("application/x-ndjson")
                .queryParam("code", code)
                .get("/v1/projects")
                .then()
                .statusCode(200)
                .body(containsString("\"" + code + "\""));
    }

    @Test
    void contractsAndCodeListsAreServed() {
        Api.anonymous()
                .get("/asyncapi")
                .then()
                .statusCode(200)
                .body(startsWith("asyncapi: 3.0.0"))
                .body(containsString("title: A project was registered"));
        for (String list : List.of("themes", "funds", "regions", "countries")) {
            Api.anonymous()
                    .get("/v1/code-lists/{name}", list)
                    .then()
                    .statusCode(200)
                    .body("name", equalTo(list));
        }
        Api.anonymous()
                .queryParam("version", 99)
                .get("/v1/code-lists/themes")
                .then()
                .statusCode(404);
        Api.anonymous()
                .get("/v1/code-lists")
                .then()
                .statusCode(200)
                .body(
                        "items.name",
                        hasItems("countries", "funds", "licences", "regions", "themes", "visibility-items"));
    }
}
