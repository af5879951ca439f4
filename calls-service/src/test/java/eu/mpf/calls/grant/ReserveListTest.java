package eu.mpf.calls.grant;

import static eu.mpf.calls.Calling.as;
import static eu.mpf.calls.Calling.content;
import static eu.mpf.calls.Calling.eligible;
import static eu.mpf.calls.Calling.etag;
import static eu.mpf.calls.Calling.get;
import static eu.mpf.calls.Calling.officerTerms;
import static eu.mpf.calls.Calling.openCall;
import static eu.mpf.calls.Calling.reason;
import static eu.mpf.calls.Calling.verb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import eu.mpf.calls.Awarding;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.EventSchemas;
import eu.mpf.testkit.KafkaProbe;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
class ReserveListTest {

    private static final Map<String, Object> RESERVE =
            Map.of("outcome", "RESERVE", "reasons", "Good, but no money is left");

    private static String call(String envelope, String more) {
        return openCall(officerTerms()
                .replace("\"6000000.00\"", "\"" + envelope + "\"")
                .replace("\"quorum\": 1}", "\"quorum\": 1" + more + "}"));
    }

    @Test
    @Tag("C28")
    void whenAnAwardIsWithdrawnTheBestOfTheReserveListTakesItsMoney() {
        String call = call("250000.00", "");
        String first = eligible("applicant-lv", call, content("BMVI", "200000.00", "190000.00"));
        String second = eligible("applicant-lt", call, content("BMVI", "200000.00", "190000.00"));
        String third = eligible(
                "applicant-pt",
                call,
                content("BMVI", "200000.00", "190000.00").replace("\"country\": \"LV\"", "\"country\": \"PT\""));
        Awarding.consensus(first, 5, 5, 5);
        Awarding.consensus(second, 3, 4, 4);
        Awarding.consensus(third, 4, 4, 4);
        String grant =
                Awarding.decideByOfficer(first).then().statusCode(200).extract().path("grantId");
        Awarding.decide(second, RESERVE).then().statusCode(200);
        Awarding.decide(third, RESERVE).then().statusCode(200);
        Awarding.letter(first).then().statusCode(201).body("kind", equalTo("AWARD"));
        Awarding.letter(third).then().statusCode(201).body("kind", equalTo("RESERVE"));
        Api.as("programme-officer")
                .get("/v1/calls/" + call + "/ranking")
                .then()
                .body("items.applicationId", contains(third, second));

        verb("programme-officer", "/v1/grants/" + grant, "withdraw", reason())
                .then()
                .statusCode(200);
        Api.as("programme-officer").get("/v1/applications/" + third).then().body("status", equalTo("AWARDED"));
        Api.as("programme-officer").get("/v1/applications/" + second).then().body("status", equalTo("RESERVED"));
        Api.as("applicant-pt").get("/v1/applications/" + third).then().body("status", equalTo("RESERVED"));
        Awarding.letter(third).then().statusCode(201).body("kind", equalTo("AWARD"));
        EventSchemas.validate(new KafkaProbe()
                .await(
                        "mpf.calls.grant.v1",
                        event -> event.subject().equals(grant) && event.type().endsWith("withdrawn.v1")));
        EventSchemas.validate(new KafkaProbe()
                .await(
                        "mpf.calls.grant.v1",
                        event -> event.data().path("applicationId").asText().equals(third)));
    }

    @Test
    @Tag("C28")
    void whereTheBodyDecidesTheReserveListIsOnlyRecommendedAgain() {
        String call = call("250000.00", ", \"reserve\": \"BY_DECISION\"");
        String first = eligible("applicant-lv", call, content("BMVI", "200000.00", "190000.00"));
        String second = eligible("applicant-lt", call, content("BMVI", "200000.00", "190000.00"));
        Awarding.consensus(second, 4, 4, 4);
        String grant =
                Awarding.decideByOfficer(first).then().statusCode(200).extract().path("grantId");
        Awarding.decide(second, RESERVE).then().statusCode(200);
        verb("programme-officer", "/v1/grants/" + grant, "withdraw", reason())
                .then()
                .statusCode(200);
        Api.as("programme-officer")
                .get("/v1/calls/" + call + "/ranking")
                .then()
                .body("items.standing", contains("RECOMMENDED"))
                .body("items.status", contains("RESERVED"));
    }

