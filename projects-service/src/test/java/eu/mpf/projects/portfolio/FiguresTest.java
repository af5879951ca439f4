package eu.mpf.projects.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import eu.mpf.projects.Portfolio;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("P7")
class FiguresTest {

    /** F11: 52 projects as of September 2023, 48 in the study's frozen set; both stay true when newer projects come. */
    @Test
    void f11BothTotalsOfOneDocumentAreReproducible() {
        String theme = "migrant-smuggling";
        // Other tests have put projects of their own into the theme.
        int then = projects("2023-09-30", theme);
        int later = projects("2024-12-31", theme);
        List<String> study = new ArrayList<>();
        for (int i = 0; i < 52; i++) {
            String code = Portfolio.code("F11");
            Portfolio.project(code, Map.of("themes", List.of(theme), "effectiveOn", "2023-09-01"));
            if (i < 48) {
                study.add(code);
            }
        }
        snapshot("typology-study-f11", "2023-09-30", Map.of("code", study))
                .then()
                .statusCode(201)
                .body("figures.whole.projects", equalTo(48));
        for (int i = 0; i < 4; i++) {
            Portfolio.project(Portfolio.code("F11"), Map.of("themes", List.of(theme), "effectiveOn", "2024-02-01"));
        }

        assertThat(projects("2023-09-30", theme) - then).isEqualTo(52);
        assertThat(projects("2024-12-31", theme) - later).isEqualTo(56);
        figures("snapshot", "typology-study-f11")
                .then()
                .body("whole.projects", equalTo(48))
                .body("asOf", equalTo("2023-09-30"));
    }

    private static int projects(String asOf, String theme) {
        return figures("asOf", asOf, "theme", theme).then().extract().path("whole.projects");
    }

    /** F16: no budget published. */
    @Test
    @Tag("F16")
    void f16UnknownIsCountedAndNeverTakenAsZero() {
        String theme = "migration-and-development";
        Portfolio.project(
                Portfolio.code("F16"), Map.of("themes", List.of(theme), "budget", Map.of("total", euro("100.50"))));
        Portfolio.project(
                Portfolio.code("F16"),
                Map.of("themes", List.of(theme), "budget", Map.of("total", euro("200.00"), "euShare", euro("190.00"))));
        Portfolio.project(Portfolio.code("F16"), Map.of("themes", List.of(theme)));
        Portfolio.project(
                Portfolio.code("F16"),
                Map.of("themes", List.of(theme), "moneyPublic", false, "budget", Map.of("total", euro("1000.00"))));

        figures("theme", theme)
                .then()
                .body("whole.projects", equalTo(4))
                .body("whole.total.amount", contains("300.50"))
                .body("whole.totalUnknown", equalTo(2))
                .body("whole.euShareUnknown", equalTo(3));
        Api.as("finance-officer")
                .queryParam("theme", theme)
                .get("/v1/portfolio/figures")
                .then()
                .body("whole.total.amount", contains("1300.50"))
                .body("whole.totalUnknown", equalTo(1));
    }

    @Test
    @Tag("P2")
    void nationalShareOtherDonorsAndGoodsInKindAreSummedApartAndUnknownStaysUnknown() {
        String theme = "return-reintegration";
        Portfolio.project(
                Portfolio.code("P2"),
                Map.of(
                        "themes", List.of(theme),
                        "fund", "ISF-BORDERS",
                        "budget",
                                Map.of(
                                        "total", euro("1000.00"),
                                        "euShare", euro("700.00"),
                                        "nationalShare", euro("0.00"),
                                        "otherDonors",
                                                List.of(
                                                        Map.of("donor", "A", "amount", euro("100.00")),
                                                        Map.of("donor", "B", "amount", euro("50.00")),
                                                        Map.of("donor", "C")))));
        Portfolio.project(
                Portfolio.code("P2"),
                Map.of(
                        "themes", List.of(theme),
                        "fund", "ISF-BORDERS",
                        "inKind",
                                List.of(
                                        Map.of("what", "helicopter", "quantity", 1),
                                        Map.of("what", "boat", "quantity", 2, "value", euro("80.00")))));

        figures("theme", theme, "fund", "ISF-BORDERS", "by", "fund")
                .then()
                .statusCode(200)
                .body("whole.projects", equalTo(2))
                .body("whole.total.amount", contains("1000.00"))
                .body("whole.totalUnknown", equalTo(1))
                .body("whole.nationalShare.amount", contains("0.00"))
                .body("whole.nationalShareUnknown", equalTo(1))
                .body("whole.otherDonors.amount", contains("150.00"))
                .body("whole.otherDonorsUnknown", equalTo(1))
                .body("whole.inKind.goods", equalTo(2))
                .body("whole.inKind.worth.amount", contains("80.00"))
                .body("whole.inKind.worthUnknown", equalTo(1))
                .body("breakdowns[0].groups[0].sums.projects", equalTo(2));
    }

