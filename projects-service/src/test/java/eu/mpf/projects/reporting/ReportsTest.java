package eu.mpf.projects.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import eu.mpf.projects.Portfolio;
import eu.mpf.projects.project.Today;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.EventSchemas;
import eu.mpf.testkit.KafkaProbe;
import eu.mpf.testkit.Mailbox;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import eu.mpf.web.subject.PersonHash;
import eu.mpf.web.subject.RetentionRule;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("P11")
class ReportsTest {

    @Inject
    @Any
    Instance<RetentionRule> rules;

    @Inject
    ReminderService reminders;

    @Inject
    ReportingContacts contacts;

    @Inject
    PersonHash hashes;

    @Test
    void theContractMakesTheScheduleAndAnExtensionMovesWhatIsOpen() {
        String lead = lead();
        JsonPath project = grant(lead, "2021-01-01", "2022-12-31");
        String id = project.getString("id");
        assertThat(reports(id)).hasSize(2);
        JsonPath interim = report(id, "INTERIM", 1);
        assertThat(interim.getString("dueOn")).isEqualTo("2022-03-01");
        submit(lead, id, write(lead, id, interim, Map.of("summary", Map.of("en", "First year"))));

        Portfolio.verb(
                        project,
                        "amend",
                        Map.of(
                                "kind", "EXTENSION",
                                "effectiveOn", "2022-06-01",
                                "reason", "Amendment 1",
                                "changes", Map.of("endDate", "2023-06-30")))
                .then()
                .statusCode(412);
        project = Api.anonymous().get("/v1/projects/{id}", id).jsonPath();
        Portfolio.verb(
                        project,
                        "amend",
                        Map.of(
                                "kind", "EXTENSION",
                                "effectiveOn", "2022-06-01",
                                "reason", "Amendment 1",
                                "changes", Map.of("endDate", "2023-06-30")))
                .then()
                .statusCode(200);

        assertThat(reports(id)).hasSize(3);
        assertThat(report(id, "INTERIM", 1).getString("status")).isEqualTo("SUBMITTED");
        assertThat(report(id, "FINAL", 1).getString("dueOn")).isEqualTo("2023-09-28");
        assertThat(report(id, "INTERIM", 2).getString("periodTo")).isEqualTo("2022-12-31");
    }

    @Test
    @Tag("X12")
    void whatWasNeverAcceptedLosesItsWordsFiveYearsAfterTheEndUnlessMoneyIsAskedBack() {
        String lead = lead();
        String id = grant(lead, "2021-01-01", "2021-12-31").getString("id");
        indicator(id, "officers-trained", "0", "120");
        JsonPath report = write(
                lead,
                id,
                report(id, "FINAL", 1),
                Map.of(
                        "summary", en("Anna Kalnina trained them all"),
                        "results",
                                List.of(Map.of("indicator", "officers-trained", "value", "85", "note", "says Anna"))));
        UUID reportId = UUID.fromString(report.getString("id"));
        RetentionRule rule = rules.stream()
                .filter(each -> each.purpose().equals("reporting"))
                .findFirst()
                .orElseThrow();
        assertThat(rule.period()).isEqualTo(Period.ofYears(5));
        letGo(rule, LocalDate.of(2021, 12, 31));
        assertThat(words(reportId)).isEqualTo(1);

        Sql.execute(
                "INSERT INTO project_account (project_id, currency, committed) VALUES (?, 'EUR', 100)"
                        + " ON CONFLICT DO NOTHING",
                UUID.fromString(id));
        Sql.execute("""
                INSERT INTO recovery (id, version, project_id, status, amount, currency, reason, ordered_on, created_at,
                    updated_at) VALUES (?, 1, ?, 'ORDERED', 10, 'EUR', 'Ineligible costs', '2022-01-01', now(), now())""", UUID.randomUUID(), UUID.fromString(id));
        letGo(rule, LocalDate.of(2022, 1, 1));
        assertThat(words(reportId)).as("held").isEqualTo(1);

        Sql.execute("UPDATE recovery SET status = 'CANCELLED' WHERE project_id = ?", UUID.fromString(id));
        letGo(rule, LocalDate.of(2022, 1, 1));
        assertThat(words(reportId)).isZero();
        assertThat(Sql.value(String.class, "SELECT content #>> '{results,0,value}' FROM report WHERE id = ?", reportId))
                .isEqualTo("85");
        assertThat(report(id, "FINAL", 1).getString("status")).isEqualTo(report.getString("status"));
    }

