package eu.mpf.calls.call;

import static eu.mpf.calls.Calling.as;
import static eu.mpf.calls.Calling.content;
import static eu.mpf.calls.Calling.draft;
import static eu.mpf.calls.Calling.draftCall;
import static eu.mpf.calls.Calling.openCall;
import static eu.mpf.calls.Calling.patch;
import static eu.mpf.calls.Calling.reason;
import static eu.mpf.calls.Calling.submitted;
import static eu.mpf.calls.Calling.terms;
import static eu.mpf.calls.Calling.verb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import eu.mpf.calls.AtOnce;
import eu.mpf.calls.HeldClock;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.EventSchemas;
import eu.mpf.testkit.KafkaProbe;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The deadline models, strands, lots and purses of a call, over HTTP. */
@MpfTest
class DeadlineModelsTest {

    private static final String TOPIC = "mpf.calls.call.v1";
    private static final String GRANT = content("BMVI", "200000.00", "190000.00");

    @Inject
    CallClock clock;

    private static String model(String model, boolean conceptNote, String... deadlines) {
        String list = String.join(
                ", ",
                List.of(deadlines).stream()
                        .map(each -> "{\"stage\": \"%s\", \"local\": \"%s\"}"
                                .formatted(each.split(" ")[0], each.split(" ")[1]))
                        .toList());
        return terms().replace("ROLLING_UNTIL_DEPLETED", model)
                .replace("\"conceptNote\": false", "\"conceptNote\": " + conceptNote)
                .replace("{\"stage\": \"FULL_APPLICATION\", \"local\": \"2099-11-30T17:00:00.000\"}", list)
                .replace("\"questionsUntilLocal\": \"2099-11-15T17:00:00.000\",", "");
    }