    /** F19: groups add up to the whole, or name what is missing. */
    @Test
    @Tag("F19")
    void f19GroupsAddUpOrNameWhatIsMissing() {
        String theme = "security";
        Portfolio.project(
                Portfolio.code("F19"),
                Map.of(
                        "themes",
                        List.of(theme),
                        "fund",
                        "AMIF",
                        "startDate",
                        "2020-05-01",
                        "partnerCountries",
                        List.of("AM", "GE")));
        Portfolio.project(Portfolio.code("F19"), Map.of("themes", List.of(theme), "fund", "BMVI"));
        Portfolio.project(Portfolio.code("F19"), Map.of("themes", List.of(theme)));

        JsonPath figures = figures("theme", theme, "by", "fund,year,country,status,region,type,memberState,kind,theme")
                .jsonPath();
        for (Map<String, Object> breakdown : figures.<Map<String, Object>>getList("breakdowns")) {
            List<?> groups = (List<?>) breakdown.get("groups");
            int sum = groups.stream()
                    .mapToInt(group -> (int) ((Map<?, ?>) ((Map<?, ?>) group).get("sums")).get("projects"))
                    .sum();
            if (breakdown.get("overlapping").equals(false)) {
                assertThat(sum).as(breakdown.get("by").toString()).isEqualTo(3);
            }
        }
        assertThat(figures.<String>getList("breakdowns.find { it.by == 'FUND' }.groups.key"))
                .containsExactlyInAnyOrder("AMIF", "BMVI", "UNKNOWN");
        assertThat(figures.<String>getList("breakdowns.find { it.by == 'YEAR' }.groups.key"))
                .containsExactlyInAnyOrder("2020", "UNKNOWN");
        assertThat(figures.<String>getList("breakdowns.find { it.by == 'COUNTRY' }.groups.key"))
                .containsExactlyInAnyOrder("AM", "GE", "UNKNOWN");
        assertThat(figures.getInt("partnerCountries")).isEqualTo(2);
    }

    @Test
    void figuresFollowTheDay() {
        String theme = "asylum";
        JsonPath project = Portfolio.project(
                Portfolio.code("DAY"), Map.of("themes", List.of(theme), "fund", "ISF", "effectiveOn", "2019-01-01"));
        JsonPath contracted = Portfolio.moved(project, "contract", "2019-06-01");
        Portfolio.moved(contracted, "start", "2020-01-01");

        for (var expected : Map.of("2019-03-01", "PLANNED", "2019-06-01", "CONTRACTED", "2020-01-01", "RUNNING")
                .entrySet()) {
            figures("theme", theme, "fund", "ISF", "asOf", expected.getKey(), "by", "status")
                    .then()
                    .body("breakdowns[0].groups.key", contains(expected.getValue()));
        }
        figures("by", "colour").then().statusCode(400).body("errors.pointer", contains("?by"));
    }

    @Test
    void aSnapshotNeverChanges() {
        JsonPath project = Portfolio.project(Portfolio.code("SNAP"), Map.of("budget", Map.of("total", euro("10.00"))));
        String name = "snap-" + project.getString("id");
        snapshot(name, null, Map.of("code", List.of(project.getString("code"))))
                .then()
                .statusCode(201);
        Portfolio.patch(project, Map.of("budget", Map.of("total", euro("99.00"))))
                .then()
                .statusCode(200);

        Api.anonymous()
                .get("/v1/portfolio/snapshots/{name}", name)
                .then()
                .statusCode(200)
                .body("figures.whole.total.amount", contains("10.00"));
        Api.anonymous().get("/v1/portfolio/snapshots").then().statusCode(200);
        snapshot(name, null, Map.of()).then().statusCode(409).body("code", equalTo("snapshot-exists"));
        assertThatThrownBy(() -> Sql.execute("DELETE FROM snapshot WHERE name = ?", name))
                .hasStackTraceContaining("frozen");
        assertThatThrownBy(() -> Sql.execute("UPDATE snapshot_project SET project_version = 1"))
                .hasStackTraceContaining("frozen");
        snapshot("Bad Name", null, Map.of()).then().statusCode(400);
        Api.as("partner")
                .contentType(ContentType.JSON)
                .body(Map.of("name", "x1"))
                .post("/v1/portfolio/snapshots")
                .then()
                .statusCode(403);
    }

    private static Response figures(String... parameters) {
        var request = Api.anonymous();
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i], parameters[i + 1]);
        }
        return request.get("/v1/portfolio/figures");
    }

    private static Response snapshot(String name, String asOf, Map<String, Object> criteria) {
        Map<String, Object> body = new HashMap<>(Map.of("name", name, "criteria", criteria));
        if (asOf != null) {
            body.put("asOf", asOf);
        }
        return Api.as("programme-officer")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/portfolio/snapshots");
    }

    private static Map<String, String> euro(String amount) {
        return Map.of("amount", amount, "currency", "EUR");
    }
}
