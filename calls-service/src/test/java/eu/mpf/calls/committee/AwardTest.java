package eu.mpf.calls.committee;

import static eu.mpf.calls.Calling.as;
import static eu.mpf.calls.Calling.content;
import static eu.mpf.calls.Calling.eligible;
import static eu.mpf.calls.Calling.etag;
import static eu.mpf.calls.Calling.get;
import static eu.mpf.calls.Calling.openCall;
import static eu.mpf.calls.Calling.reason;
import static eu.mpf.calls.Calling.terms;
import static eu.mpf.calls.Calling.verb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import eu.mpf.calls.Awarding;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.EventSchemas;
import eu.mpf.testkit.KafkaProbe;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("C15")
@Tag("C18")
@Tag("C20")
class AwardTest {

    @Test
    void adviceIsRecordedAndSeenByStaffAlone() {
        String id = eligible("applicant-lv", openCall(terms()), content("BMVI", "200000.00", "190000.00"));
        String path = "/v1/applications/" + id;
        Api.as("consultee").get(path).then().statusCode(404);
        var asked = as("programme-officer")
                .body(Map.of(
                        "body",
                        "EU Delegation to Moldova",
                        "kind",
                        "DELEGATION",
                        "consultee",
                        "consultee",
                        "dueOn",
                        "2099-01-31"))
                .post(path + "/consultations")
                .then()
                .statusCode(201)
                .extract()
                .response();
        Api.as("consultee").get(path).then().statusCode(200);
        as("consultee")
                .header("If-Match", asked.header("ETag"))
                .body(Map.of("opinion", "POSITIVE", "advice", "Fits the dialogue."))
                .post(path + "/consultations/" + asked.path("id") + ":advise")
                .then()
                .statusCode(200)
                .body("late", equalTo(false));
        Api.as("programme-officer").get(path + "/consultations").then().body("items.opinion", contains("POSITIVE"));
        Api.as("applicant-lv").get(path + "/consultations").then().statusCode(403);
    }

    @Test
    void aReviewIsBlindUntilOnesOwnIsInAndAConflictClosesTheFile() {
        String id = eligible("applicant-lv", openCall(terms()), content("BMVI", "200000.00", "190000.00"));
        String path = "/v1/applications/" + id;
        String first = Awarding.assign(id, "evaluator-1");
        String second = Awarding.assign(id, "evaluator-2");
        String third = Awarding.assign(id, "evaluator-3");
        Awarding.score("evaluator-1", first, 4, 4, 4);
        assertThat(get("evaluator-2", path + "/evaluations").<String>getList("items.evaluator"))
                .containsExactly("evaluator-2");
        Api.as("evaluator-2").get("/v1/evaluations/" + first).then().statusCode(404);
        Awarding.score("evaluator-2", second, 5, 3, 4);
        assertThat(get("evaluator-2", path + "/evaluations").<String>getList("items.evaluator"))
                .contains("evaluator-1", "evaluator-2");

        as("evaluator-1")
                .body(Map.of("marks", Map.of("relevance", 4, "quality", 4, "impact", 4)))
                .post(path + "/consensus")
                .then()
                .statusCode(409)
                .body("code", equalTo("evaluations-missing"));
        verb("evaluator-3", "/v1/evaluations/" + third, "declare-conflict", reason())
                .then()
                .statusCode(200)
                .body("status", equalTo("CONFLICTED"));
        Api.as("evaluator-3").get(path).then().statusCode(404);
        Api.as("evaluator-3").get(path + "/evaluations").then().statusCode(404);
        as("evaluator-3")
                .header("If-Match", etag("evaluator-3", "/v1/evaluations/" + third))
                .body(Map.of("marks", Map.of()))
                .put("/v1/evaluations/" + third)
                .then()
                .statusCode(409)
                .body("code", equalTo("evaluation-state"));
        as("evaluator-1")
                .body(Map.of("marks", Map.of("relevance", 4.5, "quality", 3, "impact", 6)))
                .post(path + "/consensus")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/marks/impact"));
        as("evaluator-1")
                .body(Map.of("marks", Map.of("relevance", 4.5, "quality", 3.5, "impact", 4)))
                .post(path + "/consensus")
                .then()
                .statusCode(200)
                .body("total", equalTo(12.0f))
                .body("passes", equalTo(true));
        Api.as("programme-officer")
                .get(path + "/consensus")
                .then()
                .statusCode(200)
                .body("marks.relevance", equalTo(4.5f))
                .body("total", equalTo(12.0f));
        Api.as("evaluator-3").get(path + "/consensus").then().statusCode(404);
        String call = get("programme-officer", path).getString("callId");
        Api.as("programme-officer")
                .get("/v1/calls/" + call + "/evaluators")
                .then()
                .statusCode(200)
                .body("items.evaluator", contains("evaluator-1", "evaluator-2", "evaluator-3"))
                .body("items.submitted", contains(1, 1, 0))
                .body("items.conflicted", contains(0, 0, 1));
        Api.as("applicant-lv").get("/v1/calls/" + call + "/evaluators").then().statusCode(403);
    }

