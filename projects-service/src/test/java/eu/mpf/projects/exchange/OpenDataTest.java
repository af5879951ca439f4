package eu.mpf.projects.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Standards;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** The golden portfolio in the formats of others, checked by their own schemas and rules, and read back. */
@MpfTest
class OpenDataTest {

    private static final String IATI = "application/vnd.iati.activities+xml";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String NOWHERE = """
            {"code":"OD-BEFORE","title":{"en":"Where and when nobody says"},"summary":{"en":"A <b> & \\"more\\"","fr":"Où"},
             "endDate":"2012-01-31","status":"PLANNED"}
            {"code":"OD-EVERYWHERE","title":{"en":"Everywhere"},"region":"west-africa","partnerCountries":["SN","GM","ML"],
             "themes":["asylum","migrant-smuggling","dialogue"],"status":"RUNNING","statusSince":"2022-03-01","startDate":"2022-03-01",
             "endDate":"2026-02-28","fund":"BMVI","leadOrganisation":"OD-ICMPD","kind":"TECHNICAL_ASSISTANCE",
             "partners":[{"organisation":"OD-OFII","role":"AFFILIATED"},{"name":"A body without a code","role":"PARTNER"}],
             "notes":[{"country":"SN","note":{"en":"Nothing took place"}}],"predecessor":"OD-BEFORE",
             "budget":{"total":{"amount":"1000000.01","currency":"EUR"},"euShare":{"amount":"900000.00","currency":"EUR"}}}
            {"code":"OD-FUTURE","title":{"en":"Begins one day"},"partnerCountries":["MA"],"status":"CONTRACTED","statusSince":"2024-01-01",
             "startDate":"2999-01-01","endDate":"2999-12-31","budget":{"euShare":{"amount":"10.00","currency":"EUR"}}}
            {"code":"OD-STOPPED","title":{"en":"Stopped"},"partnerCountries":["MA"],"status":"TERMINATED","statusSince":"2024-01-01",
             "statusReason":"The partner withdrew","granteeStanding":"PAST","startDate":"2023-01-01","endDate":"2023-12-31"}
            """.replaceAll("\n +", "");

    private static boolean loaded;

    @BeforeEach
    void portfolio() throws IOException {
        if (loaded) {
            return;
        }
        loaded = true;
        Golden.load("OD-");
        Golden.imported("/v1/projects:import", "application/x-ndjson", NOWHERE).body("refused", equalTo(0));
    }

    private static Response export(String type) {
        return Api.anonymous().accept(type).queryParam("orderBy", "code").get("/v1/projects");
    }

