package eu.mpf.projects.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import eu.mpf.projects.Portfolio;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("P14")
class PaymentsTest {

    private static final int AT_ONCE = 32;

    @Test
    void neverMoreIsPaidThanCommittedHoweverManyApproveAtOnce() throws Exception {
        String project = contracted("1000.00");
        List<JsonPath> payments = IntStream.range(0, AT_ONCE)
                .mapToObj(i -> requested(project, "INTERIM", "100.00"))
                .toList();

        List<Response> approvals = atOnce(payments, payment -> step(project, payment, "approve", Map.of()));

        assertThat(approvals).extracting(Response::statusCode).containsOnly(200, 409);
        assertThat(approvals).filteredOn(answer -> answer.statusCode() == 200).hasSize(10);
        assertThat(approvals)
                .filteredOn(answer -> answer.statusCode() == 409)
                .allSatisfy(answer -> assertThat(answer.<String>path("code")).isEqualTo("commitment-exceeded"));
        account(project, "finance-officer")
                .body("approved.amount", equalTo("1000.00"))
                .body("free.amount", equalTo("0.00"));

        List<JsonPath> approved = approvals.stream()
                .filter(answer -> answer.statusCode() == 200)
                .map(Response::jsonPath)
                .toList();
        // Three pay each of them at the same time: one of the three does.
        List<JsonPath> threeTimes = new ArrayList<>(approved);
        threeTimes.addAll(approved);
        threeTimes.addAll(approved);
        List<Response> paid = atOnce(threeTimes, payment -> step(project, payment, "pay", Map.of()));

        assertThat(paid).filteredOn(answer -> answer.statusCode() == 200).hasSize(10);
        account(project, "auditor")
                .body("paid.amount", equalTo("1000.00"))
                .body("approved.amount", equalTo("0.00"))
                .body("committed.amount", equalTo("1000.00"));
        assertThatThrownBy(() -> Sql.execute(
                        "UPDATE project_account SET paid = paid + 0.01 WHERE project_id = CAST(? AS uuid)", project))
                .hasStackTraceContaining("project_account_covered");
    }

    @Test
    void aPaymentGoesFromRequestedOverApprovedToPaidAndEveryStepIsAudited() {
        String project = contracted("1000.00");
        JsonPath payment = requested(project, "PRE_FINANCING", "600.00");
        payment = moved(project, payment, "approve", Map.of("on", "2021-02-01"));
        payment = moved(project, payment, "pay", Map.of("on", "2021-02-05"));

        assertThat(payment.getString("status")).isEqualTo("PAID");
        assertThat(Sql.query("SELECT action FROM audit_entry WHERE object_id = ? ORDER BY id", payment.getString("id")))
                .extracting(row -> row.get("action"))
                .containsExactly("payment.requested", "payment.approved", "payment.paid");
        step(project, payment, "cancel", Map.of("reason", "Too late"))
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal-transition"));
    }

    @Test
    void whatIsCancelledIsFreeAgainAndARejectionPromisesNothing() {
        String project = contracted("1000.00");
        JsonPath all = moved(project, requested(project, "PRE_FINANCING", "1000.00"), "approve", Map.of());
        JsonPath more = requested(project, "INTERIM", "0.01");
        step(project, more, "approve", Map.of()).then().statusCode(409).body("code", equalTo("commitment-exceeded"));
        moved(project, all, "cancel", Map.of("reason", "Another account"));
        more = moved(project, more, "reject", Map.of("reason", "Not due"));

        assertThat(more.getString("reason")).isEqualTo("Not due");
        account(project, "finance-officer").body("free.amount", equalTo("1000.00"));
    }

    @Test
    void withoutAContractOrAKnownShareNothingIsPaidAndNothingIsZero() {
        JsonPath planned = Portfolio.project(
                Portfolio.code("PLAN"),
                Map.of("effectiveOn", "2021-01-01", "budget", Map.of("euShare", Portfolio.euro("10.00"))));
        request(planned.getString("id"), payment("PRE_FINANCING", "1.00"))
                .then()
                .statusCode(409)
                .body("code", equalTo("nothing-committed"));
        String unknown = Portfolio.moved(
                        Portfolio.project(Portfolio.code("UNKNOWN"), Map.of("effectiveOn", "2021-01-01")),
                        "contract",
                        "2021-02-01")
                .getString("id");

        account(unknown, "finance-officer").body("committed", nullValue()).body("paid", nullValue());
        request(unknown, payment("PRE_FINANCING", "1.00")).then().statusCode(409);
    }

    @Test
    void theAccountFollowsAmendmentsAndIsNeverLoweredBelowWhatIsPromised() {
        JsonPath project = Portfolio.moved(
                Portfolio.project(
                        Portfolio.code("AMENDED"),
                        Map.of("effectiveOn", "2021-01-01", "budget", Map.of("euShare", Portfolio.euro("100.00")))),
                "contract",
                "2021-01-02");
        String id = project.getString("id");
        moved(id, requested(id, "PRE_FINANCING", "80.00"), "approve", Map.of());

        amendShare(project, "79.99").then().statusCode(409).body("code", equalTo("commitment-in-use"));
        Portfolio.patch(project, noShare()).then().statusCode(409).body("code", equalTo("commitment-in-use"));
        amendShare(project, "80.00").then().statusCode(200);

        account(id, "finance-officer")
                .body("committed.amount", equalTo("80.00"))
                .body("free.amount", equalTo("0.00"));
    }