    @Test
    void theCommitteeDecidesAndTheMoneyMovesWithTheGrant() {
        String call = openCall(terms().replace(
                        "\"maximumRate\": \"95.00\",",
                        "\"maximumRate\": \"95.00\", \"maximumIndirectRate\": \"7.00\","));
        String id = eligible("applicant-lv", call, content("BMVI", "200000.00", "190000.00"));
        String path = "/v1/applications/" + id;
        Awarding.consensus(id, 4, 4, 4);
        Api.as("programme-officer")
                .get("/v1/calls/" + call + "/ranking")
                .then()
                .statusCode(200)
                .body("items.applicationId", contains(id))
                .body("items.standing", contains("RECOMMENDED"));
        as("programme-officer")
                .header("If-Match", etag("programme-officer", path))
                .body(Map.of("outcome", "AWARD", "reasons", "Good"))
                .post(path + "/decision")
                .then()
                .statusCode(409)
                .body("code", equalTo("wrong-body"));

        String meeting = Awarding.meeting(call, List.of(id), "committee-1", "committee-2", "committee-3");
        String meetingPath = "/v1/committee-meetings/" + meeting;
        Api.as("committee-1").get(path).then().statusCode(200);
        as("committee-3")
                .header("If-Match", etag("committee-3", meetingPath))
                .body(Map.of("applicationId", id, "reason", "Former employer"))
                .post(meetingPath + "/members/committee-3:declare-conflict")
                .then()
                .statusCode(200);
        Api.as("committee-3").get(path).then().statusCode(404);
        as("committee-3")
                .body(Map.of("applicationId", id, "vote", "FOR"))
                .post(meetingPath + "/votes")
                .then()
                .statusCode(403)
                .body("code", equalTo("conflict-of-interest"));
        Awarding.vote(meeting, id, "AGAINST", "committee-1");
        Awarding.decide(id, meeting, "AWARD").then().statusCode(409).body("code", equalTo("not-carried"));
        Awarding.vote(meeting, id, "FOR", "committee-1");
        Awarding.vote(meeting, id, "FOR", "committee-2");
        Api.as("programme-officer")
                .get(meetingPath + "/votes")
                .then()
                .statusCode(200)
                .body("items.applicationId", contains(id));
        Awarding.decide(id, meeting, "REJECT").then().statusCode(409).body("code", equalTo("not-carried"));
        String grant = Awarding.decide(id, meeting, "AWARD")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("AWARD"))
                .extract()
                .path("grantId");
        Awarding.decide(id, meeting, "AWARD").then().statusCode(409).body("code", equalTo("application-state"));
        verb("programme-officer", meetingPath, "close", null).then().statusCode(200);
        as("programme-officer")
                .header("If-Match", etag("programme-officer", meetingPath))
                .body(Map.of("text", "# Minutes"))
                .put(meetingPath + "/minutes")
                .then()
                .statusCode(200);
        Api.as("auditor").get(meetingPath + "/minutes").then().statusCode(200).body("text", equalTo("# Minutes"));
        Api.as("applicant-lv").get(path + "/decision").then().statusCode(404);
        assertThat(told(grant)).as("who hears of an award before its applicant").isZero();
        Awarding.letter(id).then().statusCode(201).body("kind", equalTo("AWARD"));
        Api.as("applicant-lv").get(path + "/decision").then().statusCode(200).body("grantId", equalTo(grant));
        Api.anonymous()
                .get("/v1/calls/" + call + "/funds")
                .then()
                .body("items.find { it.fund == 'BMVI' }.available.amount", equalTo("5810000.00"))
                .body("items.find { it.fund == 'BMVI' }.reserved.amount", equalTo("190000.00"))
                .body("items.find { it.fund == 'ISF' }.available.amount", equalTo("5000000.00"));
        var awarded = new KafkaProbe()
                .await("mpf.calls.grant.v1", event -> event.subject().equals(grant));
        EventSchemas.validate(awarded);
        assertThat(awarded.data().path("rate").asText()).isEqualTo("95.00");
        assertThat(awarded.data().path("leadOrganisation").asText()).isEqualTo("LV-SBG");
        assertThat(awarded.data().path("maximumRate").asText()).isEqualTo("95.00");
        assertThat(awarded.data().path("maximumIndirectRate").asText()).isEqualTo("7.00");
        assertThat(awarded.data().path("budget")).singleElement().satisfies(cost -> {
            assertThat(cost.path("heading").asText()).isEqualTo("STAFF");
            assertThat(cost.path("amount").path("amount").asText()).isEqualTo("200000.00");
        });
        EventSchemas.validate(new KafkaProbe()
                .await(
                        "mpf.calls.application.v1",
                        event -> event.subject().equals(id) && event.type().endsWith("decided.v1")));
    }

    /** Events about a grant: first what waits, then what is out, so that one on its way is not missed. */
    private static long told(String grant) {
        return Sql.count("SELECT count(*) FROM outbox_event WHERE aggregate_id = ?", grant)
                + new KafkaProbe()
                        .all("mpf.calls.grant.v1").stream()
                                .filter(event -> event.subject().equals(grant))
                                .count();
    }

    @Test
    @Tag("C19")
    void anAwardTakenBackBeforeItsLetterIsNobodysBusinessAndOneThatIsSignedIsTold() {
        String officer = terms().replace(
                        "{\"body\": \"COMMITTEE\", \"quorum\": 2}", "{\"body\": \"PROGRAMME_OFFICER\", \"quorum\": 1}");
        String call = openCall(officer);
        String quiet = Awarding.decideByOfficer(
                        eligible("applicant-lv", call, content("BMVI", "200000.00", "190000.00")))
                .path("grantId");
        verb("programme-officer", "/v1/grants/" + quiet, "withdraw", reason())
                .then()
                .statusCode(200);
        assertThat(told(quiet)).isZero();

        String signed = Awarding.decideByOfficer(
                        eligible("applicant-lt", call, content("BMVI", "200000.00", "190000.00")))
                .path("grantId");
        verb("finance-officer", "/v1/grants/" + signed, "sign", null).then().statusCode(200);
        EventSchemas.validate(new KafkaProbe()
                .await("mpf.calls.grant.v1", event -> event.subject().equals(signed)));
    }

    @Test
    void fiftyAwardsAtOnceNeverPassTheEnvelope() throws Exception {
        String rich = terms().replace("\"6000000.00\"", "\"2000000.00\"")
                .replace(
                        "{\"body\": \"COMMITTEE\", \"quorum\": 2}", "{\"body\": \"PROGRAMME_OFFICER\", \"quorum\": 1}");
        String call = openCall(rich);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            ids.add(eligible("applicant-lv", call, content("BMVI", "200000.00", "190000.00")));
        }
        List<Callable<Integer>> awards = new ArrayList<>();
        for (String id : ids) {
            String tag = etag("programme-officer", "/v1/applications/" + id);
            awards.add(() -> as("programme-officer")
                    .header("If-Match", tag)
                    .body(Map.of("outcome", "AWARD", "reasons", "Good"))
                    .post("/v1/applications/" + id + "/decision")
                    .statusCode());
        }
        List<Integer> answers = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(50)) {
            for (var answer : threads.invokeAll(awards)) {
                answers.add(answer.get());
            }
        }
        assertThat(answers).filteredOn(status -> status == 200).hasSize(10);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(40);
        Api.anonymous()
                .get("/v1/calls/" + call + "/funds")
                .then()
                .body("items.find { it.fund == 'BMVI' }.available.amount", equalTo("100000.00"))
                .body("items.find { it.fund == 'BMVI' }.reserved.amount", equalTo("1900000.00"));
        assertThat(Sql.count("SELECT count(*) FROM grant_agreement WHERE call_id = ?::uuid", call))
                .isEqualTo(10);
        var figures = get("programme-officer", "/v1/calls/" + call + "/pipeline");
        assertThat(figures.getLong("received")).isEqualTo(50);
        assertThat(figures.getBoolean("addsUp")).isTrue();
    }

    @Test
    void aGrantIsSignedOrWithdrawnAndItsProjectLinkedBackOnceHoweverOftenToldAboutIt() {
        String officer = terms().replace(
                        "{\"body\": \"COMMITTEE\", \"quorum\": 2}", "{\"body\": \"PROGRAMME_OFFICER\", \"quorum\": 1}")
                .replace("\"amount\": \"6000000.00\"", "\"amount\": \"200000.00\"");
        String call = openCall(officer);
        String id = eligible("applicant-lv", call, content("BMVI", "200000.00", "190000.00"));
        String grant =
                Awarding.decideByOfficer(id).then().statusCode(200).extract().path("grantId");
        String path = "/v1/grants/" + grant;
        Api.as("applicant-lt").get(path).then().statusCode(404);
        Api.as("applicant-lv").get(path).then().statusCode(404);
        Awarding.letter(id).then().statusCode(201);
        Api.as("applicant-lv")
                .get(path)
                .then()
                .statusCode(200)
                .body("status", equalTo("AWARDED"))
                .body("rate", equalTo("95.00"));
        var depleted = new KafkaProbe()
                .await(
                        "mpf.calls.call.v1",
                        event -> event.subject().equals(call) && event.type().equals("eu.mpf.calls.fund.depleted.v1"));
        EventSchemas.validate(depleted);
        Api.anonymous()
                .get("/v1/calls/" + call)
                .then()
                .body("status", equalTo("OPEN"))
                .body("depletedFunds", contains("BMVI"));

        String project = UUID.randomUUID().toString();
        for (int i = 0; i < 3; i++) {
            new KafkaProbe()
                    .send(
                            "mpf.projects.project.v1",
                            project,
                            Map.of(
                                    "ce_specversion",
                                    "1.0",
                                    "ce_id",
                                    UUID.nameUUIDFromBytes(project.getBytes(StandardCharsets.UTF_8))
                                            .toString(),
                                    "ce_source",
                                    "/projects-service",
                                    "ce_type",
                                    "eu.mpf.projects.project.registered.v1",
                                    "ce_subject",
                                    project,
                                    "ce_time",
                                    "2026-01-01T00:00:00.000Z",
                                    "ce_sequence",
                                    "1",
                                    "content-type",
                                    "application/json"),
                            "{\"projectId\":\"%s\",\"code\":\"JBS\",\"grantId\":\"%s\"}"
                                    .formatted(project, grant)
                                    .getBytes(StandardCharsets.UTF_8));
        }
        Awarding.await(() -> project.equals(get("programme-officer", path).getString("projectId")));
        verb("finance-officer", path, "sign", null).then().statusCode(200).body("status", equalTo("SIGNED"));
        Api.anonymous()
                .get("/v1/calls/" + call + "/funds")
                .then()
                .body("items.find { it.fund == 'BMVI' }.committed.amount", equalTo("190000.00"));
        verb("programme-officer", path, "withdraw", reason())
                .then()
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"));
        Api.anonymous()
                .get("/v1/calls/" + call + "/funds")
                .then()
                .body("items.find { it.fund == 'BMVI' }.available.amount", equalTo("200000.00"));
        assertThat(get("applicant-lv", "/v1/applications/" + id).getString("status"))
                .isEqualTo("REVOKED");
        var events = new KafkaProbe()
                .awaitAll("mpf.calls.grant.v1", event -> event.subject().equals(grant), 2);
        events.forEach(EventSchemas::validate);
        assertThat(events)
                .extracting(event -> event.type())
                .containsExactly("eu.mpf.calls.grant.awarded.v1", "eu.mpf.calls.grant.withdrawn.v1");
    }

    @Test
    void equalToTheEndWaitsForADecision() {
        String tight = terms().replace("\"amount\": \"6000000.00\"", "\"amount\": \"200000.00\"")
                .replace(
                        "{\"body\": \"COMMITTEE\", \"quorum\": 2}", "{\"body\": \"PROGRAMME_OFFICER\", \"quorum\": 1}");
        String call = openCall(tight);
        String one = eligible("applicant-lv", call, content("BMVI", "200000.00", "190000.00"));
        String other = eligible("applicant-lt", call, content("BMVI", "200000.00", "190000.00"));
        Awarding.consensus(one, 4, 4, 4);
        Awarding.consensus(other, 4, 4, 4);
        Api.as("programme-officer")
                .get("/v1/calls/" + call + "/ranking")
                .then()
                .body("items.standing", everyItem(equalTo("TIE_TO_DECIDE")));
        Awarding.decideByOfficer(one).then().statusCode(409).body("code", equalTo("tie-undecided"));
        as("programme-officer")
                .body(Map.of("applications", List.of(other, one), "reason", "Wider partnership"))
                .post("/v1/calls/" + call + "/ranking:decide-tie")
                .then()
                .statusCode(200)
                .body("items.applicationId", contains(other, one))
                .body("items.standing", contains("RECOMMENDED", "RESERVE"));
        as("programme-officer")
                .body(Map.of("applications", List.of(other, one), "reason", "Again"))
                .post("/v1/calls/" + call + "/ranking:decide-tie")
                .then()
                .statusCode(409)
                .body("code", equalTo("not-tied"));
        Awarding.decideByOfficer(other).then().statusCode(200);
        Awarding.decideByOfficer(one).then().statusCode(409).body("code", equalTo("fund-exhausted"));
    }

    @Test
    void theEventsAreDocumentedInPublic() {
        assertThat(Api.anonymous()
                        .get("/asyncapi")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .startsWith("asyncapi: 3.0.0");
        Api.as("programme-officer")
                .get("/v1/committee-meetings?callId=" + UUID.randomUUID())
                .then()
                .statusCode(200)
                .body("items", empty())
                .body("items", hasSize(0));
    }
}
