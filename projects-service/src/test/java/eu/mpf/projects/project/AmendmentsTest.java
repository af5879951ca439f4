package eu.mpf.projects.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import eu.mpf.projects.Portfolio;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.EventSchemas;
import eu.mpf.testkit.KafkaProbe;
import eu.mpf.testkit.MpfTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
class AmendmentsTest {

    @Test
    @Tag("P3")
    void everyMoveIsKeptWithItsReasonAndItsDate() {
        JsonPath project = Portfolio.project(Portfolio.code("MOVES"), Map.of("effectiveOn", "2021-01-01"));
        project = Portfolio.moved(project, "contract", "2021-02-01");
        project = amended(project, "OTHER", "2021-03-01", Map.of("activities", List.of("training")));
        project = move(project, "terminate", "2021-04-01", "The partner withdrew");

        Api.anonymous()
                .queryParam("change", "STATUS")
                .get("/v1/projects/{id}/versions", project.getString("id"))
                .then()
                .statusCode(200)
                .body("items.project.status", contains("TERMINATED", "CONTRACTED"))
                .body("items.reason", contains("The partner withdrew", "As agreed"))
                .body("items.validFrom", contains("2021-04-01", "2021-02-01"));
    }

    @Test
    @Tag("P9")
    void extensionBudgetAndChangeOfLeadAreVersionsThatCanBeReadAndCompared() {
        String first = Portfolio.code("LEAD");
        String second = Portfolio.code("LEAD");
        Portfolio.organisation(first, "First lead " + first);
        Portfolio.organisation(second, "Second lead " + second);
        JsonPath project = Portfolio.project(
                Portfolio.code("VERSIONS"),
                Map.of(
                        "effectiveOn", "2021-01-01",
                        "startDate", "2021-01-01",
                        "endDate", "2022-12-31",
                        "leadOrganisation", first,
                        "budget", Map.of("total", euro("1000.00"), "euShare", euro("900.00"))));
        project = Portfolio.moved(project, "contract", "2021-01-02");
        project = amended(project, "EXTENSION", "2022-06-01", Map.of("endDate", "2023-06-30"));
        project = amended(project, "BUDGET", "2022-07-01", Map.of("budget", Map.of("total", euro("1200.00"))));
        project = amended(project, "CHANGE_OF_LEAD", "2022-08-01", Map.of("leadOrganisation", second));
        String id = project.getString("id");

        Api.anonymous()
                .get("/v1/projects/{id}/versions", id)
                .then()
                .body("items.change", contains("CHANGE_OF_LEAD", "BUDGET", "EXTENSION", "STATUS", "REGISTERED"));
        compared(id, 3, 2)
                .body("comparison.with", equalTo(2))
                .body("comparison.differences.pointer", contains("/endDate"))
                .body("comparison.differences[0].before", equalTo("2022-12-31"))
                .body("comparison.differences[0].after", equalTo("2023-06-30"));
        compared(id, 4, 3)
                .body("comparison.differences.pointer", contains("/budget/rate", "/budget/total/amount"))
                .body("comparison.differences[1].before", equalTo("1000.00"));
        compared(id, 1, 5)
                .body("project.leadOrganisation", equalTo(first))
                .body(
                        "comparison.differences.pointer",
                        hasItems("/endDate", "/leadOrganisation", "/leadName", "/status"));
        compared(id, 2, 2).body("comparison.differences", empty());
        Api.anonymous()
                .queryParam("compareWith", 99)
                .get("/v1/projects/{id}/versions/1", id)
                .then()
                .statusCode(404);
    }

    @Test
    @Tag("P9")
    void aComparisonShowsThePublicNoMoneyThatIsNotPublic() {
        JsonPath project = Portfolio.project(
                Portfolio.code("HIDDEN"),
                Map.of(
                        "moneyPublic", false,
                        "budget", Map.of("total", euro("1000.00")),
                        "inKind", List.of(Map.of("what", "boat", "quantity", 1, "value", euro("5.00")))));
        Portfolio.patch(project, Map.of("budget", Map.of("total", euro("2000.00"))))
                .then()
                .statusCode(200);
        String id = project.getString("id");

        compared(id, 2, 1)
                .body("comparison.differences", empty())
                .body("project.budget", nullValue())
                .body("project.inKind[0].what", equalTo("boat"))
                .body("project.inKind[0].value", nullValue());
        Api.as("finance-officer")
                .queryParam("compareWith", 1)
                .get("/v1/projects/{id}/versions/2", id)
                .then()
                .statusCode(200)
                .body("comparison.differences.pointer", contains("/budget/total/amount"))
                .body("project.inKind[0].value.amount", equalTo("5.00"));
    }

