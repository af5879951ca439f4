package eu.mpf.projects.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import eu.mpf.projects.Portfolio;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.EventSchemas;
import eu.mpf.testkit.KafkaProbe;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.PublishedEvent;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("P1")
class ProjectsTest {

    private static final String TOPIC = "mpf.projects.project.v1";

    @Test
    void livesFromPlannedToClosedAndTellsOthersEachTime() {
        JsonPath project = Portfolio.project(Portfolio.code("LIFE"), Map.of("effectiveOn", "2021-01-01"));
        assertThat(project.getString("status")).isEqualTo("PLANNED");
        assertThat(project.getString("granteeStanding")).isEqualTo("NONE");
        project = Portfolio.moved(project, "contract", "2021-02-01");
        assertThat(project.getString("granteeStanding")).isEqualTo("CURRENT");
        project = Portfolio.moved(project, "start", "2021-03-01");
        project = Portfolio.moved(project, "suspend", "2021-04-01");
        project = Portfolio.moved(project, "resume", "2021-05-01");
        project = Portfolio.moved(project, "close", "2022-05-01");

        assertThat(project.getString("granteeStanding")).isEqualTo("PAST");
        String id = project.getString("id");
        List<PublishedEvent> events =
                new KafkaProbe().awaitAll(TOPIC, event -> event.subject().equals(id), 6);
        assertThat(events).extracting(PublishedEvent::sequence).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        events.forEach(EventSchemas::validate);
        Api.anonymous()
                .get("/v1/projects/{id}/versions", id)
                .then()
                .statusCode(200)
                .body(
                        "items.project.status",
                        contains("CLOSED", "RUNNING", "SUSPENDED", "RUNNING", "CONTRACTED", "PLANNED"))
                .body(
                        "items.validFrom",
                        contains("2022-05-01", "2021-05-01", "2021-04-01", "2021-03-01", "2021-02-01", "2021-01-01"))
                .body("items.validTo[1]", equalTo("2022-04-30"));
    }