    /** Withdrawals and new awards at once, until the reserve list is spent: no cent twice, no money idle, nobody twice. */
    @Test
    @Tag("C28")
    @Tag("C4")
    void manyWithdrawalsAndAwardsAtOnceKeepTheEnvelopeAndMoveTheListUp() throws Exception {
        String call = call("760000.00", "");
        List<String> first = many("applicant-lv", call, 4);
        List<String> reserve = many("applicant-lt", call, 7);
        List<String> others = many("applicant-pt", call, 3);
        List<String> grants = new ArrayList<>();
        for (String id : first) {
            grants.add(Awarding.decideByOfficer(id)
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("grantId"));
        }
        for (String id : reserve) {
            Awarding.decide(id, RESERVE).then().statusCode(200);
        }
        List<Callable<Integer>> requests = new ArrayList<>();
        for (String grant : grants) {
            String path = "/v1/grants/" + grant;
            String tag = etag("programme-officer", path);
            // Each twice: one of the two must lose.
            for (int i = 0; i < 2; i++) {
                requests.add(() -> as("programme-officer")
                        .header("If-Match", tag)
                        .body(reason())
                        .post(path + ":withdraw")
                        .statusCode());
            }
        }
        for (String other : others) {
            String path = "/v1/applications/" + other;
            String tag = etag("programme-officer", path);
            requests.add(() -> as("programme-officer")
                    .header("If-Match", tag)
                    .body(Map.of("outcome", "AWARD", "reasons", "Good"))
                    .post(path + "/decision")
                    .statusCode());
        }
        List<Integer> answers = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(requests.size())) {
            for (var answer : threads.invokeAll(requests)) {
                answers.add(answer.get());
            }
        }
        assertThat(answers).allMatch(status -> status == 200 || status == 409 || status == 412);
        assertThat(answers.subList(0, 8)).filteredOn(status -> status == 200).hasSize(4);
        long live = Sql.count(
                "SELECT count(*) FROM grant_agreement WHERE call_id = ?::uuid AND status <> 'WITHDRAWN'", call);
        assertThat(live).as("whatever was freed is taken again").isEqualTo(4);
        assertThat(Sql.value(
                        BigDecimal.class,
                        "SELECT reserved + committed FROM fund_balance WHERE call_id = ?::uuid AND fund = 'BMVI'",
                        call))
                .isEqualByComparingTo("760000.00");
        assertThat(Sql.count("SELECT count(*) FROM application WHERE call_id = ?::uuid AND status = 'AWARDED'", call))
                .isEqualTo(4);
        var figures = get("programme-officer", "/v1/calls/" + call + "/pipeline");
        assertThat(figures.getLong("received")).isEqualTo(14);
        assertThat(figures.getBoolean("addsUp")).isTrue();
    }

    private static List<String> many(String applicant, String call, int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(eligible(applicant, call, content("BMVI", "200000.00", "190000.00")));
        }
        return ids;
    }

    @Test
    @Tag("C20")
    void twentyDecisionsAtOnceMakeOneGrantAndOneEventAndItIsSignedOnce() throws Exception {
        String call = call("6000000.00", "");
        String id = eligible("applicant-lv", call, content("BMVI", "200000.00", "190000.00"));
        String path = "/v1/applications/" + id;
        String tag = etag("programme-officer", path);
        assertThat(together(() -> as("programme-officer")
                        .header("If-Match", tag)
                        .body(Map.of("outcome", "AWARD", "reasons", "Good"))
                        .post(path + "/decision")
                        .statusCode()))
                .filteredOn(status -> status == 200)
                .hasSize(1);
        String grant = Sql.value(UUID.class, "SELECT id FROM grant_agreement WHERE application_id = ?::uuid", id)
                .toString();
        String grantPath = "/v1/grants/" + grant;
        String grantTag = etag("finance-officer", grantPath);
        assertThat(together(() -> as("finance-officer")
                        .header("If-Match", grantTag)
                        .post(grantPath + ":sign")
                        .statusCode()))
                .filteredOn(status -> status == 200)
                .hasSize(1);
        assertThat(Sql.value(
                        BigDecimal.class,
                        "SELECT committed FROM fund_balance WHERE call_id = ?::uuid AND fund = 'BMVI'",
                        call))
                .isEqualByComparingTo("190000.00");
        new KafkaProbe().await("mpf.calls.grant.v1", event -> event.subject().equals(grant));
        assertThat(new KafkaProbe()
                        .all("mpf.calls.grant.v1").stream()
                                .filter(event -> event.data()
                                        .path("applicationId")
                                        .asText()
                                        .equals(id))
                                .map(event -> event.id())
                                .distinct())
                .hasSize(1);
    }

    private static List<Integer> together(Callable<Integer> request) throws Exception {
        List<Callable<Integer>> requests = Collections.nCopies(20, request);
        List<Integer> answers = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(20)) {
            for (var answer : threads.invokeAll(requests)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    @Test
    @Tag("C21")
    void anAwardsConditionsHoldUpTheSignatureAndItsRisksAreNotForTheApplicant() {
        String call = call("6000000.00", "");
        String id = eligible("applicant-lv", call, content("BMVI", "200000.00", "190000.00"));
        String grant = Awarding.decide(
                        id,
                        Map.of(
                                "outcome",
                                "AWARD",
                                "reasons",
                                "Good",
                                "recommendation",
                                Map.of(
                                        "risks",
                                        List.of(Map.of("text", "The partner changes.", "level", "HIGH")),
                                        "conditions",
                                        List.of(
                                                Map.of("text", "Letter of support", "due", "BEFORE_SIGNATURE"),
                                                Map.of("text", "Audit plan", "due", "BEFORE_PAYMENT")))))
                .then()
                .statusCode(200)
                .body("risks.level", contains("HIGH"))
                .extract()
                .path("grantId");
        String path = "/v1/grants/" + grant;
        verb("finance-officer", path, "sign", null).then().statusCode(409).body("code", equalTo("conditions-open"));
        meet(path, 1).then().statusCode(200);
        meet(path, 1).then().statusCode(409);
        meet(path, 3).then().statusCode(404);
        verb("finance-officer", path, "sign", null).then().statusCode(200).body("status", equalTo("SIGNED"));
        assertThat(Awarding.letter(id).then().statusCode(201).extract().<String>path("text"))
                .contains("Letter of support", "Audit plan")
                .doesNotContain("The partner changes.");
        var decision = get("applicant-lv", "/v1/applications/" + id + "/decision");
        assertThat(decision.getList("risks")).isEmpty();
        assertThat(decision.getList("conditions")).hasSize(2);
    }

    private static Response meet(String path, int number) {
        return as("finance-officer")
                .header("If-Match", etag("finance-officer", path))
                .body(Map.of("evidence", "Letter of 3 May"))
                .post(path + "/conditions/" + number + ":meet");
    }
}
