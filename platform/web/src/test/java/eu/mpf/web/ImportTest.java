package eu.mpf.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import eu.mpf.web.bulk.Provenance;
import eu.mpf.web.notes.NoteImport;
import eu.mpf.web.sql.Sql;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("running")
@QuarkusTestResource(TestServers.class)
@Tag("X14")
class ImportTest {
    @Inject
    Sql sql;

    @Inject
    Provenance provenance;

    @BeforeEach
    void empty() {
        NoteImport.crashes = false;
        sql.update("TRUNCATE import_run, import_row, provenance");
        sql.update("DELETE FROM note");
    }

    private static ValidatableResponse send(String type, String query, String body) {
        return given().auth()
                .oauth2(TestTokens.of("lv", "applicant"))
                .contentType(type)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/notes:import" + query)
                .then();
    }

    /** Twelve rows of a megabyte; no other body may have more than ten. */
    private static byte[] large(int rows) {
        var file = new StringBuilder("title\n");
        for (var row = 0; row < rows; row++) {
            file.append("x".repeat(1 << 20)).append(row).append('\n');
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static int post(String path, HttpRequest.BodyPublisher body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create(io.restassured.RestAssured.baseURI + ":" + io.restassured.RestAssured.port + path))
                .header("Authorization", "Bearer " + TestTokens.of("lv", "applicant"))
                .header("Content-Type", "text/csv")
                .POST(body)
                .build();
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    @Test
    void aFileMayBeLargerThanAnyOtherBodyWhetherItsLengthIsKnownOrNot() throws Exception {
        var file = large(12);
        assertThat(post("/v1/notes:import", HttpRequest.BodyPublishers.ofByteArray(file)))
                .isEqualTo(200);
        assertThat(post(
                        "/v1/notes:import?decimal=COMMA",
                        HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(file))))
                .isEqualTo(200);
        assertThat(sql.list("SELECT count(*) FROM note", row -> row.getInt(1))).containsExactly(24);
    }

    @Test
    void aFileWithoutEndIsCutAtTheLimitOfImports() {
        var endless = large(18);
        try {
            assertThat(post(
                            "/v1/notes:import",
                            HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(endless))))
                    .isEqualTo(413);
        } catch (IOException | InterruptedException cut) {
            // The connection is closed on who goes on sending; whether the answer is still read is up to chance.
            assertThat(cut).isInstanceOf(IOException.class);
        }
        assertThat(sql.list("SELECT count(*) FROM import_run", row -> row.getInt(1)))
                .containsExactly(0);
    }