    private static void letGo(RetentionRule rule, LocalDate before) {
        int records;
        do {
            records = QuarkusTransaction.requiringNew().call(() -> rule.letGo(before));
        } while (records > 0);
    }

    private static long words(UUID report) {
        return Sql.count("SELECT count(*) FROM report WHERE id = ? AND content::text LIKE '%Anna%'", report);
    }

    @Test
    @Tag("P12")
    void aReportIsWrittenSubmittedReturnedWithReasonsAndAccepted() {
        String lead = lead();
        String id = grant(lead, "2021-01-01", "2021-12-31").getString("id");
        indicator(id, "officers-trained", "0", "120");
        String address = "writer-" + lead.toLowerCase(java.util.Locale.ROOT) + "@grantee.example";
        plan(
                        id,
                        1,
                        Map.of(
                                "interimEveryMonths",
                                12,
                                "interimDueDays",
                                60,
                                "finalDueDays",
                                90,
                                "contact",
                                address,
                                "language",
                                "de"))
                .then()
                .statusCode(200);
        JsonPath report = report(id, "FINAL", 1);

        submitted(asLead(lead), id, report)
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/content/summary",
                                "/content/lessonsLearned",
                                "/content/sustainability",
                                "/content/ownership",
                                "/content/results"));
        report = write(
                lead,
                id,
                report,
                Map.of(
                        "summary", en("All trainings took place"),
                        "results", List.of(Map.of("indicator", "officers-trained", "value", "85")),
                        "successes", List.of(en("Joint patrols")),
                        "challenges", List.of(Map.of("what", en("Visas"), "response", en("Earlier requests"))),
                        "lessonsLearned", List.of(en("Book interpreters first")),
                        "sustainability", en("The academy took over the course"),
                        "ownership", en("The ministry pays the trainers")));
        report = submit(lead, id, report);
        Api.anonymous()
                .get("/v1/projects/{id}/reports", id)
                .then()
                .statusCode(200)
                .body("items", empty());
        patch(asLead(lead), id, report, Map.of("summary", en("Too late")))
                .then()
                .statusCode(409)
                .body("code", equalTo("report-closed"));

        report = verb(id, report, "return", Map.of("reasons", List.of("Lists are missing", "No photos")));
        assertThat(report.getList("reasons")).containsExactly("Lists are missing", "No photos");
        assertThat(Mailbox.awaitTo(address).subject()).startsWith("Erneut einzureichen: Abschlussbericht");
        report = submit(
                lead, id, write(lead, id, report, Map.of("successes", List.of(en("Joint patrols, lists attached")))));
        report = verb(id, report, "accept", null);

        assertThat(report.getString("status")).isEqualTo("ACCEPTED");
        Api.anonymous()
                .get("/v1/projects/{id}/reports", id)
                .then()
                .body("items[0].content.lessonsLearned[0].en", equalTo("Book interpreters first"))
                .body("items[0].content.ownership.en", equalTo("The ministry pays the trainers"))
                .body("items[0].reasons", empty());
        Api.anonymous()
                .get("/v1/projects/{id}/results", id)
                .then()
                .statusCode(200)
                .body("items[0].baseline.value", equalTo("0"))
                .body("items[0].target.value", equalTo("120"))
                .body("items[0].actual.value", equalTo("85"))
                .body("items[0].actual.measuredOn", equalTo("2021-12-31"))
                .body("items[0].actual.reportId", equalTo(report.getString("id")))
                .body("items[0].progress", equalTo("70.83"));
        List<eu.mpf.testkit.PublishedEvent> told = new KafkaProbe()
                .awaitAll(
                        "mpf.projects.project.v1",
                        event -> event.subject().equals(id) && event.type().contains(".report."),
                        3);
        told.forEach(EventSchemas::validate);
        assertThat(told)
                .extracting(eu.mpf.testkit.PublishedEvent::type)
                .containsExactly(
                        "eu.mpf.projects.report.submitted.v1",
                        "eu.mpf.projects.report.submitted.v1",
                        "eu.mpf.projects.report.accepted.v1");
        assertThat(told.getLast().data().toString()).doesNotContain("interpreters");
    }

    @Test
    @Tag("P12")
    void resultsKeepUnknownApartFromZero() {
        String id = Portfolio.project(Portfolio.code("RESULT"), Map.of()).getString("id");
        JsonPath unknown = indicator(id, "without-baseline", null, "10");
        measure(id, unknown, "0")
                .then()
                .statusCode(200)
                .body("progress", nullValue())
                .body("actual.value", equalTo("0"));
        JsonPath falling = indicator(id, "irregular-crossings", "200", "50");
        assertThat(falling.getString("actual")).isNull();
        falling = measure(id, falling, "125.5")
                .then()
                .statusCode(200)
                .body("progress", equalTo("49.67"))
                .extract()
                .jsonPath();
        measure(id, falling, "100").then().body("measurements.value", contains("100", "125.5"));

        Api.as("programme-officer")
                .contentType(ContentType.JSON)
                .body(Map.of("code", "without-baseline", "title", en("Again")))
                .post("/v1/projects/{id}/results", id)
                .then()
                .statusCode(409);
        Api.as("programme-officer")
                .header("If-Match", "\"1\"")
                .contentType("application/merge-patch+json")
                .body(Map.of("unit", "persons"))
                .patch("/v1/projects/{id}/results/{indicator}", id, unknown.getString("id"))
                .then()
                .statusCode(412);
        Api.as("programme-officer")
                .header("If-Match", "\"2\"")
                .contentType("application/merge-patch+json")
                .body(Map.of("baseline", Map.of("value", "5")))
                .patch("/v1/projects/{id}/results/{indicator}", id, unknown.getString("id"))
                .then()
                .statusCode(200)
                .body("progress", equalTo("-100.00"));
        Api.anonymous()
                .get("/v1/projects/{id}/results/{indicator}", id, falling.getString("id"))
                .then()
                .statusCode(200)
                .body("code", equalTo("irregular-crossings"))
                .body("measurements.value", contains("100", "125.5"));
    }

    @Test
    void reportsOfOthersAreNotThere() {
        String lead = lead();
        String id = grant(lead, "2021-01-01", "2021-12-31").getString("id");
        JsonPath report = report(id, "FINAL", 1);

        Api.as("applicant-lv")
                .get("/v1/projects/{id}/reports", id)
                .then()
                .statusCode(200)
                .body("items", empty());
        patch(Api.as("applicant-lv"), id, report, Map.of()).then().statusCode(404);
        submitted(Api.as("applicant-lv"), id, report).then().statusCode(404);
        Api.as("applicant-lv")
                .get("/v1/projects/{id}/reporting-plan", id)
                .then()
                .statusCode(404);
        Api.as("applicant-lv")
                .queryParam("dueBefore", "2030-01-01")
                .get("/v1/reports/due")
                .then()
                .statusCode(200)
                .body("items.projectId", not(hasItem(id)));
        Api.anonymous().get("/v1/reports/due").then().statusCode(401);
        String path = "/v1/projects/%s/reports/%s".formatted(id, report.getString("id"));
        Api.as("applicant-lv").get(path).then().statusCode(404);
        asLead(lead).get(path).then().statusCode(200).body("status", equalTo("DRAFT"));
        asLead(lead)
                .get("/v1/reports/due")
                .then()
                .body("items.projectId", contains(id))
                .body("items[0].late", equalTo(true));
    }

    @Test
    void whatIsDueAndLateIsListedOverThePortfolio() {
        String lead = lead();
        LocalDate today = Today.day();
        String late = grant(lead, "2021-01-01", today.minusDays(100).toString()).getString("id");
        String soon = grant(lead, "2021-01-01", today.minusDays(60).toString()).getString("id");
        String later = grant(lead, "2021-01-01", today.plusDays(60).toString()).getString("id");
        for (String id : List.of(late, soon, later)) {
            // Without interim reports only the final one is owed.
            plan(id, 1, Map.of("interimEveryMonths", 0, "interimDueDays", 0, "finalDueDays", 90))
                    .then()
                    .statusCode(200);
        }
        due(lead, Map.of()).body("items.projectId", contains(late, soon)).body("items.daysLate", contains(10, -30));
        due(lead, Map.of("late", true)).body("items.projectId", contains(late));
        due(lead, Map.of("late", false, "dueBefore", today.plusYears(1).toString()))
                .body("items.projectId", contains(soon, later));

        JsonPath project = Api.anonymous().get("/v1/projects/{id}", late).jsonPath();
        Portfolio.verb(project, "terminate", Map.of("reason", "It never began"))
                .then()
                .statusCode(200);
        due(lead, Map.of("late", true)).body("items", empty());
    }

    @Test
    void remindersGoOutOnceEachWhoeverLooks() throws Exception {
        String lead = lead();
        LocalDate due = LocalDate.of(2040, 6, 30);
        String id = grant(lead, "2038-01-01", "2040-04-01").getString("id");
        String address = lead.toLowerCase(java.util.Locale.ROOT) + "@grantee.example";
        plan(
                        id,
                        1,
                        Map.of(
                                "interimEveryMonths",
                                0,
                                "interimDueDays",
                                0,
                                "finalDueDays",
                                90,
                                "contact",
                                address,
                                "language",
                                "fr"))
                .then()
                .statusCode(200)
                .body("rule.contact", equalTo(address));

        for (int days : List.of(-31, -30, -30, -12, -7, 0, 1, 2, 14, 27, 28)) {
            twoInstances(due.plusDays(days));
        }

        assertThat(Sql.query("SELECT subject FROM mail_outbox WHERE recipient = ? ORDER BY id", address))
                .extracting(row -> row.get("subject"))
                .hasSize(4)
                .allSatisfy(subject -> assertThat(subject.toString()).contains("rapport final"));
        Mailbox.Message first = Mailbox.awaitTo(address);
        assertThat(first.text()).contains("30 juin 2040");
        JsonPath report = report(id, "FINAL", 1);
        Sql.execute("UPDATE report SET status = 'SUBMITTED' WHERE id = CAST(? AS uuid)", report.getString("id"));
        plan(id, 2, Map.of("interimEveryMonths", 0, "interimDueDays", 0, "finalDueDays", 91, "contact", address))
                .then()
                .statusCode(200);
        assertThat(reminders.remind(due.plusDays(2)))
                .as("nobody is reminded of what was handed in")
                .isZero();
    }

    /** Eight transactions at once look for the same reminders, as several replicas would. */
    private void twoInstances(LocalDate day) throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> looks = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                looks.add(() -> reminders.remind(day));
            }
            for (Future<Integer> look : threads.invokeAll(looks)) {
                look.get();
            }
        }
    }

    @Test
    void theAddressOfThoseRemindedIsNobodysBusiness() {
        String lead = lead();
        String id = grant(lead, "2021-01-01", "2021-12-31").getString("id");
        plan(
                        id,
                        1,
                        Map.of(
                                "interimEveryMonths",
                                6,
                                "interimDueDays",
                                30,
                                "finalDueDays",
                                60,
                                "contact",
                                "someone@grantee.example"))
                .then()
                .statusCode(200);

        assertThat(reports(id)).hasSize(2);
        Api.anonymous().get("/v1/projects/{id}/reporting-plan", id).then().statusCode(401);
        Api.as("partner").get("/v1/projects/{id}/reporting-plan", id).then().statusCode(403);
        asLead(lead)
                .get("/v1/projects/{id}/reporting-plan", id)
                .then()
                .statusCode(200)
                .body("rule.interimEveryMonths", equalTo(6));
        plan(id, 1, Map.of("interimEveryMonths", 61, "interimDueDays", 0, "finalDueDays", 0))
                .then()
                .statusCode(400);
        plan(id, 1, Map.of("interimEveryMonths", 6, "interimDueDays", 0, "finalDueDays", 0))
                .then()
                .statusCode(412);
        assertThat(Sql.count(
                        "SELECT count(*) FROM audit_entry WHERE object_id = ? AND after::text LIKE '%someone@%'", id))
                .isZero();
    }

    @Test
    @Tag("X12")
    void theAddressGoesWhenItsPersonAsksForItOrItWasKeptLongEnough() {
        Map<String, ?> rule = Map.of(
                "interimEveryMonths", 0, "interimDueDays", 0, "finalDueDays", 90, "contact", "Asks.Me@Grantee.Example");
        String id = grant(lead(), "2021-01-01", "2021-12-31").getString("id");
        plan(id, 1, rule).then().statusCode(200);
        String person = hashes.ofWritten("asks.me@grantee.example").orElseThrow();

        assertThat(contacts.export(person))
                .singleElement()
                .satisfies(found -> assertThat(found.path("address").asText()).isEqualTo("Asks.Me@Grantee.Example"));
        assertThat(contacts.erase(person).erased()).isEqualTo(1);
        assertThat(contacts.erase(person).erased()).isZero();
        assertThat(contacts.export(person)).isEmpty();
        Api.as("auditor")
                .get("/v1/projects/{id}/reporting-plan", id)
                .then()
                .statusCode(200)
                .body("rule.contact", nullValue());

        plan(id, 3, rule).then().statusCode(200);
        assertThat(contacts.letGo(LocalDate.of(2021, 12, 31))).isZero();
        assertThat(contacts.letGo(LocalDate.of(2022, 1, 1))).isPositive();
        assertThat(contacts.export(person)).isEmpty();
    }

    private static String lead() {
        String lead = Portfolio.code("LEADS");
        Portfolio.organisation(lead, "Lead " + lead);
        return lead;
    }

    private static JsonPath grant(String lead, String start, String end) {
        return Portfolio.contracted(lead, Map.of("startDate", start, "endDate", end));
    }

    private static RequestSpecification asLead(String lead) {
        return Portfolio.asLead(lead);
    }

    private static List<Map<String, Object>> reports(String project) {
        return Api.as("auditor")
                .get("/v1/projects/{id}/reports", project)
                .jsonPath()
                .getList("items");
    }

    private static JsonPath report(String project, String kind, int number) {
        JsonPath all =
                Api.as("auditor").get("/v1/projects/{id}/reports", project).jsonPath();
        all.setRootPath("items.find { it.kind == '%s' && it.number == %d }".formatted(kind, number));
        return all;
    }

    private static JsonPath write(String lead, String project, JsonPath report, Map<String, ?> content) {
        return patch(asLead(lead), project, report, content)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Response patch(RequestSpecification who, String project, JsonPath report, Map<String, ?> content) {
        return who.header("If-Match", Portfolio.etag(report))
                .contentType("application/merge-patch+json")
                .body(content)
                .patch("/v1/projects/{id}/reports/{report}", project, report.getString("id"));
    }

    private static JsonPath submit(String lead, String project, JsonPath report) {
        return submitted(asLead(lead), project, report)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Response submitted(RequestSpecification who, String project, JsonPath report) {
        return who.header("If-Match", Portfolio.etag(report))
                .post("/v1/projects/{id}/reports/{report}:submit", project, report.getString("id"));
    }

    private static JsonPath verb(String project, JsonPath report, String verb, Object body) {
        RequestSpecification request = Api.as("programme-officer").header("If-Match", Portfolio.etag(report));
        if (body != null) {
            request.contentType(ContentType.JSON).body(body);
        }
        return request.post("/v1/projects/{id}/reports/{report}:" + verb, project, report.getString("id"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Response plan(String project, int version, Map<String, ?> rule) {
        return Api.as("programme-officer")
                .header("If-Match", "\"" + version + "\"")
                .contentType(ContentType.JSON)
                .body(rule)
                .put("/v1/projects/{id}/reporting-plan", project);
    }

    private static io.restassured.response.ValidatableResponse due(String lead, Map<String, ?> parameters) {
        return Api.as("finance-officer")
                .queryParam("lead", lead)
                .queryParams(parameters)
                .get("/v1/reports/due")
                .then()
                .statusCode(200);
    }

    private static JsonPath indicator(String project, String code, String baseline, String target) {
        Map<String, Object> body =
                new HashMap<>(Map.of("code", code, "title", en(code), "target", Map.of("value", target)));
        if (baseline != null) {
            body.put("baseline", Map.of("value", baseline, "on", "2021-01-01"));
        }
        return Api.as("programme-officer")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/projects/{id}/results", project)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static Response measure(String project, JsonPath indicator, String value) {
        return Api.as("programme-officer")
                .header("If-Match", Portfolio.etag(indicator))
                .contentType(ContentType.JSON)
                .body(Map.of("value", value))
                .post("/v1/projects/{id}/results/{indicator}:measure", project, indicator.getString("id"));
    }

    private static Map<String, String> en(String text) {
        return Map.of("en", text);
    }
}
