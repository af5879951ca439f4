package eu.mpf.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("running")
@QuarkusTestResource(TestServers.class)
class ListsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void fill() throws SQLException {
        sql("DELETE FROM note");
        sql("INSERT INTO note (id, version, title, priority, due) SELECT uuidv7(), 0, 'n' || (i % 50),"
                + " CASE WHEN i % 7 = 0 THEN NULL ELSE i % 5 END,"
                + " CASE WHEN i % 11 = 0 THEN NULL ELSE date '2026-01-01' + i % 13 END"
                + " FROM generate_series(1, 500) i");
    }

    private void sql(String text) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    private List<String> ids(String order) throws SQLException {
        var ids = new ArrayList<String>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT id FROM note ORDER BY " + order)) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    private static List<String> walk(String query, Runnable between) throws Exception {
        var ids = new ArrayList<String>();
        String token = null;
        do {
            var request = given().urlEncodingEnabled(true);
            for (var part : query.split("&")) {
                request.queryParam(part.split("=")[0], part.split("=")[1]);
            }
            if (token != null) {
                request.queryParam("pageToken", token);
            }
            JsonNode page = JSON.readTree(
                    request.get("/v1/notes").then().statusCode(200).extract().asString());
            page.get("items").forEach(item -> ids.add(item.get("id").asText()));
            token = page.hasNonNull("nextPageToken") ? page.get("nextPageToken").asText() : null;
            between.run();
        } while (token != null);
        return ids;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title, id",
                "title DESC, id DESC",
                "priority NULLS LAST, id",
                "priority DESC NULLS LAST, id DESC",
                "priority DESC NULLS LAST, due NULLS LAST, id",
                "due NULLS LAST, priority DESC NULLS LAST, title, id",
                "title, due DESC NULLS LAST, id DESC"
            })
    void pagesTogetherAreTheFullScan(String order) throws Exception {
        var orderBy =
                order.replaceAll(", id( DESC)?$", "").replace(" NULLS LAST", "").replace("DESC", "desc");
        assertThat(walk("pageSize=37&orderBy=" + orderBy, () -> {})).isEqualTo(ids(order));
    }

    @Test
    void rowsInsertedMeanwhileNeitherRepeatNorHideOthers() throws Exception {
        var before = ids("priority DESC NULLS LAST, title, id");
        var seen = walk("pageSize=20&orderBy=priority desc,title", () -> {
            try {
                sql(
                        "INSERT INTO note (id, version, title, priority) SELECT uuidv7(), 0, 'n' || i, i % 6 FROM generate_series(1, 6) i");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(seen).doesNotHaveDuplicates().containsSubsequence(before);
    }

    @Test
    void aPageLinksToTheNext() {
        given().urlEncodingEnabled(false)
                .get("/v1/notes?pageSize=2&title=n1%25")
                .then()
                .header("Link", containsString("</v1/notes?pageSize=2&title=n1%25&pageToken="))
                .header("Link", containsString(">; rel=\"next\""));
    }

    @Test
    void theSizeIsClampedAndZeroRefused() {
        assertThat(given().get("/v1/notes?pageSize=1000").then().extract().<List<?>>path("items"))
                .hasSize(200);
        assertThat(given().get("/v1/notes").then().extract().<List<?>>path("items"))
                .hasSize(50);
        given().get("/v1/notes?pageSize=0").then().statusCode(400);
    }

    @Test
    void theCountIsExactUpToTenThousand() throws SQLException {
        given().get("/v1/notes?count=true&pageSize=1&title=n1")
                .then()
                .body("count.count", equalTo(10))
                .body("count.type", equalTo("EXACT"));
        sql("INSERT INTO note (id, version, title) SELECT uuidv7(), 0, 'many' FROM generate_series(1, 10100)");
        given().get("/v1/notes?count=true&pageSize=1")
                .then()
                .body("count.count", equalTo(10_001))
                .body("count.type", equalTo("AT_LEAST"));
    }

    @Test
    void aTokenOfOtherParametersOrAForgedOneIsRefused() {
        String token = given().get("/v1/notes?pageSize=2").then().extract().path("nextPageToken");
        given().queryParam("pageToken", token)
                .get("/v1/notes?pageSize=5")
                .then()
                .statusCode(200);
        refused(token, "title=n1");
        refused(token, "orderBy=due");
        refused(token.substring(0, token.length() - 3) + "AAA", "pageSize=2");
        refused("rubbish!", "pageSize=2");
    }

    private static void refused(String token, String query) {
        given().queryParam("pageToken", token)
                .get("/v1/notes?" + query)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-page-token"));
    }

    @Test
    void anOrderNobodyOffersIsRefused() {
        given().get("/v1/notes?orderBy=secret").then().statusCode(400).body("errors[0].pointer", equalTo("?orderBy"));
        given().get("/v1/notes?orderBy=title;drop").then().statusCode(400);
        given().queryParam("orderBy", "title,title desc")
                .get("/v1/notes")
                .then()
                .statusCode(400);
    }

    @Test
    void fieldsPruneItems() {
        given().get("/v1/notes?pageSize=1&fields=id,title")
                .then()
                .log()
                .ifError()
                .statusCode(200)
                .body("items[0].keySet()", equalTo(java.util.Set.of("id", "title")));
        given().get("/v1/notes?pageSize=1&fields=colour")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("?fields"));
    }

    @Test
    void exportsComeByAccept() throws Exception {
        sql("DELETE FROM note");
        sql("INSERT INTO note (id, version, title, priority) VALUES (uuidv7(), 0, '=cmd|''/c calc''!A1', -5)");
        var csv = given().accept("text/csv")
                .get("/v1/notes")
                .then()
                .statusCode(200)
                .header("Content-Disposition", "attachment; filename=\"notes.csv\"")
                .extract()
                .asByteArray();
        var text = new String(csv, java.nio.charset.StandardCharsets.UTF_8);
        assertThat(text)
                .startsWith("\uFEFF\"id\",\"title\",\"priority\",\"due\"\r\n")
                .contains("\"'=cmd|'/c calc'!A1\",\"-5\",\"\"\r\n");
        var lines = given().accept("application/x-ndjson")
                .get("/v1/notes")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(JSON.readTree(lines.strip()).get("priority").asInt()).isEqualTo(-5);
        var xlsx = given().accept("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .get("/v1/notes")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(xlsx).startsWith('P', 'K');
        given().accept("text/csv")
                .get("/v1/notes?orderBy=nope")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }
}