    private static Document document(String xml) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static void valid(String schema, String xml) throws Exception {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Standards.file("iati/" + schema).toFile())
                .newValidator()
                .validate(new StreamSource(new StringReader(xml)));
    }

    @Test
    @Tag("P15")
    void activitiesKeepTheSchemaAndThePublishedRules() throws Exception {
        String xml = export(IATI).then().statusCode(200).extract().asString();
        valid("iati-activities-schema.xsd", xml);

        var ruleset = new IatiRuleset(Standards.file("iati/ruleset-standard.json"));
        assertThat(ruleset.violations(document(xml))).isEmpty();
        assertThat(ruleset.applied()).as("rules applied").isGreaterThan(1_000);
        assertThat(xml).contains("XM-MPF-OD-COOP4INT", "mpf:known=\"false\"");

        String broken =
                xml.replaceFirst("(recipient-country code=\"[A-Z]{2}\" percentage=\")\\d\\d\\.\\d\\d", "$199.00");
        assertThat(ruleset.violations(document(broken))).anyMatch(each -> each.startsWith("3."));
    }

    @Test
    @Tag("P15")
    void theOrganisationFileKeepsTheSchemaAndThePublishedRules() throws Exception {
        String xml = Api.anonymous()
                .accept("application/vnd.iati.organisations+xml")
                .get("/v1/organisations")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        valid("iati-organisations-schema.xsd", xml);
        assertThat(new IatiRuleset(Standards.file("iati/ruleset-standard.json")).violations(document(xml)))
                .isEmpty();
        assertThat(xml).contains("<total-budget", "XM-MPF");
    }

    /** The same activities under other identifiers, read in and written again. */
    @Test
    @Tag("P15")
    @Tag("X25")
    void whatIsExportedImportedAndExportedAgainIsTheSame() {
        String first =
                activities(export(IATI).asString(), Pattern.compile("<iati-identifier>XM-MPF-OD-.*", Pattern.DOTALL));
        String copied = "<iati-activities version=\"2.03\" xmlns:mpf=\"https://mpf.example/ns/iati\">"
                + first.replace("XM-MPF-OD-", "XM-MPF-OE-")
                        .replace("ref=\"OD-", "ref=\"OE-")
                        .replace("mpf:acronym=\"OD-", "mpf:acronym=\"OE-")
                + "</iati-activities>";
        String id = Golden.imported("/v1/projects:import?source=portfolio.xml&sourceDate=2023-09-30", IATI, copied)
                .body("refused", equalTo(0))
                .extract()
                .path("rows.find{it.key=='OE-COOP4INT'}.id");
        String second =
                activities(export(IATI).asString(), Pattern.compile("<iati-identifier>XM-MPF-OE-.*", Pattern.DOTALL));

        assertThat(second.replace("XM-MPF-OE-", "XM-MPF-OD-")
                        .replace("ref=\"OE-", "ref=\"OD-")
                        .replace("mpf:acronym=\"OE-", "mpf:acronym=\"OD-"))
                .isEqualTo(first);
        Api.as("auditor")
                .get("/v1/projects/{id}/provenance", id)
                .then()
                .statusCode(200)
                .body("items.source", contains("portfolio.xml"))
                .body("items[0].sourceDate", equalTo("2023-09-30"));
    }

    /** The activities whose body matches, without the time of their last change. */
    private static String activities(String xml, Pattern wanted) {
        return Pattern.compile("<iati-activity .*?</iati-activity>", Pattern.DOTALL)
                .matcher(xml)
                .results()
                .map(found -> found.group().replaceAll("last-updated-datetime=\"[^\"]*\"", ""))
                .filter(activity -> wanted.matcher(activity).find())
                .reduce("", String::concat);
    }

    @Test
    @Tag("P15")
    void activitiesOfOthersAreReadAndWhatHasNoPlaceIsNamed() {
        String foreign = """
                <?xml version="1.0"?><iati-activities version="2.03"><iati-activity xml:lang="fr" default-currency="EUR">
                <iati-identifier>FR-3-ODFOREIGN/12</iati-identifier><reporting-org ref="FR-3" type="10"><narrative>AFD</narrative></reporting-org>
                <title><narrative>Appui</narrative></title><description><narrative>Un projet</narrative></description>
                <participating-org role="2"><narrative>Ministère</narrative></participating-org><activity-status code="2"/>
                <activity-date type="2" iso-date="2021-01-01"/><recipient-country code="SN"/>
                <location><name><narrative>Dakar</narrative></name></location>
                <budget><period-start iso-date="2021-01-01"/><period-end iso-date="2021-12-31"/><value value-date="2021-01-01">100.50</value></budget>
                </iati-activity></iati-activities>""";
        Golden.imported("/v1/projects:import", IATI, foreign)
                .body("created", equalTo(1))
                .body("rows[0].key", equalTo("FR-3-ODFOREIGN-12"))
                .body("rows[0].warnings.code", contains("not-imported"));
        Api.anonymous()
                .queryParam("code", "FR-3-ODFOREIGN-12")
                .get("/v1/projects")
                .then()
                .body("items[0].reference", equalTo("FR-3-ODFOREIGN/12"))
                .body("items[0].title.fr", equalTo("Appui"))
                .body("items[0].budget.total.amount", equalTo("100.50"))
                .body("items[0].status", equalTo("RUNNING"));
        String deep = "<iati-activities version=\"2.03\">" + "<a>".repeat(5_000);
        for (String bad : List.of(
                deep, "<a/>", "<iati-activities", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>")) {
            Api.as("programme-officer")
                    .contentType(IATI)
                    .body(bad)
                    .post("/v1/projects:import")
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    @Tag("P16")
    void threeSixtyGivingIsValidAgainstItsSchema() throws Exception {
        String packaged = export("application/vnd.360giving+json")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        String grant = Files.readString(Standards.file("360giving/360-giving-schema.json"));
        // Addresses of the same schema differ by a patch release; both mean the file beside.
        var registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemaRegistryConfig(
                                // A date is either of two forms: which one, only its format tells.
                                SchemaRegistryConfig.builder()
                                        .formatAssertionsEnabled(true)
                                        .build())
                        .schemas(Map.of(
                                "https://raw.githubusercontent.com/ThreeSixtyGiving/standard/1.4.2/schema/360-giving-schema.json",
                                grant)));
        var schema = registry.getSchema(
                Files.readString(Standards.file("360giving/360-giving-package-schema.json")), InputFormat.JSON);
        assertThat(schema.validate(packaged, InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(packaged.replace("\"currency\":\"EUR\"", "\"currency\":\"EURO\""), InputFormat.JSON))
                .isNotEmpty();

        JsonNode grants = JSON.readTree(packaged).path("grants");
        assertThat(grants.findValuesAsText("id"))
                .contains("360G-MPF-OD-COOP4INT")
                .doesNotContain("360G-MPF-OD-RAPAK");
    }

    @Test
    @Tag("P16")
    void cordisColumnsAreSeparatedBySemicolonsWithDecimalCommas() {
        for (String type : List.of("application/vnd.cordis.projects+csv", "text/csv; profile=cordis")) {
            String csv = export(type).then().statusCode(200).extract().asString();
            assertThat(csv)
                    .startsWith("\"id\";\"acronym\";\"status\";\"title\";\"startDate\";\"endDate\";\"totalCost\"");
            assertThat(csv.lines().filter(line -> line.contains("OD-COOP4INT")))
                    .singleElement()
                    .asString()
                    .contains("\"1532558,68\";\"1447041,91\"");
        }
    }

    @Test
    @Tag("P16")
    void theWorkbookHoldsNumbersAndDatesAsSuch() throws Exception {
        byte[] xlsx = export("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        // Kept, with the same rows as CSV, to be opened in an office program.
        Path file =
                Files.write(Files.createDirectories(Path.of("target/exports")).resolve("projects.xlsx"), xlsx);
        Files.write(
                file.resolveSibling("projects.csv"),
                export("text/csv").then().extract().asByteArray());
        String sheet;
        try (var workbook = new ZipFile(file.toFile())) {
            sheet = new String(
                    workbook.getInputStream(workbook.getEntry("xl/worksheets/sheet1.xml"))
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        }
        String row = Pattern.compile("<row [^>]*>.*?</row>")
                .matcher(sheet)
                .results()
                .map(java.util.regex.MatchResult::group)
                .filter(each -> each.contains(">OD-COOP4INT<"))
                .findFirst()
                .orElseThrow();
        // 44531 days after the last of 1899 is 1 December 2021.
        assertThat(row).contains("<v>1532558.68</v>", "<v>44531.0</v>").doesNotContain("'");
    }

    @Test
    @Tag("P17")
    void theMapCountsAndSumsByCountryAndKeepsTheUnknownApart() {
        Api.anonymous()
                .accept("application/geo+json")
                .queryParam("code", "OD-HOMERE", "OD-WAFIRA", "OD-FORGED-DOCS")
                .get("/v1/projects")
                .then()
                .statusCode(200)
                .body("type", equalTo("FeatureCollection"))
                .body("features.id", contains("EG", "MA", "TN"))
                .body("features[1].geometry.type", equalTo("Point"))
                .body("features[1].geometry.coordinates", contains(-6.3f, 31.9f))
                .body("features[1].properties.projects", equalTo(2))
                .body("features[1].properties.total[0].amount", equalTo("697779.31"))
                .body("features[1].properties.totalUnknown", equalTo(1))
                .body("features[0].properties.name", equalTo("Egypt"));
    }
}
