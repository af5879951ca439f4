package eu.mpf.calls.call;

import static eu.mpf.calls.Calling.as;
import static eu.mpf.calls.Calling.draftCall;
import static eu.mpf.calls.Calling.etag;
import static eu.mpf.calls.Calling.openCall;
import static eu.mpf.calls.Calling.patch;
import static eu.mpf.calls.Calling.reason;
import static eu.mpf.calls.Calling.terms;
import static eu.mpf.calls.Calling.verb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import eu.mpf.testkit.Api;
import eu.mpf.testkit.EventSchemas;
import eu.mpf.testkit.KafkaProbe;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
class CallLifeTest {

    private static final String TOPIC = "mpf.calls.call.v1";

    @Test
    void aDraftIsInvisibleToThePublicAndTheKeyIsData() {
        var draft = draftCall(terms());
        String id = draft.path("id");
        assertThat(draft.<String>path("key")).contains("/");
        Api.anonymous().get("/v1/calls/" + id).then().statusCode(404).body("code", equalTo("not-found"));
        Api.as("applicant-lv").get("/v1/calls/" + id).then().statusCode(404);
        Api.anonymous().get("/v1/calls/" + id + "/funds").then().statusCode(404);
        Api.anonymous()
                .queryParam("key", draft.<String>path("key"))
                .get("/v1/calls")
                .then()
                .body("items", hasSize(0));
        Api.as("programme-officer")
                .queryParam("key", draft.<String>path("key"))
                .get("/v1/calls")
                .then()
                .body("items", hasSize(1));
        as("applicant-lv")
                .body("{\"key\":\"X\",\"terms\":" + terms() + "}")
                .post("/v1/calls")
                .then()
                .statusCode(403);
    }

    /** Clocks in Brussels skip an hour in March and show one twice in October. */
    @Test
    @Tag("C3")
    void aDeadlineThatTheClocksDoNotShowExactlyOnceIsRefused() {
        for (String local : List.of("2099-03-29T02:30:00.000", "2099-10-25T02:30:00.000")) {
            String id = draftCall(terms().replace("2099-11-30T17:00:00.000", local)
                            .replace("2099-11-15T17:00:00.000", "2099-03-01T17:00:00.000"))
                    .path("id");
            verb("programme-officer", "/v1/calls/" + id, "publish", null)
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", contains("/deadlines/0/local"))
                    .body("errors.code", contains("ambiguous-time"));
        }
    }

    /** Its types are right, and yet nobody could ever meet it: said when it is published, and when it is amended. */
    @Test
    @Tag("C6")
    void publishingRefusesARuleOverAHeadingThatNoBudgetHas() {
        String bad = terms().replace("application.headings.INDIRECT <= share", "application.headings.INDIRCT <= share");
        verb("programme-officer", "/v1/calls/" + draftCall(bad).path("id"), "publish", null)
                .then()
                .statusCode(400)
                .body("code", equalTo("call-not-publishable"))
                .body("errors.pointer", contains("/rules/3/expression"))
                .body("errors[0].message", org.hamcrest.Matchers.containsString("'INDIRCT' is none of headings"));
        verb("programme-officer", "/v1/calls/" + openCall(terms()), "amend", """
                {"reason": "Another rule", "changes": {"rules": [{"id": "fund", "words": {"en": "ISF only."},
                  "expression": "application.fund == 'IFS'", "pointer": "/content/fund"}]}}""")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/rules/0/expression"));
    }

