package eu.mpf.projects.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.projects.Portfolio;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("P24")
class ProjectImportTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LINES = "application/x-ndjson";
    private static final String CSV = "text/csv";

    private static ValidatableResponse imported(String type, String body) {
        return Golden.imported("/v1/projects:import", type, body);
    }

    private static ValidatableResponse read(String code) {
        return Api.anonymous()
                .queryParam("code", code)
                .get("/v1/projects")
                .then()
                .statusCode(200);
    }

    private static Map<String, JsonNode> exported(String path, String key) throws Exception {
        Map<String, JsonNode> lines = new HashMap<>();
        for (String line : Api.anonymous().accept(LINES).get(path).asString().split("\n")) {
            JsonNode record = JSON.readTree(line);
            lines.put(record.path(key).asText(), record);
        }
        return lines;
    }

    /** Every field and every published value of the golden portfolio comes out as it went in. */
    @Test
    void theGoldenPortfolioIsImportedAndExportedAgainWithoutLoss() throws Exception {
        Golden.load("GI-");
        Map<String, JsonNode> bodies = exported("/v1/organisations", "code");
        for (String line : Golden.organisations("GI-").split("\n")) {
            JsonNode told = JSON.readTree(line);
            assertThat(bodies.get(told.path("code").asText())).isEqualTo(told);
        }
        Map<String, JsonNode> projects = exported("/v1/projects", "code");
        for (String line : Golden.projects("GI-").split("\n")) {
            JsonNode told = JSON.readTree(line);
            JsonNode found = projects.get(told.path("code").asText());
            Golden.told(told)
                    .forEach((field, value) -> assertThat(found.path(field))
                            .as("%s of %s", field, told.path("code"))
                            .isEqualTo(value));
        }

        // What was exported is the same file to an import: it finds everything as it is.
        StringBuilder again = new StringBuilder();
        projects.forEach((code, line) -> {
            if (code.startsWith("GI-")) {
                again.append(line).append('\n');
            }
        });
        imported(LINES, again.toString())
                .body("unchanged", equalTo(20))
                .body("created", equalTo(0))
                .body("refused", equalTo(0));
    }

    @Test
    void semicolonsDecimalCommasAndAByteOrderMarkAreRead() {
        String csv =
                "\uFEFFcode;title;title.fr;startDate;endDate;total;euShare;ratePercent;partnerCountries;themes;source\r\n"
                        + "CSV-COMMA;\"Title; with a semicolon\";Titre;2021-12-01;2024-11-30;1.532.558,68;1447041,91;94,42 %;Cape Verde;integration;aima.gov.pt\r\n";
        Golden.imported("/v1/projects:import?decimal=COMMA", CSV, csv)
                .body("created", equalTo(1))
                .body("rows[0].key", equalTo("CSV-COMMA"));
        read("CSV-COMMA")
                .body("items[0].title.en", equalTo("Title; with a semicolon"))
                .body("items[0].title.fr", equalTo("Titre"))
                .body("items[0].budget.total.amount", equalTo("1532558.68"))
                .body("items[0].budget.rate", equalTo("94.42"))
                .body("items[0].partnerCountries", contains("CV"));

        // The same number without the word on decimals is not guessed at.
        imported(CSV, "code,title,total\nCSV-GUESS,Guess,\"1.532.558,68\"\n")
                .body("refused", equalTo(1))
                .body("rows[0].errors[0].pointer", equalTo("/total"));
        read("CSV-GUESS").body("items", hasSize(0));
    }

    @Test
    void aDryRunTellsEveryRowsFateAndKeepsNothing() {
        String csv = "code,title,startDate,endDate,themes,leadOrganisation,colour\n"
                + "DRY-1,Good,2021-01-01,2022-01-01,asylum,,\n"
                + "DRY-2,,2021-01-01,2020-01-01,nonsense,NOBODY,\n"
                + "DRY-3,Bad dates,01.02.2021,2020-01-01,,,\n";
        Golden.imported(
                        "/v1/projects:import?validateOnly=true",
                        CSV,
                        csv.replace(",colour", "").replaceAll(",\n", "\n"))
                .body("validateOnly", equalTo(true))
                .body("created", equalTo(1))
                .body("refused", equalTo(2))
                .body("rows[1].errors.pointer", hasItem("/title"))
                .body("rows[2].errors.pointer", hasItem("/startDate"));
        Golden.imported("/v1/projects:import?validateOnly=true", CSV, csv)
                .body("rows.errors.pointer.flatten()", everyItem(equalTo("/colour")));
        read("DRY-1").body("items", hasSize(0));
    }

    @Test
    void theSameFileAgainDoesNothingTwiceAndTriesRefusedRowsAgain() {
        String lines = "{\"code\":\"TWICE-1\",\"title\":{\"en\":\"One\"}}\n"
                + "{\"code\":\"TWICE-2\",\"title\":{\"en\":\"Two\"},\"leadOrganisation\":\"TWICE-BODY\"}\n"
                + "not json\n";
        imported(LINES, lines)
                .body("created", equalTo(1))
                .body("refused", equalTo(2))
                .body("rows.outcome", contains("CREATED", "REFUSED", "REFUSED"))
                .body("rows[1].errors[0].pointer", equalTo("/leadOrganisation"));
        Portfolio.organisation("TWICE-BODY", "Now it exists");
        imported(LINES, lines).body("rows.outcome", contains("CREATED", "CREATED", "REFUSED"));
        assertThat(Sql.value(Long.class, "SELECT count(*) FROM project WHERE code LIKE 'TWICE-_'"))
                .isEqualTo(2);
        imported(LINES, "{\"code\":\"TWICE-1\",\"title\":{\"en\":\"Another\"}}")
                .body("rows[0].errors[0].code", equalTo("code-taken"));
    }

    /** The connection is cut in the middle of the second batch, as a crash of the database server would cut it. */
    @Test
    void anImportThatBreaksOffGoesOnWhereItStoppedAndDoesNothingTwice() {
        String lines = IntStream.rangeClosed(1, 320)
                .mapToObj("{\"code\":\"CRASH-%1$d\",\"title\":{\"en\":\"Crash %1$d\"}}\n"::formatted)
                .collect(Collectors.joining());
        Sql.execute("""
                CREATE FUNCTION cut_off() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$""");
        Sql.execute("CREATE TRIGGER cut_off BEFORE INSERT ON project FOR EACH ROW WHEN (NEW.code = 'CRASH-275')"
                + " EXECUTE FUNCTION cut_off()");
        try {
            Api.as("programme-officer")
                    .contentType(LINES)
                    .body(lines.getBytes(StandardCharsets.UTF_8))
                    .post("/v1/projects:import")
                    .then()
                    .statusCode(greaterThanOrEqualTo(500));
        } finally {
            Sql.execute("DROP TRIGGER cut_off ON project");
            Sql.execute("DROP FUNCTION cut_off()");
        }
        assertThat(Sql.count("SELECT count(*) FROM project WHERE code LIKE 'CRASH-%'"))
                .isBetween(200L, 274L);

        imported(LINES, lines)
                .body("rows", hasSize(320))
                .body("created", equalTo(320))
                .body("rows.key", hasItem("CRASH-320"));

        assertThat(Sql.query("""
                SELECT count(*) AS projects, count(DISTINCT p.code) AS codes,
                       (SELECT count(*) FROM project_version v WHERE v.code LIKE 'CRASH-%') AS versions,
                       (SELECT count(*) FROM provenance o WHERE o.object_id IN
                         (SELECT id::text FROM project WHERE code LIKE 'CRASH-%')) AS origins,
                       (SELECT count(*) FROM audit_entry a WHERE a.object_id IN
                         (SELECT id::text FROM project WHERE code LIKE 'CRASH-%')) AS entries
                FROM project p WHERE p.code LIKE 'CRASH-%'"""))
                .containsExactly(
                        Map.of("projects", 320L, "codes", 320L, "versions", 320L, "origins", 320L, "entries", 320L));
        imported(LINES, lines).body("created", equalTo(320));
        assertThat(Sql.count("SELECT count(*) FROM project WHERE code LIKE 'CRASH-%'"))
                .isEqualTo(320);
    }

    /** One row is refused, one moves on, one continues another: they cost the rows beside them nothing. */
    @Test
    void aLargeFileIsTakenInBatchesAndComesOutAgainInOrder() {
        String lines = IntStream.rangeClosed(1, 1_100)
                .mapToObj(n -> "{\"code\":\"BULK-%1$04d\",\"title\":{\"en\":\"Bulk %1$d\"}%2$s}\n"
                        .formatted(
                                n,
                                switch (n) {
                                    case 10 -> ",\"status\":\"RUNNING\",\"statusSince\":\"2024-01-01\"";
                                    case 20 -> ",\"predecessor\":\"BULK-0019\"";
                                    case 150 -> ",\"leadOrganisation\":\"NOBODY\"";
                                    default -> "";
                                }))
                .collect(Collectors.joining());
        ValidatableResponse result = imported(LINES, lines)
                .body("created", equalTo(1_099))
                .body("refused", equalTo(1))
                .body("rows[149].outcome", equalTo("REFUSED"))
                .body("rows[149].errors.pointer", contains("/leadOrganisation"));
        assertThat(result.extract().jsonPath().getList("rows.row", Integer.class))
                .isEqualTo(IntStream.rangeClosed(1, 1_100).boxed().toList());

        assertThat(Sql.query("""
                SELECT count(*) AS projects, count(DISTINCT o.object_id) AS origins,
                       (SELECT count(*) FROM project_version v WHERE v.code LIKE 'BULK-%') AS versions,
                       (SELECT count(*) FROM audit_entry a WHERE a.action = 'project.registered'
                          AND a.object_id IN (SELECT id::text FROM project WHERE code LIKE 'BULK-%')
                          AND a.before IS NULL AND a.after ->> 'code' LIKE 'BULK-%') AS registered
                FROM project p LEFT JOIN provenance o ON o.object_id = p.id::text WHERE p.code LIKE 'BULK-%'"""))
                .containsExactly(
                        Map.of("projects", 1_099L, "origins", 1_099L, "versions", 1_101L, "registered", 1_099L));
        read("BULK-0010").body("items[0].status", equalTo("RUNNING")).body("items[0].version", equalTo(3));
        read("BULK-0020").body("items[0].predecessor", equalTo("BULK-0019"));

        List<String> exported = Api.anonymous()
                .accept(LINES)
                .queryParam("orderBy", "code desc")
                .get("/v1/projects")
                .asString()
                .lines()
                .map(ProjectImportTest::code)
                .filter(code -> code.startsWith("BULK-"))
                .toList();
        assertThat(exported).hasSize(1_099).isSortedAccordingTo(Comparator.reverseOrder());
        imported(LINES, lines.replace(",\"leadOrganisation\":\"NOBODY\"", ""))
                .body("created", equalTo(1))
                .body("unchanged", equalTo(1_099))
                .body("refused", equalTo(0));
    }

    /** Two rows of one batch that claim the same: the first has it. */
    @Test
    void rowsOfOneBatchAreToldApartAsRowsOfTwoFilesAre() {
        imported(LINES, """
                {"code":"SAME-1","title":{"en":"One"},"reference":"SAME/REF"}
                {"code":"SAME-1","title":{"en":"Another"}}
                {"code":"SAME-3","title":{"en":"Three"},"reference":"SAME/REF"}
                {"code":"SAME-4","title":{"en":"Four"}}
                {"title":{"en":"SAME 4"}}
                """)
                .body("rows.outcome", contains("CREATED", "REFUSED", "REFUSED", "CREATED", "REFUSED"))
                .body("rows[1].errors[0].code", equalTo("code-taken"))
                .body("rows[2].errors[0].code", equalTo("same-project"))
                .body("rows[4].errors[0].code", equalTo("code-taken"))
                .body("rows[4].errors[0].message", equalTo("A project has the code SAME-4 or this reference"));
    }

    private static String code(String line) {
        try {
            return JSON.readTree(line).path("code").asText();
        } catch (JsonProcessingException e) {
            throw new AssertionError(line, e);
        }
    }

    /** The faults of the sources that concern projects, each as it must be taken. */
    @Test
    @Tag("F1")
    @Tag("F2")
    @Tag("F3")
    @Tag("F4")
    @Tag("F16")
    void faultsOfTheSourcesAreReportedAndNeverRepaired() {
        String csv = "code;title;total;euShare;share;period;source\n"
                + "FI-MENTOR;MENTOR II;EUR 3,260,0074.84;;94,97%;Jul 2021 to Jun 2024;page 30\n"
                + "FI-MCP;MCP Med;5930840.00;;EUR 2,000,000;;page 36\n"
                + "FI-HOMERE;HOMERe;697779.31;;39.69 %;;page 33\n"
                + "FI-RAPAK;RAPAK;;;;;\n"
                + "FI-DOUBT;Digital Explorers;;;;2019 to 2021 or 2022;pages\n";
        imported(CSV, csv)
                .body("created", equalTo(5))
                .body("rows[0].warnings.message", hasItem(containsString("EUR 3,260,0074.84")))
                .body("rows[0].warnings.code", contains("kept-as-printed"))
                .body("rows[4].warnings.message", hasItem(containsString("AMBIGUOUS")));
        // F1: flagged, never a number; F2: a decimal comma; F3: a rate derived; F4: low, accepted; F16: unknown, not
        // zero.
        read("FI-MENTOR")
                .body("items[0].budget.total", equalTo(null))
                .body("items[0].budget.rate", equalTo("94.97"))
                .body("items[0].startDate", equalTo("2021-07-01"));
        read("FI-MCP").body("items[0].budget.rate", equalTo("33.72"));
        read("FI-HOMERE").body("items[0].budget.rate", equalTo("39.69"));
        read("FI-RAPAK").body("items[0].budget", equalTo(null));
        String mentor = read("FI-MENTOR").extract().path("items[0].id");
        Api.anonymous()
                .get("/v1/projects/{id}/published-values", mentor)
                .then()
                .body("items.printed", hasItem("EUR 3,260,0074.84"))
                .body("items.find{it.printed=='EUR 3,260,0074.84'}.wellFormed", equalTo(false));
    }

    @Test
    @Tag("F5")
    void severalEndDatesAreAllKeptAndOneHolds() {
        imported(LINES, """
                {"code":"FI-ENDS","title":{"en":"F5"},"publishedValues":[{"field":"END","printed":"31 Aug 2020","source":"agoria.be"},\
                {"field":"END","printed":"30 Mar 2021","source":"enabel.be","current":true}]}""").body("created", equalTo(1));
        String id = read("FI-ENDS")
                .body("items[0].endDate", equalTo("2021-03-30"))
                .extract()
                .path("items[0].id");
        Api.anonymous()
                .get("/v1/projects/{id}/published-values", id)
                .then()
                .body("items.source", contains("agoria.be", "enabel.be"))
                .body("items.current", contains(false, true));
    }

    @Test
    @Tag("F10")
    void anAcronymSpelledInTwoWaysIsOneProject() {
        imported(CSV, "code,title,acronym\nFI-COOP,Integration,FiCoop4Int\nFI-COOP-2,Integration,FiCoop4INT\n")
                .body("rows.outcome", contains("CREATED", "REFUSED"))
                .body("rows[1].errors[0].code", equalTo("same-project"))
                .body("rows[1].errors[0].message", containsString("FI-COOP"));
        imported(CSV, "code,title,acronym,predecessor\nFI-COOP-II,Phase two,FiCoop4INT,FI-COOP\n")
                .body("created", equalTo(1));
    }

    @Test
    @Tag("F6")
    @Tag("F18")
    @Tag("X25")
    void aRenamedLeadIsFoundByEitherNameAndCountriesByTheirAliases() {
        String agency = Golden.imported("/v1/organisations:import?source=register.csv&sourceDate=2023-11-01", CSV, """
                code,name,formerName,renamedOn,kind,country,identifiers,succeededBy,succeededOn
                FI-AIMA,Agency Qfiaima,,,public authority,PT,,,
                FI-ACM,High Commission Qfiacm,Commissariat Qfialt,2015-01-01,PUBLIC_AUTHORITY,PT,ROR:012345;EU-PIC:99,FI-AIMA,2023-10-29
                FI-GREEK,Ministry,,,PUBLIC_AUTHORITY,EL,,,
                FI-BAD,Body,,,ministry,Atlantis,nonsense,,
                """)
                .body("created", equalTo(3))
                .body("rows[3].errors.pointer", contains("/kind", "/identifiers"))
                .extract()
                .path("rows[0].id");
        Api.as("auditor")
                .get("/v1/organisations/{id}/provenance", agency)
                .then()
                .statusCode(200)
                .body("items.source", contains("register.csv"))
                .body("items[0].sourceDate", equalTo("2023-11-01"))
                .body("items[0].importedBy", equalTo("programme-officer"));
        Api.as("auditor")
                .get("/v1/organisations/{id}/provenance", UUID.randomUUID())
                .then()
                .statusCode(404);
        imported(CSV, "code,title,leadOrganisation,partnerCountries\nFI-LED,Led,FI-ACM,UK; XK; Turkey; Cabo Verde\n")
                .body("created", equalTo(1));
        for (String name : List.of("qfiacm", "QFIALT", "qfiaima")) {
            Api.anonymous().queryParam("q", name).get("/v1/projects").then().body("items.code", contains("FI-LED"));
        }
        read("FI-LED").body("items[0].partnerCountries", contains("GB", "XK", "TR", "CV"));
        Api.anonymous()
                .queryParam("code", "FI-GREEK")
                .get("/v1/organisations")
                .then()
                .body("items[0].country", equalTo("GR"));
    }

    @Test
    @Tag("F14")
    @Tag("F15")
    @Tag("F17")
    void theEdgeOfTheMaximumRatePassesAndOneCentMoreDoesNot() {
        String line =
                "{\"code\":\"%s\",\"title\":{\"en\":\"F17\"},\"region\":\"eastern-partnership\",\"notes\":[{\"country\":\"EG\",\"note\":{\"en\":\"nothing took place\"}}],"
                        + "\"budget\":{\"total\":{\"amount\":\"178512.92\",\"currency\":\"EUR\"},\"euShare\":{\"amount\":\"%s\",\"currency\":\"EUR\"},\"maximumRate\":\"95\"}}\n";
        imported(LINES, line.formatted("FI-EDGE", "169587.27") + line.formatted("FI-OVER", "169587.28"))
                .body("rows.outcome", contains("CREATED", "REFUSED"))
                .body("rows[1].errors[0].code", equalTo("above-maximum-rate"));
        read("FI-EDGE")
                .body("items[0].region", equalTo("eastern-partnership"))
                .body("items[0].notes[0].country", equalTo("EG"));
    }

    @Test
    void onlyProgrammeOfficersImport() {
        for (String who : List.of("auditor", "applicant-pt")) {
            Api.as(who)
                    .contentType(LINES)
                    .body("{}".getBytes())
                    .post("/v1/projects:import")
                    .then()
                    .statusCode(403);
        }
    }
}