    @Test
    void thereIsOneBalanceAndItWaitsForTheFinalReport() {
        String lead = Portfolio.code("BAL");
        Portfolio.organisation(lead, "Lead " + lead);
        String project = Portfolio.contracted(
                        lead,
                        Map.of(
                                "startDate", "2021-01-01",
                                "endDate", "2021-12-31",
                                "budget", Map.of("euShare", Portfolio.euro("100.00"))))
                .getString("id");
        JsonPath balance = requested(project, "BALANCE", "100.00");

        request(project, payment("BALANCE", "1.00")).then().statusCode(409).body("code", equalTo("balance-asked-for"));
        step(project, balance, "approve", Map.of()).then().statusCode(409).body("code", equalTo("report-not-accepted"));
        moved(project, balance, "reject", Map.of("reason", "Wait for the report"));
        requested(project, "BALANCE", "90.00");
    }

    @Test
    void whatIsWrongWithARequestIsNamed() {
        String project = contracted("1000.00");
        Map<String, Object> francs = payment("INTERIM", "1.00");
        francs.put("amount", Map.of("amount", "1.00", "currency", "CHF"));
        request(project, francs).then().statusCode(400).body("errors.pointer", contains("/amount/currency"));
        request(project, payment("INTERIM", "0.00"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/amount/amount"));
        Map<String, Object> onNothing = payment("INTERIM", "1.00");
        onNothing.put("reportId", project);
        request(project, onNothing).then().statusCode(400).body("errors.pointer", contains("/reportId"));
    }

    /** The public sees what was paid; the lead and the staff see all of it. */
    @Test
    void whatIsOnItsWayIsForTheStaffAndTheLead() {
        String lead = Portfolio.code("SEES");
        Portfolio.organisation(lead, "Lead " + lead);
        JsonPath project = Portfolio.contracted(lead, Map.of("budget", Map.of("euShare", Portfolio.euro("100.00"))));
        String id = project.getString("id");
        JsonPath paid = requested(id, "PRE_FINANCING", "60.00");
        paid = moved(id, moved(id, paid, "approve", Map.of()), "pay", Map.of());
        JsonPath open = requested(id, "INTERIM", "10.00");

        Api.anonymous()
                .get("/v1/projects/{id}/payments", id)
                .then()
                .statusCode(200)
                .body("items.id", contains(paid.getString("id")))
                .body("items[0].reference", nullValue());
        Api.anonymous()
                .get("/v1/projects/{id}/payments/{p}", id, paid.getString("id"))
                .then()
                .statusCode(200)
                .body("status", equalTo("PAID"))
                .body("amount.amount", equalTo("60.00"));
        Api.anonymous()
                .get("/v1/projects/{id}/payments/{p}", id, open.getString("id"))
                .then()
                .statusCode(404);
        Api.anonymous()
                .get("/v1/projects/{id}/account", id)
                .then()
                .body("committed.amount", equalTo("100.00"))
                .body("paid.amount", equalTo("60.00"))
                .body("free", nullValue());
        Portfolio.asLead(lead).get("/v1/projects/{id}/payments", id).then().body("items.size()", equalTo(2));
        Api.as("applicant-lv").get("/v1/projects/{id}/payments", id).then().body("items.size()", equalTo(1));

        Portfolio.patch(project, Map.of("moneyPublic", false)).then().statusCode(200);
        Api.anonymous().get("/v1/projects/{id}/payments", id).then().body("items", empty());
        Api.anonymous().get("/v1/projects/{id}/account", id).then().body("committed", nullValue());
    }

    private static String contracted(String euShare) {
        JsonPath project = Portfolio.project(
                Portfolio.code("PAY"),
                Map.of("effectiveOn", "2021-01-01", "budget", Map.of("euShare", Portfolio.euro(euShare))));
        return Portfolio.moved(project, "contract", "2021-01-02").getString("id");
    }

    private static Response amendShare(JsonPath project, String share) {
        return Portfolio.verb(
                project,
                "amend",
                Map.of(
                        "kind", "BUDGET",
                        "effectiveOn", "2021-06-01",
                        "reason", "Amendment 1",
                        "changes", Map.of("budget", Map.of("euShare", Portfolio.euro(share)))));
    }

    private static Map<String, Object> noShare() {
        Map<String, Object> budget = new HashMap<>();
        budget.put("euShare", null);
        return Map.of("budget", budget);
    }

    private static Map<String, Object> payment(String kind, String amount) {
        return new HashMap<>(Map.of(
                "kind", kind, "amount", Portfolio.euro(amount), "reference", "PAY-1", "requestedOn", "2021-01-15"));
    }

    private static JsonPath requested(String project, String kind, String amount) {
        return request(project, payment(kind, amount))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static Response request(String project, Map<String, Object> body) {
        return Api.as("finance-officer")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/projects/{id}/payments", project);
    }

    private static JsonPath moved(String project, JsonPath payment, String verb, Map<String, String> body) {
        return step(project, payment, verb, body)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Response step(String project, JsonPath payment, String verb, Map<String, String> body) {
        return Api.as("finance-officer")
                .header("If-Match", Portfolio.etag(payment))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/projects/{id}/payments/{payment}:" + verb, project, payment.getString("id"));
    }

    private static ValidatableResponse account(String project, String role) {
        return Api.as(role).get("/v1/projects/{id}/account", project).then().statusCode(200);
    }

    private static List<Response> atOnce(List<JsonPath> payments, Function<JsonPath, Response> call) throws Exception {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Callable<Response>> calls = payments.stream()
                    .map(payment -> (Callable<Response>) () -> call.apply(payment))
                    .toList();
            List<Response> answers = new ArrayList<>();
            for (Future<Response> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