    private static byte[] workbook(Consumer<Worksheet> fill) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            fill.accept(workbook.newWorksheet("Notes"));
        }
        return bytes.toByteArray();
    }

    @Test
    void aWorkbookIsImportedAsItsRowsWouldBeInCsvAndOnceOnly() throws IOException {
        var file = workbook(sheet -> {
            sheet.value(0, 0, "title");
            sheet.value(0, 1, "due");
            sheet.value(0, 2, "priority");
            sheet.value(1, 0, "one");
            sheet.value(1, 1, LocalDate.of(2026, 3, 31));
            sheet.style(1, 1).format("yyyy-mm-dd").set();
            sheet.value(1, 2, 7);
            sheet.formula(2, 0, "1+1");
            sheet.value(3, 1, "no title");
        });
        for (var again = 0; again < 2; again++) {
            given().auth()
                    .oauth2(TestTokens.of("lv", "applicant"))
                    .contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                    .body(file)
                    .post("/v1/notes:import")
                    .then()
                    .statusCode(200)
                    .body("created", equalTo(1))
                    .body("refused", equalTo(2))
                    .body("rows[1].errors[0].code", equalTo("unreadable"))
                    .body("rows[2].errors.pointer", equalTo(List.of("/title", "/due")));
        }
        assertThat(sql.list("SELECT title || due || priority FROM note", row -> row.getString(1)))
                .containsExactly("one2026-03-317");
    }

    @Test
    void whatCallsItselfAWorkbookAndIsNoneIsOneProblem() {
        send("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "", "title\nx\n")
                .statusCode(400)
                .body("errors[0].code", equalTo("workbook-invalid"));
        assertThat(sql.list("SELECT 1 FROM import_run", row -> 1)).isEmpty();
    }

    private static ValidatableResponse csv(String query, String body) {
        return send("text/csv", query, body);
    }

    private long notes() {
        return sql.first("SELECT count(*) FROM note", row -> row.getLong(1)).orElseThrow();
    }

    @Test
    void aFileWithMarkSemicolonsQuotesAndDecimalCommasIsRead() {
        csv(
                        "?decimal=COMMA&source=Sheet&sourceDate=2023-09-30",
                        "\uFEFFtitle;share;due;code\r\n\"One; or \"\"two\"\"\nlines\";94,97%;2026-03-31;A\r\nZwölf;0;;B\r\n")
                .statusCode(200)
                .body("created", equalTo(2))
                .body("importId", notNullValue())
                .body("rows[0].key", equalTo("A"))
                .body("rows[0].warnings", hasSize(0))
                .body("rows[1].warnings[0].pointer", equalTo("/share"));
        assertThat(sql.list("SELECT title FROM note ORDER BY code", row -> row.getString(1)))
                .containsExactly("One; or \"two\"\nlines", "Zwölf");
    }

    @Test
    @Tag("X25")
    void anImportedObjectKnowsTheFileAndRowItCameFrom() {
        String id = csv("?source=Sheet&sourceDate=2023-09-30", "title,code\na,A\n")
                .extract()
                .path("rows[0].id");
        assertThat(provenance.of("note", id)).singleElement().satisfies(origin -> {
            assertThat(origin.source()).isEqualTo("Sheet");
            assertThat(origin.sourceDate()).hasToString("2023-09-30");
            assertThat(origin.row()).isEqualTo(1);
            assertThat(origin.importedBy()).isEqualTo("lv");
        });
    }

    @Test
    void eachRowHasItsResultAndARefusedOneStopsNoOther() {
        csv("", "title,priority,due,code\na,1,,A\n,x,31.3.2026,B\nc,1\nd,2,,D\nd,2,,D\n")
                .statusCode(200)
                .body("created", equalTo(2))
                .body("unchanged", equalTo(1))
                .body("refused", equalTo(2))
                .body("rows.row", equalTo(List.of(1, 2, 3, 4, 5)))
                .body("rows[1].outcome", equalTo("REFUSED"))
                .body("rows[1].errors.pointer", equalTo(List.of("/title", "/priority", "/due")))
                .body("rows[2].errors[0].code", equalTo("unreadable"));
        assertThat(notes()).isEqualTo(2);
    }

    @Test
    void aDryRunAnswersTheSameAndKeepsNothing() {
        csv("?validateOnly=true", "title,code\na,A\n,B\n")
                .statusCode(200)
                .body("importId", nullValue())
                .body("validateOnly", equalTo(true))
                .body("created", equalTo(1))
                .body("refused", equalTo(1));
        assertThat(notes()).isZero();
        assertThat(sql.first("SELECT count(*) FROM import_run", row -> row.getLong(1)))
                .hasValue(0L);
    }

    @Test
    void theSameFileAgainDoesNoRowTwiceAndTriesRefusedOnesAgain() {
        var file = "title,priority\na,1\nb,many\n";
        String first = csv("", file).body("created", equalTo(1)).extract().path("rows[0].id");
        csv("", file).body("created", equalTo(1)).body("refused", equalTo(1)).body("rows[0].id", equalTo(first));
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void afterACrashTheSameRequestGoesOnAfterTheLastRowThatWasDone() {
        var file = "title,code\n"
                + IntStream.range(0, 10)
                        .mapToObj(i -> (i == 7 ? "crash" : "note " + i) + ",C" + i)
                        .collect(Collectors.joining("\n"));
        NoteImport.crashes = true;
        csv("", file).statusCode(500);
        assertThat(notes()).isEqualTo(7);
        NoteImport.crashes = false;
        csv("", file).statusCode(200).body("created", equalTo(10));
        assertThat(notes()).isEqualTo(10);
    }

    @Test
    void theSameFileSentTwiceAtOnceDoesEachRowOnce() throws Exception {
        var file = "title\n" + IntStream.range(0, 30).mapToObj(i -> "note " + i).collect(Collectors.joining("\n"));
        try (var threads = Executors.newFixedThreadPool(2)) {
            var answers = IntStream.range(0, 2)
                    .mapToObj(_ -> threads.submit(() -> csv("", file).statusCode(200)))
                    .toList();
            for (var answer : answers) {
                answer.get().body("created", equalTo(30));
            }
        }
        assertThat(notes()).isEqualTo(30);
    }

    @Test
    void jsonLinesAreRowsToo() {
        send(
                        "application/x-ndjson",
                        "",
                        "{\"title\":\"a\",\"priority\":3,\"code\":\"A\"}\n\n{\"title\":\n[]\n{\"titel\":\"b\"}\n")
                .statusCode(200)
                .body("created", equalTo(1))
                .body("rows.outcome", equalTo(List.of("CREATED", "REFUSED", "REFUSED", "REFUSED")))
                .body("rows[3].errors[0].pointer", equalTo("/titel"))
                .body("rows[3].errors[0].code", equalTo("unknown"));
    }

    @Test
    void anOpenQuoteEndsTheReadingAndSaysWhere() {
        csv("", "title,code\na,A\n\"b,B\nc,C\n")
                .statusCode(200)
                .body("created", equalTo(1))
                .body("rows[1].row", equalTo(2))
                .body("rows[1].errors[0].code", equalTo("unreadable"));
    }

    @Test
    void aFileWithoutHeaderOrInAnotherEncodingIsRefusedAsAWhole() {
        csv("", "").statusCode(400);
        csv("", "title,title\na,b\n").statusCode(400).body("errors[0].code", equalTo("header-invalid"));
        given().auth()
                .oauth2(TestTokens.of("lv", "applicant"))
                .contentType("text/csv")
                .body("title\nZwölf\n".getBytes(StandardCharsets.ISO_8859_1))
                .post("/v1/notes:import")
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed-request"));
        assertThat(notes()).isZero();
    }
}
