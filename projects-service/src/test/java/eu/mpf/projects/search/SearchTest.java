package eu.mpf.projects.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import eu.mpf.projects.CountingDriver;
import eu.mpf.projects.Portfolio;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("P18")
class SearchTest {

    private static ValidatableResponse search(String q) {
        return Api.anonymous().queryParam("q", q).get("/v1/projects").then().statusCode(200);
    }

    @Test
    void everyLanguageIsFoundByAnyFormOfItsWords() {
        Portfolio.project(
                "STEMMED",
                Map.of(
                        "title",
                        Map.of("en", "Vessels patrolling zyxways", "de", "Küstenwachen zyxen", "pl", "Łodzie zyxowe"),
                        "summary",
                        Map.of("fr", "Les gardes zyxiens suivent des formations", "fi", "Merivartioston zyxlaivat")));
        for (String form : List.of(
                "vessel zyxways",
                "PATROL zyxway",
                "zyxways vessels patrolled",
                "kustenwache zyxen",
                "formation zyxien",
                "zyxlaiva",
                "lodzie zyxowe",
                "\"patrolling zyxways\"")) {
            search(form).body("items.code", contains("STEMMED"));
        }
        search("zyxways -vessel").body("items", equalTo(List.of()));
        search("\"zyxways patrolling\"").body("items", equalTo(List.of()));
        search("nonsuchword OR zyxways").body("items.code", contains("STEMMED"));
        search("&|!('*:").body("items", equalTo(List.of()));
        Api.anonymous()
                .queryParam("q", "x".repeat(201))
                .get("/v1/projects")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("?q"));
    }

    @Test
    void namesAreFoundWhateverTheirOrderDiacriticsAndHyphens() {
        Portfolio.project("F7-F8", Map.of("leadName", "Vilim Škarnulis Sa-Carvalho"));
        for (String name : List.of("skarnulis vilim", "Vilim Škarnulis", "SKARNULIS", "sa carvalho", "Sa-Carvalho")) {
            search(name).body("items.code", hasItem("F7-F8"));
        }
    }

    @Test
    void countriesAreFoundByTheirNamesInTheLanguagesOfTheUnion() {
        Portfolio.project("CV-ONLY", Map.of("partnerCountries", List.of("Cape Verde"), "leadName", "Qwybody"));
        for (String name : List.of("Cabo Verde", "cap-vert", "Kapverdy", "Πράσινο Ακρωτήριο", "kaapverdie")) {
            search(name + " qwybody").body("items.code", contains("CV-ONLY"));
        }
        Portfolio.project(
                "GE-LT",
                Map.of("partnerCountries", List.of("GE"), "memberStates", List.of("LT"), "leadName", "Qwybody"));
        search("georgia qwybody").body("items.code", contains("GE-LT"));
        search("Géorgie litauen qwybody").body("items.code", contains("GE-LT"));
    }

    @Test
    void bodiesAreFoundByFormerNamesAndByThoseOfTheirSuccessors() {
        JsonPath former = Portfolio.organisation("F6-OLD", "Commissariat Qzold");
        Portfolio.organisation("F6-NEW", "Agence Qznew");
        Portfolio.project("F6-LEAD", Map.of("leadOrganisation", "F6-OLD"));
        Portfolio.project("F6-PARTNER", Map.of("partners", List.of(Map.of("organisation", "F6-OLD"))));
        Portfolio.project("F6-BENEFICIARY", Map.of("beneficiaries", List.of("F6-OLD")));
        search("qznew").body("items", equalTo(List.of()));

        Api.as("programme-officer")
                .header("If-Match", Portfolio.etag(former))
                .contentType("application/json")
                .body(Map.of("successor", "F6-NEW", "effectiveOn", "2023-10-29"))
                .post("/v1/organisations/{id}:succeed", former.getString("id"))
                .then()
                .statusCode(200);

        for (String name : List.of("qzold", "agence QZNEW")) {
            search(name).body("items.code", containsInAnyOrder("F6-LEAD", "F6-PARTNER", "F6-BENEFICIARY"));
        }
    }

    @Test
    void whatStandsInTheTitleComesBeforeWhatStandsInTheSummary() {
        Portfolio.project("RANK-TITLE", Map.of("title", Map.of("en", "Qrankle training")));
        Portfolio.project("RANK-SUMMARY", Map.of("summary", Map.of("en", "Among much else a qrankle was shown")));
        search("qrankle").body("items.code", contains("RANK-TITLE", "RANK-SUMMARY"));
        Api.anonymous()
                .queryParam("q", "qrankle")
                .queryParam("pageSize", 1)
                .queryParam("count", true)
                .get("/v1/projects/hits")
                .then()
                .statusCode(200)
                .body("items[0].code", equalTo("RANK-TITLE"))
                .body("items[0].score", greaterThan(0))
                .body("count.count", equalTo(2));
        String next = Api.anonymous()
                .queryParam("q", "qrankle")
                .queryParam("pageSize", 1)
                .get("/v1/projects/hits")
                .path("nextPageToken");
        Api.anonymous()
                .queryParam("q", "qrankle")
                .queryParam("pageSize", 1)
                .queryParam("pageToken", next)
                .get("/v1/projects/hits")
                .then()
                .body("items[0].code", equalTo("RANK-SUMMARY"))
                .body("items[0].snippet", containsString("qrankle was shown"));
        Api.anonymous().get("/v1/projects/hits").then().statusCode(400);
        // One asks how many hits are to be expected, which decides how the other is written.
        assertThat(CountingDriver.during(
                        () -> Api.anonymous().queryParam("q", "qrankle").get("/v1/projects/hits")))
                .hasSize(2);
    }

    @Test
    void facetsCountEveryChoiceAndSayHowManyWereLookedAt() {
        Portfolio.project(
                "FACET-1",
                Map.of(
                        "title",
                        Map.of("en", "Qfacet one"),
                        "fund",
                        "AMIF",
                        "themes",
                        List.of("asylum", "migrant-smuggling"),
                        "partnerCountries",
                        List.of("MA"),
                        "startDate",
                        "2021-05-01"));
        Portfolio.project(
                "FACET-2",
                Map.of(
                        "title",
                        Map.of("en", "Qfacet two"),
                        "fund",
                        "BMVI",
                        "themes",
                        List.of("migrant-smuggling"),
                        "partnerCountries",
                        List.of("MA", "TN"),
                        "startDate",
                        "2022-05-01"));
        Api.anonymous()
                .queryParam("q", "qfacet")
                .queryParam("facets", "fund,theme,country,status,type,year")
                .get("/v1/projects/facets")
                .then()
                .statusCode(200)
                .body("counted.count", equalTo(2))
                .body("counted.type", equalTo("EXACT"))
                .body("facets.facet", contains("fund", "theme", "country", "status", "type", "year"))
                .body("facets[0].values.value", contains("AMIF", "BMVI"))
                .body("facets[1].values.value", contains("migrant-smuggling", "asylum"))
                .body("facets[1].values.count", contains(2, 1))
                .body("facets[2].values[0].value", equalTo("MA"))
                .body("facets[5].values.value", contains("2021", "2022"));

        Api.anonymous()
                .queryParam("q", "qfacet")
                .queryParam("fund", "AMIF")
                .queryParam("facets", "fund", "country")
                .get("/v1/projects/facets")
                .then()
                .body("counted.count", equalTo(1))
                .body("facets[0].values.value", contains("AMIF", "BMVI"))
                .body("facets[1].values.value", contains("MA"));
        Api.anonymous()
                .queryParam("facets", "colour")
                .get("/v1/projects/facets")
                .then()
                .statusCode(400);
        assertThat(CountingDriver.during(() -> Api.anonymous().get("/v1/projects/facets")))
                .hasSize(1);
    }

    @Test
    void similarProjectsShareWordingAndShape() {
        JsonPath first = Portfolio.project(
                "LIKE-1",
                Map.of(
                        "title", Map.of("en", "Qlikening migrants with employers"),
                        "themes", List.of("legal-migration"),
                        "partnerCountries", List.of("KE"),
                        "fund", "AMIF"));
        Portfolio.project(
                "LIKE-2",
                Map.of(
                        "title", Map.of("en", "Qlikening migrants with employers, second phase"),
                        "themes", List.of("legal-migration"),
                        "partnerCountries", List.of("KE"),
                        "fund", "AMIF"));
        Portfolio.project(
                "LIKE-3",
                Map.of(
                        "title", Map.of("en", "Something else"),
                        "themes", List.of("legal-migration"),
                        "partnerCountries", List.of("KE", "NG")));
        Portfolio.project("LIKE-DRAFT", Map.of("title", Map.of("en", "Qlikening migrants"), "visibility", "DRAFT"));
        Api.anonymous()
                .queryParam("pageSize", 2)
                .get("/v1/projects/{id}/similar", first.getString("id"))
                .then()
                .statusCode(200)
                .body("items.code", contains("LIKE-2", "LIKE-3"))
                .body("items[0].sharedThemes", contains("legal-migration"))
                .body("items[0].sharedCountries", contains("KE"))
                .body("items[0].sameFund", equalTo(true))
                .body("items.code", not(hasItem("LIKE-DRAFT")));
    }

    @Test
    @Tag("E-3")
    void projectsWithoutAStartStandLastInBothDirections() {
        Portfolio.project("DAY-1", Map.of("startDate", "2020-01-01", "leadName", "Qdays"));
        Portfolio.project("DAY-2", Map.of("startDate", "2021-01-01", "leadName", "Qdays"));
        Portfolio.project("DAY-NONE", Map.of("leadName", "Qdays"));
        assertThat(walk("startDate")).containsExactly("DAY-1", "DAY-2", "DAY-NONE");
        assertThat(walk("startDate desc")).containsExactly("DAY-2", "DAY-1", "DAY-NONE");
    }

    private static List<String> walk(String order) {
        var codes = new java.util.ArrayList<String>();
        String token = null;
        do {
            var request = Api.anonymous()
                    .queryParam("q", "qdays")
                    .queryParam("orderBy", order)
                    .queryParam("pageSize", 1);
            var page = (token == null ? request : request.queryParam("pageToken", token)).get("/v1/projects");
            codes.addAll(page.path("items.code"));
            token = page.path("nextPageToken");
        } while (token != null);
        return codes;
    }
}
