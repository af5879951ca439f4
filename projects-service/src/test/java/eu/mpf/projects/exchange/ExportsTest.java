package eu.mpf.projects.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.mpf.projects.Portfolio;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;

@MpfTest
class ExportsTest {

    private static final Path STANDARDS = Path.of("../../shared/data/standards/iati");

    @Test
    void iatiFileValidatesAgainstTheOfficialSchema() throws Exception {
        assumeTrue(Files.isDirectory(STANDARDS), "the official IATI schemas are not at " + STANDARDS.toAbsolutePath());
        everyKindOfProject();
        var schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(STANDARDS.resolve("iati-activities-schema.xsd").toFile());
        String xml = Api.anonymous()
                .accept("application/xml; profile=iati")
                .get("/v1/projects")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        schema.newValidator().validate(new StreamSource(new StringReader(xml)));
        assertThat(xml).contains("version=\"2.03\"", "<iati-identifier>XM-MPF-IATI-FULL");
    }

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
        Api.unchecked().get("/asyncapi").then().statusCode(200).body(startsWith("asyncapi: 3.0.0"));
        Api.unchecked()
                .get("/asyncapi/events/project.registered.v1.schema.json")
                .then()
                .statusCode(200)
                .body("title", equalTo("A project was registered"));
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

    private static void everyKindOfProject() {
        Portfolio.project(Portfolio.code("IATI-BARE"), Map.of());
        Portfolio.project(
                Portfolio.code("IATI-REGION"),
                Map.of(
                        "kind",
                        "DIALOGUE",
                        "region",
                        "silk-routes",
                        "summary",
                        Map.of("en", "A <dialogue> & more", "fr", "Un dialogue")));
        Map<String, Object> full = new HashMap<>(Map.of(
                "effectiveOn", "2020-01-01",
                "reference", Portfolio.code("ICMPD/2021"),
                "startDate", "2020-01-01",
                "endDate", "2020-10-31",
                "fund", "AMIF",
                "leadName", "City of Milan",
                "themes", List.of("legal-migration"),
                "partnerCountries", List.of("MA", "TN"),
                "partners", List.of(Map.of("name", "Partner"))));
        full.put("notes", List.of(Map.of("country", "MA", "note", Map.of("en", "Nothing took place there"))));
        full.put("budget", Map.of("total", euro("1000.00"), "euShare", euro("900.00")));
        var first = Portfolio.project(Portfolio.code("IATI-FULL"), full);
        Portfolio.moved(first, "contract", "2020-01-01");
        Portfolio.project(
                Portfolio.code("IATI-NEXT"), Map.of("predecessor", first.getString("code"), "endDate", "2010-01-01"));
    }

    private static Map<String, String> euro(String amount) {
        return Map.of("amount", amount, "currency", "EUR");
    }
}