    @Test
    void refusesMovesTheStatusDoesNotAllow() {
        JsonPath project = Portfolio.project(Portfolio.code("MOVE"), Map.of());

        Portfolio.verb(project, "close", Map.of()).then().statusCode(409).body("code", equalTo("illegal-transition"));
        Portfolio.verb(project, "terminate", Map.of())
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/reason"));
        Portfolio.verb(project, "contract", Map.of("effectiveOn", "2999-01-01"))
                .then()
                .statusCode(400);
        Portfolio.verb(project, "contract", Map.of("effectiveOn", "1999-01-01"))
                .then()
                .statusCode(409)
                .body("code", equalTo("effective-date-too-early"));
        Api.as("programme-officer")
                .contentType(ContentType.JSON)
                .body(Map.of())
                .urlEncodingEnabled(false)
                .post("/v1/projects/{id}:contract", project.getString("id"))
                .then()
                .statusCode(428);
        Api.as("partner")
                .header("If-Match", "\"1\"")
                .contentType(ContentType.JSON)
                .body(Map.of())
                .urlEncodingEnabled(false)
                .post("/v1/projects/{id}:contract", project.getString("id"))
                .then()
                .statusCode(403);
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        Portfolio.register(
                        Portfolio.code("WRONG"),
                        Map.of(
                                "leadOrganisation", "NOBODY",
                                "themes", List.of("cookery"),
                                "memberStates", List.of("CH"),
                                "partnerCountries", List.of("Atlantis"),
                                "startDate", "2022-01-01",
                                "endDate", "2021-01-01",
                                "budget", Map.of("total", euro("10.00"), "euShare", euro("11.00"))))
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/leadOrganisation",
                                "/themes/0",
                                "/memberStates/0",
                                "/partnerCountries/0",
                                "/endDate",
                                "/budget/euShare"));
        Portfolio.register(Portfolio.code("WRONG"), Map.of("colour", "blue"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/colour"));
    }

    @Test
    void findsByFilterAndSort() {
        String lead = Portfolio.code("LEAD");
        Portfolio.organisation(lead, "A lead of its own");
        Portfolio.project(
                Portfolio.code("B"),
                Map.of("leadOrganisation", lead, "startDate", "2020-01-01", "themes", List.of("asylum")));
        Portfolio.project(
                Portfolio.code("A"),
                Map.of("leadOrganisation", lead, "startDate", "2021-01-01", "partnerCountries", List.of("MA", "TN")));

        Api.anonymous()
                .queryParam("lead", lead)
                .queryParam("orderBy", "startDate desc")
                .queryParam("count", true)
                .get("/v1/projects")
                .then()
                .statusCode(200)
                .body("items.startDate", contains("2021-01-01", "2020-01-01"))
                .body("items[0].leadName", equalTo("A lead of its own"))
                .body("count.count", equalTo(2));
        Api.anonymous()
                .queryParam("lead", lead)
                .queryParam("theme", "asylum")
                .get("/v1/projects")
                .then()
                .body("items.size()", equalTo(1));
        Api.anonymous()
                .queryParam("lead", lead)
                .queryParam("country", "Morocco")
                .queryParam("startedAfter", "2020-06-01")
                .get("/v1/projects")
                .then()
                .body("items.size()", equalTo(1));
        Api.anonymous().queryParam("leed", lead).get("/v1/projects").then().statusCode(400);
        String token = Api.anonymous()
                .queryParam("lead", lead)
                .queryParam("pageSize", 1)
                .get("/v1/projects")
                .path("nextPageToken");
        Api.anonymous()
                .queryParam("lead", lead)
                .queryParam("pageSize", 1)
                .queryParam("pageToken", token)
                .get("/v1/projects")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body("nextPageToken", nullValue());
    }

    @Test
    void draftsAreInvisibleToThePublicAndTellNobody() {
        JsonPath draft = Portfolio.project(Portfolio.code("DRAFT"), Map.of("visibility", "DRAFT"));
        String id = draft.getString("id");

        Api.anonymous().get("/v1/projects/{id}", id).then().statusCode(404);
        Api.as("applicant-lv").get("/v1/projects/{id}", id).then().statusCode(404);
        Api.anonymous()
                .queryParam("code", draft.getString("code"))
                .get("/v1/projects")
                .then()
                .body("items.size()", equalTo(0));
        Api.as("auditor").get("/v1/projects/{id}", id).then().statusCode(200);

        Portfolio.patch(draft, Map.of("visibility", "PUBLISHED")).then().statusCode(200);
        Api.anonymous().get("/v1/projects/{id}", id).then().statusCode(200);
        var first = new KafkaProbe().await(TOPIC, event -> event.subject().equals(id));
        assertThat(first.type()).isEqualTo("eu.mpf.projects.project.registered.v1");
        assertThat(first.sequence()).isEqualTo(2);
    }

    @Test
    void theBodyThatLeadsADraftReadsItWhereverProjectsAreReadAndOtherBodiesDoNot() {
        String lead = Portfolio.code("PT-OWN-DRAFT");
        Portfolio.organisation(lead, "Body " + lead);
        JsonPath draft = Portfolio.project(
                Portfolio.code("DRAFT"),
                Map.of(
                        "visibility",
                        "DRAFT",
                        "leadOrganisation",
                        lead,
                        "moneyPublic",
                        false,
                        "budget",
                        Map.of("total", euro("1000.00"))));
        String id = draft.getString("id");
        Supplier<RequestSpecification> own = () -> Portfolio.asLead(lead);
        Supplier<RequestSpecification> other = () -> Portfolio.asLead("SOMEBODY-ELSE");

        for (String path : List.of(
                "",
                "/versions",
                "/versions/1",
                "/succession",
                "/documents",
                "/reports",
                "/classifications",
                "/results")) {
            own.get().get("/v1/projects/" + id + path).then().statusCode(200);
            other.get().get("/v1/projects/" + id + path).then().statusCode(404);
        }
        own.get().get("/v1/projects/{id}", id).then().body("budget.total.amount", equalTo("1000.00"));
        own.get().get("/v1/projects/{id}/versions", id).then().body("items.size()", equalTo(1));
        String list = "/v1/projects?code=" + draft.getString("code");
        own.get().get(list).then().body("items.id", contains(id));
        other.get().get(list).then().body("items.size()", equalTo(0));
        own.get()
                .accept("text/csv")
                .get(list)
                .then()
                .statusCode(200)
                .body(containsString(draft.getString("code")), containsString("1000.00"));
        other.get()
                .accept("text/csv")
                .get(list)
                .then()
                .statusCode(200)
                .body(not(containsString(draft.getString("code"))));
    }

    @Test
    void moneyIsForStaffUntilItIsPublic() {
        JsonPath project = Portfolio.project(
                Portfolio.code("MONEY"), Map.of("moneyPublic", false, "budget", Map.of("total", euro("1000.00"))));
        String id = project.getString("id");

        Api.anonymous().get("/v1/projects/{id}", id).then().body("budget", nullValue());
        Api.as("finance-officer").get("/v1/projects/{id}", id).then().body("budget.total.amount", equalTo("1000.00"));
        Portfolio.verb(project, "contract", Map.of()).then().statusCode(200);
        Api.anonymous().get("/v1/projects/{id}", id).then().body("budget.total.amount", equalTo("1000.00"));
    }

    @Test
    void aFinanceOfficerCorrectsMoneyAndNothingElse() {
        JsonPath project = Portfolio.project(Portfolio.code("FIN"), Map.of());
        Api.as("finance-officer")
                .header("If-Match", "\"1\"")
                .contentType("application/merge-patch+json")
                .body(Map.of("title", Map.of("en", "Mine")))
                .patch("/v1/projects/{id}", project.getString("id"))
                .then()
                .statusCode(403);
        Api.as("finance-officer")
                .header("If-Match", "\"1\"")
                .contentType("application/merge-patch+json")
                .body(Map.of("budget", Map.of("total", euro("50.00"), "euShare", euro("25.00"))))
                .patch("/v1/projects/{id}", project.getString("id"))
                .then()
                .statusCode(200)
                .body("budget.rate", equalTo("50.00"))
                .body("budget.rateBasis", equalTo("DERIVED"));
    }

    @Test
    void anAmendmentHoldsFromItsDayAndTheFormerVersionStaysReadable() {
        JsonPath project = Portfolio.project(
                Portfolio.code("AMEND"),
                Map.of("effectiveOn", "2021-12-01", "startDate", "2021-12-01", "endDate", "2024-11-30"));
        Portfolio.verb(
                        project,
                        "amend",
                        Map.of(
                                "kind",
                                "EXTENSION",
                                "effectiveOn",
                                "2024-10-01",
                                "reason",
                                "Corrigendum",
                                "changes",
                                Map.of("endDate", "2025-05-31")))
                .then()
                .statusCode(200)
                .body("endDate", equalTo("2025-05-31"));

        endDateAsOf(project, "2024-09-30", "2024-11-30");
        endDateAsOf(project, "2024-10-01", "2025-05-31");
        Api.anonymous()
                .queryParam("code", project.getString("code"))
                .queryParam("asOf", "2021-11-30")
                .get("/v1/projects")
                .then()
                .body("items.size()", equalTo(0));
        Api.anonymous()
                .get("/v1/projects/{id}/versions/1", project.getString("id"))
                .then()
                .statusCode(200)
                .body("project.endDate", equalTo("2024-11-30"));
    }

    @Test
    void aCorrectionTakesOverTheDaysOfWhatWasWrong() {
        JsonPath project =
                Portfolio.project(Portfolio.code("CORR"), Map.of("effectiveOn", "2020-01-01", "endDate", "2022-12-31"));
        Portfolio.patch(project, Map.of("endDate", "2023-12-31")).then().statusCode(200);

        endDateAsOf(project, "2020-01-01", "2023-12-31");
        Api.anonymous()
                .get("/v1/projects/{id}/versions", project.getString("id"))
                .then()
                .body("items.change", contains("CORRECTION", "REGISTERED"))
                .body("items[1].validFrom", nullValue())
                .body("items[1].project.endDate", equalTo("2022-12-31"));
        Portfolio.patch(project, Map.of("endDate", "2024-12-31")).then().statusCode(412);
    }

    @Test
    void aPatchTakesNoTitleAway() {
        JsonPath project = Portfolio.project(Portfolio.code("PATCH"), Map.of("region", "silk-routes"));
        Portfolio.patch(project, java.util.Collections.singletonMap("title", null))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/title"));
        Portfolio.patch(project, java.util.Collections.singletonMap("region", null))
                .then()
                .statusCode(200)
                .body("region", nullValue());
        Portfolio.patch(project, Map.of("visibility", "SECRET")).then().statusCode(400);
    }

    @Test
    @Tag("P8")
    void phasesFormAChain() {
        JsonPath one = Portfolio.project(Portfolio.code("PHASE"), Map.of());
        JsonPath two = Portfolio.project(Portfolio.code("PHASE"), Map.of("predecessor", one.getString("code")));
        JsonPath three = Portfolio.project(Portfolio.code("PHASE"), Map.of("predecessor", two.getString("code")));

        for (JsonPath any : List.of(one, two, three)) {
            Api.anonymous()
                    .get("/v1/projects/{id}/succession", any.getString("id"))
                    .then()
                    .statusCode(200)
                    .body(
                            "items.code",
                            contains(one.getString("code"), two.getString("code"), three.getString("code")));
        }
        Portfolio.patch(one, Map.of("predecessor", three.getString("code")))
                .then()
                .statusCode(409)
                .body("code", equalTo("succession-cycle"));
    }

    @Test
    void everyWriteLeavesAnAuditEntry() {
        JsonPath project = Portfolio.project(Portfolio.code("AUDIT"), Map.of());
        assertThat(eu.mpf.testkit.Sql.count(
                        "SELECT count(*) FROM audit_entry WHERE object_id = ? AND action = 'project.registered'",
                        project.getString("id")))
                .isEqualTo(1);
    }

    /** F6: the lead was renamed and succeeded; either name finds the project. */
    @Test
    void f6LeadBodyRenamedIsFoundByEitherName() {
        JsonPath former = Portfolio.organisation(Portfolio.code("PT-ACM"), "Wombat Commission for Migration");
        JsonPath later = Portfolio.organisation(Portfolio.code("PT-AIMA"), "Agency Echidna");
        JsonPath project =
                Portfolio.project(Portfolio.code("COOP"), Map.of("leadOrganisation", former.getString("code")));
        Api.as("programme-officer")
                .header("If-Match", "\"1\"")
                .contentType(ContentType.JSON)
                .body(Map.of("successor", later.getString("code"), "effectiveOn", "2023-10-29"))
                .urlEncodingEnabled(false)
                .post("/v1/organisations/{id}:succeed", former.getString("id"))
                .then()
                .statusCode(200);

        for (String name : List.of("wombat", "Echidna")) {
            Api.anonymous()
                    .queryParam("q", name)
                    .get("/v1/projects")
                    .then()
                    .statusCode(200)
                    .body("items.id", hasItem(project.getString("id")));
        }
    }

    /** F8: diacritics and hyphens do not hide a text. */
    @Test
    void f8SearchIgnoresDiacriticsCaseAndHyphens() {
        JsonPath project = Portfolio.project(Portfolio.code("F8"), Map.of("leadName", "Škarnulis and Sa-Carvalho"));
        for (String q : List.of("skarnulis", "sa carvalho", "ŠKARNULIS")) {
            Api.anonymous()
                    .queryParam("q", q)
                    .get("/v1/projects")
                    .then()
                    .body("items.id", hasItem(project.getString("id")));
        }
    }

    /** F10: one acronym spelled two ways is one project, found by both. */
    @Test
    void f10AcronymSpelledTwoWaysIsOneProject() {
        JsonPath project = Portfolio.project(
                Portfolio.code("F10"),
                Map.of("acronym", "Coop4Bandicoot", "acronymVariants", List.of("Coop4Bandicoot", "Coop4-Bandicut")));
        for (String q : List.of("coop4bandicoot", "Coop4-Bandicut")) {
            Api.anonymous()
                    .queryParam("q", q)
                    .get("/v1/projects")
                    .then()
                    .body("items.id", contains(project.getString("id")));
        }
    }

    /** F14: a listed country where nothing took place stays, with a note. */
    @Test
    void f14CountryWhereNothingTookPlaceIsKeptWithANote() {
        JsonPath project = Portfolio.project(
                Portfolio.code("HOMERE"),
                Map.of(
                        "partnerCountries", List.of("EG", "MA", "TN"),
                        "notes",
                                List.of(Map.of(
                                        "country", "EG", "note", Map.of("en", "No placement took place in Egypt")))));
        Api.anonymous()
                .get("/v1/projects/{id}", project.getString("id"))
                .then()
                .body("partnerCountries", hasItem("EG"))
                .body("notes[0].country", equalTo("EG"));
    }

    /** F15: a region instead of a country. */
    @Test
    void f15RegionInsteadOfACountryIsAccepted() {
        Portfolio.register(
                        Portfolio.code("DIALOGUE"),
                        Map.of("kind", "DIALOGUE", "region", "eastern-partnership", "partnerCountries", List.of()))
                .then()
                .statusCode(201)
                .body("region", equalTo("eastern-partnership"))
                .body("kind", equalTo("DIALOGUE"));
    }

    /** F17 over HTTP: the exact edge of the maximum rate passes, one cent more fails. */
    @Test
    void f17EdgeOfTheMaximumRate() {
        for (var edge : Map.of("169587.27", 201, "169587.28", 400).entrySet()) {
            Portfolio.register(
                            Portfolio.code("EDGE"),
                            Map.of(
                                    "budget",
                                    Map.of(
                                            "total",
                                            euro("178512.92"),
                                            "euShare",
                                            euro(edge.getKey()),
                                            "maximumRate",
                                            "95")))
                    .then()
                    .statusCode(edge.getValue());
        }
    }

    /** F18: aliases of countries are accepted, one code is stored. */
    @Test
    void f18CountryAliasesBecomeOneCode() {
        Portfolio.register(
                        Portfolio.code("ALIAS"),
                        Map.of(
                                "memberStates", List.of("EL", "GR"),
                                "partnerCountries",
                                        List.of("UK", "XK", "Cape Verde", "Cabo Verde", "Turkey", "Türkiye")))
                .then()
                .statusCode(201)
                .body("memberStates", contains("GR"))
                .body("partnerCountries", contains("GB", "XK", "CV", "TR"));
    }

    @Test
    @Tag("P2")
    void inKindGoodsAreNoMoney() {
        JsonPath giver = Portfolio.organisation(Portfolio.code("LV"), "Giver");
        JsonPath taker = Portfolio.organisation(Portfolio.code("GE"), "Taker");
        Portfolio.register(
                        Portfolio.code("KIND"),
                        Map.of(
                                "beneficiaries", List.of(taker.getString("code")),
                                "inKind",
                                        List.of(Map.of(
                                                "what",
                                                "helicopter",
                                                "quantity",
                                                1,
                                                "from",
                                                giver.getString("code"),
                                                "to",
                                                taker.getString("code")))))
                .then()
                .statusCode(201)
                .body("inKind[0].what", equalTo("helicopter"))
                .body("budget", nullValue());
    }

    @Test
    void codesAreUniqueAndMadeFromTheAcronymIfAbsent() {
        String code = Portfolio.code("UNIQUE");
        Portfolio.project(code, Map.of());
        Portfolio.register(code, Map.of()).then().statusCode(409).body("code", equalTo("code-taken"));
        Api.as("programme-officer")
                .contentType(ContentType.JSON)
                .body(Map.of("title", Map.of("en", "Någon Title"), "acronym", "Någ On"))
                .post("/v1/projects")
                .then()
                .statusCode(201)
                .body("code", equalTo("NAG-ON"));
    }

    @Test
    void readsWithTheVersionAreNotSentTwice() {
        JsonPath project = Portfolio.project(Portfolio.code("ETAG"), Map.of());
        Api.anonymous()
                .header("If-None-Match", "\"1\"")
                .get("/v1/projects/{id}", project.getString("id"))
                .then()
                .statusCode(304);
        Api.anonymous()
                .get("/v1/projects/{id}", "00000000-0000-7000-8000-000000000000")
                .then()
                .statusCode(404);
        Api.anonymous().get("/v1/projects/{id}", project.getString("id")).then().body("items", not(hasItem("x")));
    }

    @Test
    void aProjectLooksTheSameInAListAndAlone() {
        String lead = Portfolio.code("SAME");
        Portfolio.organisation(lead, "Leads");
        Map<String, Object> described = Map.ofEntries(
                Map.entry("title", Map.of("fr", "Frontières \"sûres\"", "en", "Safe borders")),
                Map.entry("summary", Map.of("fr", "Une ligne\nune autre")),
                Map.entry("acronymVariants", List.of("S-B")),
                Map.entry("leadOrganisation", lead),
                Map.entry("partners", List.of(Map.of("name", "A body of which we only know the name"))),
                Map.entry("partnerCountries", List.of("MA", "TN")),
                Map.entry("startDate", "2020-01-01"),
                Map.entry("budget", Map.of("total", euro("1000000"), "euShare", euro("944200.50"))),
                Map.entry("inKind", List.of(Map.of("what", "boat", "quantity", 2, "value", euro("5")))),
                Map.entry("notes", List.of(Map.of("country", "MA", "note", Map.of("fr", "Rien")))),
                Map.entry("bindingLanguage", "fr"));
        for (boolean moneyPublic : List.of(true, false)) {
            Map<String, Object> body = new HashMap<>(described);
            body.put("moneyPublic", moneyPublic);
            String code = Portfolio.code("SAME");
            String id = Portfolio.project(code, body).getString("id");
            for (Supplier<RequestSpecification> reader : List.<Supplier<RequestSpecification>>of(
                    Api::anonymous, () -> Api.as("programme-officer"), () -> Portfolio.asLead(lead))) {
                Map<String, Object> alone =
                        reader.get().get("/v1/projects/{id}", id).jsonPath().getMap("");
                assertThat(reader.get()
                                .queryParam("code", code)
                                .get("/v1/projects")
                                .jsonPath()
                                .getList("items"))
                        .containsExactly(alone);
                assertThat(reader.get()
                                .queryParam("code", code)
                                .queryParam("fields", "budget.total,version")
                                .get("/v1/projects")
                                .jsonPath()
                                .getMap("items[0]"))
                        .containsEntry("version", 1)
                        .doesNotContainKey("title");
            }
        }
    }

    private static void endDateAsOf(JsonPath project, String day, String endDate) {
        Api.anonymous()
                .queryParam("code", project.getString("code"))
                .queryParam("asOf", day)
                .get("/v1/projects")
                .then()
                .statusCode(200)
                .body("items.endDate", contains(endDate));
    }

    private static Map<String, String> euro(String amount) {
        return Map.of("amount", amount, "currency", "EUR");
    }
}