    @Test
    void publishingRefusesABadRuleWithItsPointer() {
        String bad =
                terms().replace("size(application.partnerCountries) > 0", "size(application.partnerCountreis) > 0");
        String id = draftCall(bad).path("id");
        verb("programme-officer", "/v1/calls/" + id, "publish", null)
                .then()
                .statusCode(400)
                .body("code", equalTo("call-not-publishable"))
                .body("errors.pointer", contains("/rules/1/expression"))
                .body("errors[0].message", org.hamcrest.Matchers.containsString("partnerCountreis"));
        String path = "/v1/calls/" + id;
        patch("programme-officer", path, "{\"terms\":{\"timeZone\":\"Europe/Riga\"}}")
                .then()
                .statusCode(200)
                .body("terms.timeZone", equalTo("Europe/Riga"))
                .body("terms.title.en", equalTo("Borders and security"));
        patch("programme-officer", path, "{\"terms\":{\"questionsUntilLocal\":null}}")
                .then()
                .statusCode(200)
                .body("terms.questionsUntilLocal", nullValue());
        patch("programme-officer", path, "{\"terms\":{\"title\":null}}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/terms/title"));
        patch("programme-officer", path, "{\"terms\":null}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/terms"));
        as("programme-officer").post(path + ":publish").then().statusCode(428);
        as("programme-officer")
                .header("If-Match", "\"999\"")
                .post(path + ":publish")
                .then()
                .statusCode(412);
    }

    @Test
    @Tag("C8")
    void aQuestionIsAnsweredWithoutTheAskersNameAndACorrigendumRaisesTheEnvelope() {
        String id = openCall(terms());
        String path = "/v1/calls/" + id;
        String question = as("applicant-lv")
                .body("{\"question\":\"May a partner come from a third country?\"}")
                .post(path + "/clarifications")
                .then()
                .statusCode(201)
                .body("answer", nullValue())
                .extract()
                .path("id");
        String questionPath = path + "/clarifications/" + question;
        Api.anonymous().get(path + "/clarifications").then().statusCode(200).body("items", hasSize(0));
        Api.anonymous().get(questionPath).then().statusCode(404);
        verb("programme-officer", questionPath, "answer", "{\"answer\":\"Yes, as an associated partner.\"}")
                .then()
                .statusCode(200);
        String published = Api.anonymous()
                .get(questionPath)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(published).doesNotContain("applicant-lv");

        String before = etag("programme-officer", path);
        as("programme-officer")
                .header("If-Match", before)
                .body("""
                        {"reason": "More money", "corrections": [{"section": "1.3", "page": 4, "was": "6 000 000", "is": "7 000 000"}],
                         "envelopes": [{"fund": "BMVI", "envelope": {"amount": "7000000.00", "currency": "EUR"}}],
                         "changes": {"guidelines": {"label": "1.1"}}}""")
                .post(path + ":amend")
                .then()
                .statusCode(200)
                .body("edition", equalTo(2))
                .body("terms.guidelines.label", equalTo("1.1"));
        Api.anonymous()
                .get(path + "/funds")
                .then()
                .body("items.find { it.fund == 'BMVI' }.available.amount", equalTo("7000000.00"));
        Api.anonymous()
                .get(path + "/corrigenda")
                .then()
                .body("items", hasSize(1))
                .body("items[0].corrections[0].was", equalTo("6 000 000"));
        Api.anonymous().get(path + "/versions").then().body("items.edition", contains(1, 2));

        var events = new KafkaProbe().awaitAll(TOPIC, event -> event.subject().equals(id), 3);
        assertThat(events)
                .extracting(event -> event.type())
                .containsExactly(
                        "eu.mpf.calls.call.published.v1",
                        "eu.mpf.calls.clarification.published.v1",
                        "eu.mpf.calls.call.amended.v1");
        assertThat(events).extracting(event -> event.sequence()).isSorted().doesNotHaveDuplicates();
        events.forEach(EventSchemas::validate);
        assertThat(events.get(1).data().toString()).doesNotContain("applicant-lv");
    }

    @Test
    void aCallIsSuspendedReopenedClosedAndCancelledByHand() {
        String id = openCall(terms());
        String path = "/v1/calls/" + id;
        verb("programme-officer", path, "suspend", reason())
                .then()
                .statusCode(200)
                .body("status", equalTo("SUSPENDED"));
        as("applicant-lv")
                .body("{\"callId\":\"" + id + "\"}")
                .post("/v1/applications")
                .then()
                .statusCode(409)
                .body("code", equalTo("call-not-open"));
        verb("programme-officer", path, "reopen", reason())
                .then()
                .statusCode(200)
                .body("status", equalTo("OPEN"));
        verb("programme-officer", path, "close", reason())
                .then()
                .statusCode(200)
                .body("status", equalTo("CLOSED"));
        verb("programme-officer", path, "suspend", reason())
                .then()
                .statusCode(409)
                .body("code", equalTo("call-state"));
        verb("programme-officer", path, "cancel", reason())
                .then()
                .statusCode(200)
                .body("status", equalTo("CANCELLED"));
        Api.anonymous()
                .queryParam("status", "CANCELLED")
                .queryParam("pageSize", 200)
                .get("/v1/calls")
                .then()
                .body("items.id", hasItem(id));
        Api.anonymous()
                .queryParam("status", "OPEN")
                .queryParam("pageSize", 200)
                .get("/v1/calls")
                .then()
                .body("items.id", not(hasItem(id)));
        new KafkaProbe().awaitAll(TOPIC, event -> event.subject().equals(id), 5).forEach(EventSchemas::validate);
    }

    @Test
    void theSameKeyIsRefusedAndARepeatedRequestIsReplayed() {
        String body = "{\"key\":\"%s\",\"terms\":%s}".formatted(eu.mpf.calls.Calling.newKey(), terms());
        String key = java.util.UUID.randomUUID().toString();
        String first = as("programme-officer")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/calls")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as("programme-officer")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/calls")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(first));
        as("programme-officer")
                .body(body)
                .post("/v1/calls")
                .then()
                .statusCode(409)
                .body("code", equalTo("call-key-taken"));
    }

    @Test
    @Tag("C4")
    @Tag("rule-6")
    void theEnvelopeNeverFallsBelowWhatIsAwarded() {
        String id = openCall(terms());
        Sql.execute("UPDATE fund_balance SET reserved = 5000000 WHERE call_id = ?::uuid AND fund = 'BMVI'", id);
        verb("programme-officer", "/v1/calls/" + id, "amend", """
                {"reason": "Less", "envelopes": [{"fund": "BMVI", "envelope": {"amount": "4999999.99", "currency": "EUR"}}]}""")
                .then()
                .statusCode(409)
                .body("code", equalTo("envelope-too-small"));
    }

    @Test
    void theDatabaseKnowsTheSameStatusAsTheCode() {
        var opens = java.time.Instant.parse("2030-01-01T08:00:00Z");
        var deadline = java.time.Instant.parse("2030-06-30T15:00:00Z");
        for (CallStatus.Standing standing : CallStatus.Standing.values()) {
            for (var at : java.util.List.of(
                    opens.minusMillis(1), opens, deadline, deadline.plusNanos(999_000), deadline.plusMillis(1))) {
                for (boolean spent : new boolean[] {false, true}) {
                    String inSql = Sql.value(
                            String.class,
                            "SELECT call_status(?, ?, ?::timestamptz, ?::timestamptz, ?::timestamptz)",
                            standing.name(),
                            spent,
                            opens.toString(),
                            deadline.toString(),
                            at.toString());
                    assertThat(inSql)
                            .isEqualTo(CallStatus.at(at, standing, spent, opens, deadline)
                                    .name());
                }
            }
        }
    }
}
