package eu.mpf.projects.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import eu.mpf.projects.Portfolio;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("P14")
class RecoveriesTest {

    private static final int AT_ONCE = 16;

    @Test
    void whatCameBackIsTakenOffWhatWasPaidAndMayBePaidAgain() {
        String project = paid("1000.00", "600.00", "2021-02-05");
        JsonPath order = ordered(project, "250.00", Map.of("dueOn", "2021-08-01"));
        account(project)
                .body("paid.amount", equalTo("600.00"))
                .body("toRecover.amount", equalTo("250.00"))
                .body("netPaid.amount", equalTo("600.00"))
                .body("free.amount", equalTo("400.00"));

        JsonPath back = step(project, order, "settle", Map.of("on", "2021-07-20"))
                .then()
                .statusCode(200)
                .body("status", equalTo("RECOVERED"))
                .body("recoveredOn", equalTo("2021-07-20"))
                .extract()
                .jsonPath();

        account(project)
                .body("paid.amount", equalTo("600.00"))
                .body("recovered.amount", equalTo("250.00"))
                .body("netPaid.amount", equalTo("350.00"))
                .body("toRecover.amount", equalTo("0.00"))
                .body("free.amount", equalTo("650.00"));
        step(project, back, "cancel", Map.of("reason", "Too late"))
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal-transition"));
        pay(project, "650.00", "2021-09-01");
        account(project).body("free.amount", equalTo("0.00")).body("paid.amount", equalTo("1250.00"));
        assertThat(Sql.query("SELECT action FROM audit_entry WHERE object_id = ? ORDER BY id", order.getString("id")))
                .extracting(row -> row.get("action"))
                .containsExactly("recovery.ordered", "recovery.recovered");
    }