    @Test
    @Tag("P9")
    void anAmendmentDoesWhatItIsCalledAndNothingElse() {
        JsonPath project = Portfolio.project(
                Portfolio.code("KINDS"),
                Map.of("effectiveOn", "2021-01-01", "startDate", "2021-01-01", "endDate", "2022-12-31"));

        amend(project, "EXTENSION", "2021-06-01", Map.of("endDate", "2022-11-30"))
                .then()
                .statusCode(400)
                .body("errors.code", contains("not-later"));
        amend(project, "EXTENSION", "2021-06-01", Map.of("endDate", "2023-11-30", "fund", "AMIF", "acronym", "X"))
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/changes/fund", "/changes/acronym"));
        amend(project, "CHANGE_OF_LEAD", "2021-06-01", Map.of("memberStates", List.of("LV")))
                .then()
                .statusCode(400)
                .body("errors.code", contains("same-lead"));
        amend(project, "OTHER", "2021-06-01", Map.of("endDate", "2022-12-31"))
                .then()
                .statusCode(400)
                .body("errors.code", contains("nothing-changes"));

        project = move(project, "terminate", "2021-06-01", "Never began");
        amend(project, "OTHER", "2021-07-01", Map.of("acronym", "LATE"))
                .then()
                .statusCode(409)
                .body("code", equalTo("amendment-too-late"));
    }

    @Test
    @Tag("P8")
    void aProjectAndItsFollowOnPhasesAreOneChainFromWhicheverItIsRead() {
        String first = Portfolio.code("PHASE");
        String second = Portfolio.code("PHASE");
        String third = Portfolio.code("PHASE");
        Portfolio.project(first, Map.of());
        JsonPath middle = Portfolio.project(second, Map.of("predecessor", first));
        Portfolio.project(third, Map.of("predecessor", second));

        Api.anonymous()
                .get("/v1/projects/{id}/succession", middle.getString("id"))
                .then()
                .statusCode(200)
                .body("items.code", contains(first, second, third));
    }

    @Test
    @Tag("P19")
    void aDialogueLivesTheSameLifeWithoutAGrantee() {
        String lead = Portfolio.code("LEAD");
        Portfolio.organisation(lead, "Dialogue lead " + lead);
        JsonPath project = Portfolio.project(
                Portfolio.code("PROCESS"),
                Map.of(
                        "kind",
                        "DIALOGUE",
                        "leadOrganisation",
                        lead,
                        "effectiveOn",
                        "2021-01-01",
                        "region",
                        "silk-routes"));
        project = Portfolio.moved(project, "contract", "2021-02-01");
        project = Portfolio.moved(project, "start", "2021-03-01");

        assertThat(project.getString("granteeStanding")).isEqualTo("NONE");
        for (String kind : List.of("TECHNICAL_ASSISTANCE", "DIRECT_IMPLEMENTATION")) {
            Portfolio.project(Portfolio.code("ACTION"), Map.of("kind", kind));
        }
        Api.anonymous()
                .queryParam("kind", "DIALOGUE")
                .queryParam("lead", lead)
                .get("/v1/projects")
                .then()
                .body("items.code", contains(project.getString("code")));
        Api.anonymous()
                .queryParam("pageSize", 200)
                .get("/v1/grantees")
                .then()
                .statusCode(200)
                .body("items.code", not(hasItem(lead)));
    }

    @Test
    @Tag("P3")
    void granteesAreDerivedFromTheirProjectsAndEveryChangeIsTold() {
        String lead = Portfolio.code("GRANTEE");
        Portfolio.organisation(lead, "Grantee " + lead);
        JsonPath project = Portfolio.project(
                Portfolio.code("GRANT"), Map.of("leadOrganisation", lead, "effectiveOn", "2021-01-01"));
        grantees(null).body("items.code", not(hasItem(lead)));
        project = Portfolio.moved(project, "contract", "2021-02-01");
        grantees("CURRENT")
                .body(
                        "items.find { it.code == '%s' }.currentProjects".formatted(lead),
                        contains(project.getString("code")));
        project = Portfolio.moved(project, "start", "2021-03-01");
        project = Portfolio.moved(project, "close", "2021-04-01");
        grantees("CURRENT").body("items.code", not(hasItem(lead)));
        grantees("PAST")
                .body("items.find { it.code == '%s' }.standing".formatted(lead), equalTo("PAST"))
                .body(
                        "items.find { it.code == '%s' }.pastProjects".formatted(lead),
                        contains(project.getString("code")));

        String id = project.getString("id");
        var told = new KafkaProbe()
                .awaitAll("mpf.projects.project.v1", event -> event.subject().equals(id), 4);
        told.forEach(EventSchemas::validate);
        assertThat(told)
                .extracting(event -> event.data().path("granteeStanding").asText())
                .containsExactly("NONE", "CURRENT", "CURRENT", "PAST");
    }

    private static ValidatableResponse grantees(String standing) {
        var request = Api.anonymous().queryParam("pageSize", 200).queryParam("country", "PT");
        return (standing == null ? request : request.queryParam("standing", standing))
                .get("/v1/grantees")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse compared(String id, int version, int with) {
        return Api.anonymous()
                .queryParam("compareWith", with)
                .get("/v1/projects/{id}/versions/{version}", id, version)
                .then()
                .statusCode(200);
    }

    private static JsonPath move(JsonPath project, String verb, String on, String reason) {
        return Portfolio.verb(project, verb, Map.of("effectiveOn", on, "reason", reason))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static JsonPath amended(JsonPath project, String kind, String on, Map<String, ?> changes) {
        return amend(project, kind, on, changes)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Response amend(JsonPath project, String kind, String on, Map<String, ?> changes) {
        return Portfolio.verb(
                project, "amend", Map.of("kind", kind, "effectiveOn", on, "reason", "Agreed", "changes", changes));
    }

    private static Map<String, String> euro(String amount) {
        return Map.of("amount", amount, "currency", "EUR");
    }
}