    @Test
    @Tag("C2")
    void theClockOpensAndClosesACallAndEachMoveIsToldOnce() {
        try (HeldClock held = HeldClock.at("2040-01-01T00:00:00Z")) {
            String id = draftCall(model("SINGLE_STAGE", false, "FULL_APPLICATION 2040-03-01T17:00:00.000")
                            .replace("\"deadlines\"", "\"opensLocal\": \"2040-02-01T09:00:00.000\", \"deadlines\""))
                    .path("id");
            String path = "/v1/calls/" + id;
            verb("programme-officer", path, "publish", null).then().body("status", equalTo("FORTHCOMING"));
            as("applicant-lv")
                    .body("{\"callId\":\"" + id + "\"}")
                    .post("/v1/applications")
                    .then()
                    .statusCode(201);
            clock.tick();
            held.moveTo("2040-02-01T08:00:00Z");
            Api.anonymous().get(path).then().body("status", equalTo("OPEN"));
            // Two instances at the same moment, and one that comes later.
            AtOnce.twice(clock::tick);
            clock.tick();
            held.moveTo("2040-03-01T16:00:00.000Z");
            clock.tick();
            held.moveTo("2040-03-01T16:00:00.001Z");
            Api.anonymous()
                    .queryParam("status", "CLOSED")
                    .queryParam("pageSize", 200)
                    .get("/v1/calls")
                    .then()
                    .body("items.id", hasItem(id));
            clock.tick();
            // What came in time may still be in the queue: the closing is told once it cannot be any more.
            assertThat(Sql.value(String.class, "SELECT told_status FROM call WHERE id = ?::uuid", id))
                    .isEqualTo("OPEN");
            held.moveTo("2040-03-01T16:00:10.001Z");
            clock.tick();
            clock.tick();
            verb("programme-officer", path, "amend", """
                    {"reason": "Longer", "corrections": [{"section": "1", "was": "1 March", "is": "1 April"}],
                     "changes": {"deadlines": [{"stage": "FULL_APPLICATION", "local": "2040-04-01T17:00:00.000"}]}}""").then().statusCode(200).body("status", equalTo("OPEN"));
            clock.tick();
            verb("programme-officer", path, "cancel", reason()).then().statusCode(200);
            clock.tick();
            var events =
                    new KafkaProbe().awaitAll(TOPIC, event -> event.subject().equals(id), 5);
            events.forEach(EventSchemas::validate);
            assertThat(events)
                    .extracting(event -> event.type().replaceAll("eu.mpf.calls.", ""))
                    .containsExactly(
                            "call.published.v1",
                            "call.opened.v1",
                            "call.closed.v1",
                            "call.amended.v1",
                            "call.cancelled.v1");
            assertThat(events.get(2).data().path("status").asText()).isEqualTo("CLOSED");
            assertThat(events).extracting(event -> event.sequence()).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    @Tag("C3")
    void aSingleStageTakesTheFullApplicationUntilItsDeadline() {
        String call = openCall(model("SINGLE_STAGE", false, "FULL_APPLICATION 2099-06-30T17:00:00.000"));
        String early = submitted("applicant-lv", call, GRANT);
        String late = draft("applicant-lt", call, GRANT);
        Api.as("programme-officer")
                .get("/v1/applications/" + early)
                .then()
                .body("sealed", equalTo(true))
                .body("content", equalTo(null));
        try (HeldClock held = HeldClock.at("2099-06-30T15:00:00.001Z")) {
            assertThat(held).isNotNull();
            verb("applicant-lt", "/v1/applications/" + late, "submit", null)
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("deadline-passed"));
            Api.as("programme-officer").get("/v1/applications/" + early).then().body("sealed", equalTo(false));
        }
    }

    @Test
    @Tag("C3")
    @Tag("C9")
    void twoStagesHaveADeadlineEachAndOnlyTheInvitedGoOn() {
        String call = openCall(model(
                "TWO_STAGE", true, "CONCEPT_NOTE 2099-06-30T17:00:00.000", "FULL_APPLICATION 2099-09-30T17:00:00.000"));
        String invited = submitted("applicant-lv", call, GRANT);
        String declined = submitted("applicant-lt", call, GRANT);
        String late = draft("applicant-pt", call, GRANT);
        try (HeldClock held = HeldClock.at("2099-07-01T00:00:00Z")) {
            verb("applicant-pt", "/v1/applications/" + late, "submit", null)
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("deadline-passed"));
            verb("programme-officer", "/v1/applications/" + invited, "invite", reason())
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("INVITED"));
            verb("programme-officer", "/v1/applications/" + declined, "decline", reason())
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("NOT_INVITED"));
            verb("applicant-lt", "/v1/applications/" + declined, "submit", null)
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("application-state"));
            patch("applicant-lv", "/v1/applications/" + invited, "{\"content\":{\"durationMonths\":30}}")
                    .then()
                    .statusCode(200);
            held.moveTo("2099-09-30T15:00:00.001Z");
            verb("applicant-lv", "/v1/applications/" + invited, "submit", null)
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("deadline-passed"));
            held.moveTo("2099-09-30T15:00:00Z");
            verb("applicant-lv", "/v1/applications/" + invited, "submit", null)
                    .then()
                    .statusCode(200)
                    .body("application.status", equalTo("SUBMITTED"))
                    .body("receipt.stage", equalTo("FULL_APPLICATION"));
            Api.as("applicant-lv")
                    .get("/v1/applications/" + invited + "/submissions")
                    .then()
                    .body("items.content.content.durationMonths", contains(24, 30));
        }
    }

    @Test
    @Tag("C3")
    @Tag("C26")
    void eachCutOffOpensWhatCameBeforeItAndTheCallGoesOn() {
        String call = openCall(model(
                "CUT_OFFS",
                false,
                "FULL_APPLICATION 2099-03-31T17:00:00.000",
                "FULL_APPLICATION 2099-09-30T17:00:00.000"));
        String first = submitted("applicant-lv", call, GRANT);
        String second = draft("applicant-lt", call, GRANT);
        try (HeldClock held = HeldClock.at("2099-04-01T00:00:00Z")) {
            verb("applicant-lt", "/v1/applications/" + second, "submit", null)
                    .then()
                    .statusCode(200);
            Api.as("programme-officer").get("/v1/applications/" + first).then().body("sealed", equalTo(false));
            Api.as("programme-officer").get("/v1/applications/" + second).then().body("sealed", equalTo(true));
            Api.as("programme-officer")
                    .get("/v1/applications/" + second + "/receipt")
                    .then()
                    .statusCode(404);
            Api.anonymous().get("/v1/calls/" + call).then().body("status", equalTo("OPEN"));
            held.moveTo("2099-10-01T00:00:00Z");
            Api.as("programme-officer").get("/v1/applications/" + second).then().body("sealed", equalTo(false));
            Api.as("programme-officer").get("/v1/applications/" + second).then().body("sealed", equalTo(false));
            Api.anonymous().get("/v1/calls/" + call).then().body("status", equalTo("CLOSED"));
        }
        assertThat(Sql.query(
                        "SELECT actor FROM audit_entry WHERE action = 'application.open' AND object_id = ?", second))
                .as("the opening is audited once per reader")
                .hasSize(1);
        assertThat(Sql.query(
                        "SELECT 1 FROM audit_entry WHERE action = 'application.open' AND object_id = ?"
                                + " AND actor = 'applicant-lt'",
                        second))
                .as("a consortium does not open its own")
                .isEmpty();
    }

    @Test
    @Tag("C1")
    void strandsAndLotsAreNamedByTheApplicationAndEachLotHasItsOwnMoney() {
        String withLots = terms().replace(
                        "\"regions\"",
                        "\"strands\": [{\"code\": \"A\", \"title\": {\"en\": \"Returns\"}},"
                                + " {\"code\": \"B\", \"title\": {\"en\": \"Legal paths\"}}], \"regions\"")
                .replace(
                        "\"maximumRate\": \"95.00\"",
                        "\"maximumRate\": \"95.00\", \"lots\": ["
                                + "{\"code\": \"EAST\", \"title\": {\"en\": \"East\"}, \"envelope\": {\"amount\": \"2000000.00\", \"currency\": \"EUR\"}},"
                                + "{\"code\": \"SOUTH\", \"title\": {\"en\": \"South\"}, \"envelope\": {\"amount\": \"4000000.00\", \"currency\": \"EUR\"}}]");
        String badSum = withLots.replace("4000000.00", "3999999.99");
        verb("programme-officer", "/v1/calls/" + draftCall(badSum).path("id"), "publish", null)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/funds/0/lots"));
        String call = openCall(withLots);
        Api.anonymous()
                .get("/v1/calls/" + call + "/funds")
                .then()
                .body("items.lot", hasItems("EAST", "SOUTH"))
                .body("items.find { it.lot == 'SOUTH' }.available.amount", equalTo("4000000.00"));
        String application = draft("applicant-lv", call, GRANT);
        String path = "/v1/applications/" + application;
        as("applicant-lv").post(path + ":validate").then().body("failures.ruleId", contains("form.strand", "form.lot"));
        patch("applicant-lv", path, "{\"content\":{\"strand\":\"A\",\"lot\":\"EAST\"}}")
                .then()
                .statusCode(200);
        as("applicant-lv").post(path + ":validate").then().body("valid", equalTo(true));
        verb("programme-officer", "/v1/calls/" + call, "amend", """
                {"reason": "More for the east", "corrections": [{"section": "1", "was": "2 million", "is": "3 million"}],
                 "envelopes": [{"fund": "BMVI", "lot": "EAST", "envelope": {"amount": "3000000.00", "currency": "EUR"}}]}""")
                .then()
                .statusCode(200)
                .body("edition", equalTo(2))
                .body("terms.funds[0].envelope.amount", equalTo("7000000.00"));
        verb("programme-officer", "/v1/calls/" + call, "amend", """
                {"reason": "?", "envelopes": [{"fund": "BMVI", "lot": "WEST", "envelope": {"amount": "1.00", "currency": "EUR"}}]}""")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/envelopes/0"));
    }

    @Test
    @Tag("C3")
    @Tag("C4")
    void aRollingCallClosesWithItsLastFundAndOpensAgainWhenMoneyComesBack() {
        String call = openCall(terms());
        String path = "/v1/calls/" + call;
        IntStream.range(0, 2).forEach(each -> spend(call, "BMVI", "5950000.00"));
        Api.anonymous().get(path).then().body("status", equalTo("OPEN")).body("depletedFunds", contains("BMVI"));
        String one = draft("applicant-lv", call, GRANT);
        as("applicant-lv")
                .post("/v1/applications/" + one + ":validate")
                .then()
                .body("failures.ruleId", contains("fund.depleted"));
        spend(call, "ISF", "5000000.00");
        Api.anonymous().get(path).then().body("status", equalTo("CLOSED"));
        clock.tick();
        verb("programme-officer", path, "amend", """
                {"reason": "More money", "corrections": [{"section": "1", "was": "5", "is": "6"}],
                 "envelopes": [{"fund": "ISF", "envelope": {"amount": "6000000.00", "currency": "EUR"}}]}""")
                .then()
                .statusCode(200)
                .body("status", equalTo("OPEN"))
                .body("depletedFunds", contains("BMVI"));
        spend(call, "BMVI", "0.00");
        Api.anonymous().get(path).then().body("depletedFunds", hasSize(0));
        var events = new KafkaProbe().awaitAll(TOPIC, event -> event.subject().equals(call), 6);
        events.forEach(EventSchemas::validate);
        assertThat(events)
                .extracting(event -> event.type().replaceAll("eu.mpf.calls.", ""))
                .containsExactly(
                        "call.published.v1",
                        "fund.depleted.v1",
                        "fund.depleted.v1",
                        "call.closed.v1",
                        "call.amended.v1",
                        "fund.replenished.v1");
    }

    @Inject
    CallService calls;

    @Inject
    eu.mpf.calls.fund.FundBalances balances;

    /** As an award does: moves the money, then says so. */
    private void spend(String call, String fund, String reserved) {
        Sql.execute(
                "UPDATE fund_balance SET reserved = ?::numeric WHERE call_id = ?::uuid AND fund = ?",
                reserved,
                call,
                fund);
        var id = java.util.UUID.fromString(call);
        balances.of(id).stream()
                .filter(balance -> balance.purse().fund().equals(fund))
                .forEach(balance -> calls.purseMoved(id, balance));
    }

    @Test
    @Tag("C1")
    void validateOnlyStoresNothing() {
        String key = eu.mpf.calls.Calling.newKey();
        as("programme-officer")
                .queryParam("validateOnly", true)
                .body("{\"key\": \"%s\", \"terms\": %s}".formatted(key, terms()))
                .post("/v1/calls")
                .then()
                .statusCode(204);
        Api.as("programme-officer")
                .queryParam("key", key)
                .get("/v1/calls")
                .then()
                .body("items", hasSize(0));
        String call = openCall(terms());
        as("applicant-lv")
                .queryParam("validateOnly", true)
                .body(Map.of("callId", call))
                .post("/v1/applications")
                .then()
                .statusCode(204);
        String application = draft("applicant-lv", call, GRANT);
        String path = "/v1/applications/" + application;
        as("applicant-lv")
                .queryParam("validateOnly", true)
                .header("If-Match", eu.mpf.calls.Calling.etag("applicant-lv", path))
                .post(path + ":submit")
                .then()
                .statusCode(204);
        Api.as("applicant-lv").get(path).then().body("status", equalTo("DRAFT")).body("status", not("SUBMITTED"));
    }
}