    @Test
    void neverMoreIsAskedBackThanWasPaidHoweverManyAskAtOnce() throws Exception {
        String project = paid("1000.00", "500.00", "2021-02-05");
        List<Response> answers = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Callable<Response>> calls = IntStream.range(0, AT_ONCE)
                    .mapToObj(i -> (Callable<Response>) () -> order(project, "100.00", Map.of()))
                    .toList();
            for (Future<Response> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).extracting(Response::statusCode).containsOnly(201, 409);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(5);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 409)
                .allSatisfy(answer -> assertThat(answer.<String>path("code")).isEqualTo("recovery-exceeds-paid"));
        assertThatThrownBy(() -> Sql.execute(
                        "UPDATE project_account SET to_recover = to_recover + 0.01 WHERE project_id = CAST(? AS uuid)",
                        project))
                .hasStackTraceContaining("project_account_recoverable");
    }

    @Test
    void noMoreOfAPaymentIsAskedBackThanItWas() {
        String project = contracted("1000.00");
        String first = pay(project, "300.00", "2021-02-05");
        pay(project, "300.00", "2021-03-05");
        ordered(project, "200.00", Map.of("paymentId", first));
        order(project, "100.01", Map.of("paymentId", first))
                .then()
                .statusCode(409)
                .body("code", equalTo("recovery-exceeds-paid"))
                .body("detail", containsString("300.00"));
        JsonPath rest = ordered(project, "100.00", Map.of("paymentId", first));
        step(project, rest, "cancel", Map.of("reason", "Waived"))
                .then()
                .statusCode(200)
                .body("note", equalTo("Waived"));
        ordered(project, "100.00", Map.of("paymentId", first));
        order(project, "1.00", Map.of("paymentId", project))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/paymentId"));
    }

    @Test
    void whatIsWrongWithAnOrderIsNamed() {
        String project = paid("1000.00", "500.00", "2021-02-05");
        order(project, "0.00", Map.of()).then().statusCode(400).body("errors.pointer", contains("/amount/amount"));
        order(project, "1.00", Map.of("dueOn", "2021-01-01"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/dueOn"));
        order(project, "1.00", Map.of("reason", " "))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/reason"));
        order(contracted("10.00"), "1.00", Map.of())
                .then()
                .statusCode(409)
                .body("code", equalTo("recovery-exceeds-paid"));
        JsonPath order = ordered(project, "1.00", Map.of());
        step(project, order, "cancel", Map.of()).then().statusCode(400).body("errors.pointer", contains("/reason"));
        step(project, order, "settle", Map.of("on", "2021-05-01"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/on"));
    }

    /** What is only asked for, and why, is between the facility and the lead. */
    @Test
    void thePublicSeesWhatCameBackAndNoMore() {
        String project = paid("1000.00", "500.00", "2021-02-05");
        JsonPath open = ordered(project, "10.00", Map.of());
        JsonPath back = ordered(project, "20.00", Map.of());
        step(project, back, "settle", Map.of()).then().statusCode(200);

        Api.anonymous()
                .get("/v1/projects/{id}/recoveries", project)
                .then()
                .statusCode(200)
                .body("items.id", contains(back.getString("id")))
                .body("items[0].reason", nullValue());
        Api.anonymous()
                .get("/v1/projects/{id}/recoveries/{r}", project, open.getString("id"))
                .then()
                .statusCode(404);
        Api.as("auditor")
                .get("/v1/projects/{id}/recoveries/{r}", project, open.getString("id"))
                .then()
                .statusCode(200)
                .body("reason", equalTo("Ineligible travel costs"));
        Api.anonymous()
                .get("/v1/projects/{id}/account", project)
                .then()
                .body("netPaid.amount", equalTo("480.00"))
                .body("toRecover", nullValue());
        Api.as("auditor").get("/v1/projects/{id}/recoveries", project).then().body("items", hasSize(2));
    }

    @Test
    @Tag("P7")
    void figuresFollowTheDaysOnWhichMoneyMoved() {
        String code = Portfolio.code("MOVED");
        String project = paid(code, "1000.00", "600.00", "2021-02-05");
        step(project, ordered(project, "250.00", Map.of()), "settle", Map.of("on", "2021-07-20"))
                .then()
                .statusCode(200);

        figures(code, "2021-02-04").body("whole.payments.paid", empty()).body("whole.payments.netPaid", empty());
        figures(code, "2021-07-19")
                .body("whole.payments.paid.amount", contains("600.00"))
                .body("whole.payments.recovered", empty())
                .body("whole.payments.netPaid.amount", contains("600.00"));
        figures(code, "2021-07-20")
                .body("whole.projects", equalTo(1))
                .body("whole.payments.paid.amount", contains("600.00"))
                .body("whole.payments.recovered.amount", contains("250.00"))
                .body("whole.payments.netPaid.amount", contains("350.00"));
    }

    @Test
    @Tag("P15")
    void iatiTellsPaymentsAsDisbursementsAndWhatCameBackAsNegativeOnes() {
        String code = Portfolio.code("IATIPAID");
        String project = paid(code, "1000.00", "600.00", "2021-02-05");
        step(project, ordered(project, "250.00", Map.of()), "settle", Map.of("on", "2021-07-20"))
                .then()
                .statusCode(200);

        String activity = Api.anonymous()
                .accept("application/vnd.iati.activities+xml")
                .queryParam("code", code)
                .get("/v1/projects")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(activity)
                .contains("<transaction-type code=\"3\"/><transaction-date iso-date=\"2021-02-05\"/>"
                        + "<value currency=\"EUR\" value-date=\"2021-02-05\">600.00</value>")
                .contains("<transaction-type code=\"3\"/><transaction-date iso-date=\"2021-07-20\"/>"
                        + "<value currency=\"EUR\" value-date=\"2021-07-20\">-250.00</value>");

        JsonPath present = Api.as("programme-officer")
                .get("/v1/projects/{id}", project)
                .then()
                .extract()
                .jsonPath();
        Portfolio.patch(present, Map.of("moneyPublic", false)).then().statusCode(200);
        assertThat(Api.anonymous()
                        .accept("application/vnd.iati.activities+xml")
                        .queryParam("code", code)
                        .get("/v1/projects")
                        .asString())
                .contains(code)
                .doesNotContain("<transaction");
    }

    private static ValidatableResponse figures(String code, String asOf) {
        return Api.anonymous()
                .queryParam("startedAfter", start(code))
                .queryParam("startedBefore", start(code))
                .queryParam("asOf", asOf)
                .get("/v1/portfolio/figures")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse account(String project) {
        return Api.as("finance-officer")
                .get("/v1/projects/{id}/account", project)
                .then()
                .statusCode(200);
    }

    private static String contracted(String euShare) {
        return contracted(Portfolio.code("RECOVER"), euShare);
    }

    private static String contracted(String code, String euShare) {
        JsonPath project = Portfolio.project(
                code,
                Map.of(
                        "effectiveOn",
                        "2021-01-01",
                        "startDate",
                        start(code),
                        "budget",
                        Map.of("euShare", Portfolio.euro(euShare))));
        return Portfolio.moved(project, "contract", "2021-01-02").getString("id");
    }

    /** A day of the project's own, by which its figures are found. */
    private static String start(String code) {
        return LocalDate.of(1990, 1, 1)
                .plusDays(Long.parseLong(code.replaceAll("\\D", "")))
                .toString();
    }

    private static String paid(String euShare, String amount, String on) {
        return paid(Portfolio.code("RECOVER"), euShare, amount, on);
    }

    private static String paid(String code, String euShare, String amount, String on) {
        String project = contracted(code, euShare);
        pay(project, amount, on);
        return project;
    }

    /** The id of the payment. */
    private static String pay(String project, String amount, String on) {
        JsonPath payment = post(
                        "/v1/projects/" + project + "/payments",
                        Map.of("kind", "PRE_FINANCING", "amount", Portfolio.euro(amount), "requestedOn", on))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        for (String verb : List.of("approve", "pay")) {
            payment = Api.as("finance-officer")
                    .header("If-Match", Portfolio.etag(payment))
                    .contentType(ContentType.JSON)
                    .body(Map.of("on", on))
                    .post("/v1/projects/{id}/payments/{p}:" + verb, project, payment.getString("id"))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
        }
        return payment.getString("id");
    }

    private static JsonPath ordered(String project, String amount, Map<String, ?> more) {
        return order(project, amount, more).then().statusCode(201).extract().jsonPath();
    }

    private static Response order(String project, String amount, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "amount", Portfolio.euro(amount), "reason", "Ineligible travel costs", "orderedOn", "2021-06-01"));
        body.putAll(more);
        return post("/v1/projects/" + project + "/recoveries", body);
    }

    private static Response post(String path, Map<String, ?> body) {
        return Api.as("finance-officer")
                .contentType(ContentType.JSON)
                .body(body)
                .post(path);
    }

    private static Response step(String project, JsonPath recovery, String verb, Map<String, String> body) {
        return Api.as("finance-officer")
                .header("If-Match", Portfolio.etag(recovery))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/projects/{id}/recoveries/{r}:" + verb, project, recovery.getString("id"));
    }
}
