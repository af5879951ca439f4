package eu.mpf.projects.portfolio;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import eu.mpf.projects.Portfolio;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The totals that were published about the portfolio at four times, each true at its own date: 52 projects of 51 million
 * euro and the 48 of the typology study in September 2023, 56 of 55 million in 2024, 64 of 71 million in 2025. The
 * projects are fillers, told from those of other tests by a theme and a fund of their own.
 */
@MpfTest
@Tag("P7")
class TotalsOfTheReportTest {

    private static final String THEME = "dialogue";
    private static final String FUND = "ISF-POLICE";
    private static final List<String> STATES = List.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MT", "NL", "PL", "PT");
    private static final List<String> COUNTRIES = List.of(
            "AM", "AZ", "BA", "BD", "CV", "DZ", "EG", "ET", "GE", "GH", "GM", "IQ", "JO", "KE", "LB", "MA", "MD", "ME",
            "MK", "ML", "NG", "PK", "RS", "SN", "TN", "TR", "UA");

    private int made;

    @Test
    void olderTotalsAreStillAnsweredAfterNewerProjectsCame() {
        // The study took the projects awarded from 2016 to 2023; four more were awarded in that September.
        fill(48, "2016-06-01", "2023-08-31", 47_000_000, 18, 24);
        fill(4, "2023-09-15", "2023-09-15", 4_000_000, 18, 24);
        snapshot();
        fill(4, "2024-03-01", "2024-03-01", 4_000_000, 18, 24);
        fill(8, "2025-02-01", "2025-02-01", 16_000_000, 23, 27);

        asOf("2023-09-30", 52, "51000000.00");
        asOf("2024-12-31", 56, "55000000.00").body("memberStates", equalTo(18)).body("partnerCountries", equalTo(24));
        asOf("2025-10-31", 64, "71000000.00").body("memberStates", equalTo(23)).body("partnerCountries", equalTo(27));
        Api.anonymous()
                .queryParam("snapshot", "totals-of-the-study")
                .queryParam("by", "fund,theme,country,region,type,year,status")
                .get("/v1/portfolio/figures")
                .then()
                .statusCode(200)
                .body("asOf", equalTo("2023-09-30"))
                .body("whole.projects", equalTo(48))
                .body("whole.total.amount", contains("47000000.00"))
                .body("breakdowns.by", contains("FUND", "THEME", "COUNTRY", "REGION", "TYPE", "YEAR", "STATUS"));
    }

    /** So many projects, awarded in a period, that share an amount; the first ones cover the countries. */
    private void fill(int number, String from, String to, int euro, int states, int countries) {
        for (int i = 0; i < number; i++) {
            Portfolio.project(
                    Portfolio.code("FILLER"),
                    Map.of(
                            "themes", List.of(THEME),
                            "fund", FUND,
                            "startDate", i % 2 == 0 ? from : to,
                            "effectiveOn", i % 2 == 0 ? from : to,
                            "memberStates", List.of(STATES.get(made % states)),
                            "partnerCountries", List.of(COUNTRIES.get(made % countries)),
                            "budget", Map.of("total", Map.of("amount", share(euro, number, i), "currency", "EUR"))));
            made++;
        }
        if (states == STATES.size()) {
            coverTheRest();
        }
    }

    /** The cents that do not divide go to the first project. */
    private static String share(int euro, int number, int index) {
        int each = euro / number;
        return (index == 0 ? euro - each * (number - 1) : each) + ".00";
    }

    private void coverTheRest() {
        var last = Api.anonymous()
                .queryParam("fund", FUND)
                .queryParam("theme", THEME)
                .queryParam("startedAfter", "2025-01-01")
                .queryParam("pageSize", 1)
                .get("/v1/projects")
                .jsonPath();
        last.setRootPath("items[0]");
        Portfolio.patch(last, Map.of("memberStates", STATES, "partnerCountries", COUNTRIES))
                .then()
                .statusCode(200);
    }

    private static void snapshot() {
        Map<String, Object> criteria = new HashMap<>();
        criteria.put("theme", List.of(THEME));
        criteria.put("fund", List.of(FUND));
        criteria.put("startedAfter", "2016-01-01");
        criteria.put("startedBefore", "2023-08-31");
        Api.as("programme-officer")
                .contentType(ContentType.JSON)
                .body(Map.of("name", "totals-of-the-study", "asOf", "2023-09-30", "criteria", criteria))
                .post("/v1/portfolio/snapshots")
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse asOf(String day, int projects, String total) {
        return Api.anonymous()
                .queryParam("asOf", day)
                .queryParam("theme", THEME)
                .queryParam("fund", FUND)
                .get("/v1/portfolio/figures")
                .then()
                .statusCode(200)
                .body("whole.projects", equalTo(projects))
                .body("whole.total.amount", contains(total))
                .body("whole.totalUnknown", equalTo(0));
    }
}
