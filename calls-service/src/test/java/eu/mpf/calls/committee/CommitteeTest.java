package eu.mpf.calls.committee;

import static eu.mpf.calls.Calling.as;
import static eu.mpf.calls.Calling.content;
import static eu.mpf.calls.Calling.draft;
import static eu.mpf.calls.Calling.eligible;
import static eu.mpf.calls.Calling.etag;
import static eu.mpf.calls.Calling.get;
import static eu.mpf.calls.Calling.officerTerms;
import static eu.mpf.calls.Calling.openCall;
import static eu.mpf.calls.Calling.patch;
import static eu.mpf.calls.Calling.submitted;
import static eu.mpf.calls.Calling.terms;
import static eu.mpf.calls.Calling.verb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import eu.mpf.calls.Awarding;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("C18")
class CommitteeTest {

    @Test
    @Tag("C21")
    @Tag("C22")
    void theChairOpensConflictsHideAndTheVoteCarriesTheConditionsIntoTheGrant() {
        String call = openCall(terms());
        String id = eligible("applicant-lv", call, content("BMVI", "200000.00", "190000.00"));
        String other = eligible("applicant-lt", call, content("BMVI", "200000.00", "190000.00"));
        Awarding.consensus(id, 4, 4, 4);
        Awarding.consensus(other, 3, 4, 4);
        Api.as("committee-1").get("/v1/calls/" + call + "/ranking").then().statusCode(404);
        Api.as("committee-1").get("/v1/calls/" + call + "/pipeline").then().statusCode(404);

        String meeting = as("programme-officer")
                .body(Map.of("callId", call, "title", "First", "scheduledAt", "2099-12-01T09:00:00Z"))
                .post("/v1/committee-meetings")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String path = "/v1/committee-meetings/" + meeting;
        patch("programme-officer", path, Map.of("title", "First meeting"))
                .then()
                .statusCode(200)
                .body("title", equalTo("First meeting"))
                .body("scheduledAt", equalTo("2099-12-01T09:00:00.000Z"));
        patch("programme-officer", path, "{\"title\":null}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/title"));
        part(path, "members", Map.of("member", "committee-1", "role", "CHAIR"));
        part(path, "members", Map.of("member", "committee-2", "role", "MEMBER"));
        part(path, "members", Map.of("member", "committee-3", "role", "MEMBER"));
        part(path, "members", Map.of("member", "guest", "role", "OBSERVER"));
        delete(path, path + "/members/guest").then().statusCode(204);
        part(
                path,
                "agenda",
                Map.of(
                        "applicationId",
                        id,
                        "proposal",
                        "AWARD",
                        "recommendation",
                        Map.of(
                                "grounds", "Best of its region",
                                "risks", List.of(Map.of("text", "Short notice", "level", "LOW")),
                                "conditions", List.of(Map.of("text", "Letter", "due", "BEFORE_SIGNATURE")))));
        part(path, "agenda", Map.of("applicationId", other, "proposal", "RESERVE"));
        delete(path, path + "/agenda/" + other).then().statusCode(204);
        as("committee-3")
                .header("If-Match", etag("committee-3", path))
                .body(Map.of("applicationId", id, "reason", "Former employer"))
                .post(path + "/members/committee-3:declare-conflict")
                .then()
                .statusCode(200)
                .body("agenda", empty());
        Api.as("committee-3").get(path + "/agenda").then().body("items", empty());
        Api.as("committee-3")
                .get("/v1/calls/" + call + "/ranking")
                .then()
                .statusCode(200)
                .body("items.applicationId", contains(other));
        Api.as("committee-1")
                .get("/v1/calls/" + call + "/ranking")
                .then()
                .body("items.applicationId", contains(id, other));
        delete(path, path + "/members/committee-3").then().statusCode(409);
        // Seated anew, the conflict stays.
        part(path, "members", Map.of("member", "committee-3", "role", "MEMBER"));
        Api.as("committee-3").get("/v1/applications/" + id).then().statusCode(404);

        verb("committee-2", path, "open", null).then().statusCode(403);
        verb("committee-1", path, "open", null).then().statusCode(200).body("status", equalTo("OPEN"));
        patch("programme-officer", path, Map.of("title", "Late")).then().statusCode(409);
        pipeline(call, meeting, "UNDECIDED");
        Awarding.vote(meeting, id, "FOR", "committee-1");
        Awarding.vote(meeting, id, "FOR", "committee-2");
        String grant = Awarding.decide(id, meeting, "AWARD")
                .then()
                .statusCode(200)
                .extract()
                .path("grantId");
        pipeline(call, meeting, "AWARDED");
        Api.as("programme-officer")
                .get("/v1/grants/" + grant)
                .then()
                .body("conditions.text", contains("Letter"))
                .body("conditions.due", contains("BEFORE_SIGNATURE"));
        verb("committee-1", path, "close", null).then().statusCode(200);
    }

    /** Two of two are needed: with one away nothing is carried, and both are counted once the second is back. */
    @Test
    void whoIsAwayDoesNotCountForTheQuorumAndCannotVote() {
        String call = openCall(terms());
        String id = eligible("applicant-lv", call, content("BMVI", "200000.00", "190000.00"));
        Awarding.consensus(id, 4, 4, 4);
        String meeting = Awarding.meeting(call, List.of(id), "committee-1", "committee-2");
        String path = "/v1/committee-meetings/" + meeting;
        present(path, "committee-2", Map.of("present", false, "reason", "Ill"))
                .then()
                .statusCode(200)
                .body("members.find { it.member == 'committee-2' }.present", equalTo(false));
        present(path, "nobody", Map.of("present", true)).then().statusCode(404);
        Api.as("auditor")
                .get(path + "/members")
                .then()
                .statusCode(200)
                .body("items.member", contains("committee-1", "committee-2"))
                .body("items.present", contains(true, false));
        as("committee-2")
                .body(Map.of("applicationId", id, "vote", "FOR"))
                .post(path + "/votes")
                .then()
                .statusCode(403);
        Awarding.vote(meeting, id, "FOR", "committee-1");
        Awarding.decide(id, meeting, "AWARD").then().statusCode(409).body("code", equalTo("no-quorum"));
        present(path, "committee-2", Map.of("present", true)).then().statusCode(200);
        Awarding.decide(id, meeting, "AWARD").then().statusCode(200);
    }

    /** Two for a reserve are no two for an award: the proposal they voted on stays, and another needs another meeting. */
    @Test
    @Tag("rule-5")
    void votesCountForTheProposalTheyWereCastOnAndForNoOther() {
        String call = openCall(terms());
        String id = eligible("applicant-lv", call, content("BMVI", "200000.00", "190000.00"));
        Awarding.consensus(id, 4, 4, 4);
        String meeting = Awarding.meeting(call, List.of(id), "committee-1", "committee-2");
        String path = "/v1/committee-meetings/" + meeting;
        part(path, "agenda", Map.of("applicationId", id, "proposal", "RESERVE"));
        Awarding.vote(meeting, id, "FOR", "committee-1");
        Awarding.vote(meeting, id, "FOR", "committee-2");
        as("programme-officer")
                .header("If-Match", etag("programme-officer", path))
                .body(Map.of("applicationId", id, "proposal", "AWARD"))
                .post(path + "/agenda")
                .then()
                .statusCode(409)
                .body("code", equalTo("agenda-voted"));
        delete(path, path + "/agenda/" + id).then().statusCode(409).body("code", equalTo("agenda-voted"));
        Awarding.decide(id, meeting, "AWARD").then().statusCode(409).body("code", equalTo("not-carried"));
        Awarding.decide(id, meeting, "RESERVE").then().statusCode(200);
    }

    /** A member reads what is on the agenda: so nothing of another call comes there, and no draft. */
    @Test
    void onlyWhatWasHandedInToTheCallComesOnTheAgenda() {
        String call = openCall(terms());
        String meeting = Awarding.meeting(call, List.of(), "committee-1");
        String path = "/v1/committee-meetings/" + meeting;
        String elsewhere = submitted("applicant-lv", openCall(terms()), content("BMVI", "200000.00", "190000.00"));
        String draft = draft("applicant-lv", call, content("BMVI", "200000.00", "190000.00"));
        String gone = submitted("applicant-lv", call, content("BMVI", "200000.00", "190000.00"));
        verb("applicant-lv", "/v1/applications/" + gone, "withdraw", Map.of("reason", "Not now"))
                .then()
                .statusCode(200);
        for (String id : List.of(elsewhere, draft, gone, UUID.randomUUID().toString())) {
            as("programme-officer")
                    .header("If-Match", etag("programme-officer", path))
                    .body(Map.of("applicationId", id, "proposal", "AWARD"))
                    .post(path + "/agenda")
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", contains("/applicationId"))
                    .body("errors.code", contains("not-handed-in"));
        }
        // One that was there is read no more once it is taken back: what the applicant writes then is a draft.
        String id = submitted("applicant-lv", call, content("BMVI", "200000.00", "190000.00"));
        part(path, "agenda", Map.of("applicationId", id, "proposal", "AWARD"));
        Api.as("committee-1").get("/v1/applications/" + id).then().statusCode(200);
        verb("applicant-lv", "/v1/applications/" + id, "withdraw", Map.of("reason", "Not now"))
                .then()
                .statusCode(200);
        Api.as("committee-1").get("/v1/applications/" + id).then().statusCode(404);
    }

    /** Equals are put in an order by the committee in session: not by a guest, nor an absent member, nor one alone. */
    @Test
    @Tag("C17")
    void aTieIsDecidedByTheChairOfAMeetingWithItsQuorum() {
        String call = openCall(terms().replace("\"amount\": \"6000000.00\"", "\"amount\": \"200000.00\""));
        String one = eligible("applicant-lv", call, content("BMVI", "200000.00", "190000.00"));
        String other = eligible("applicant-lt", call, content("BMVI", "200000.00", "190000.00"));
        Awarding.consensus(one, 4, 4, 4);
        Awarding.consensus(other, 4, 4, 4);
        tie("programme-officer", call, other, one, 409, "no-quorum");
        String path = "/v1/committee-meetings/" + Awarding.meeting(call, List.of(one, other), "committee-2");
        part(path, "members", Map.of("member", "committee-1", "role", "OBSERVER"));
        tie("committee-1", call, other, one, 409, "no-quorum");
        part(path, "members", Map.of("member", "committee-3", "role", "MEMBER"));
        tie("committee-1", call, other, one, 403, "forbidden");
        tie("committee-2", call, other, one, 403, "forbidden");
        part(path, "members", Map.of("member", "committee-1", "role", "CHAIR"));
        present(path, "committee-1", Map.of("present", false, "reason", "Ill"))
                .then()
                .statusCode(200);
        tie("committee-1", call, other, one, 403, "forbidden");
        present(path, "committee-1", Map.of("present", true)).then().statusCode(200);
        present(path, "committee-2", Map.of("present", false)).then().statusCode(200);
        as("committee-3")
                .header("If-Match", etag("committee-3", path))
                .body(Map.of("applicationId", one, "reason", "Former employer"))
                .post(path + "/members/committee-3:declare-conflict")
                .then()
                .statusCode(200);
        tie("committee-1", call, other, one, 409, "no-quorum");
        present(path, "committee-2", Map.of("present", true)).then().statusCode(200);
        as("committee-1")
                .body(Map.of("applications", List.of(other, one), "reason", "Wider partnership"))
                .post("/v1/calls/" + call + "/ranking:decide-tie")
                .then()
                .statusCode(200)
                .body("items.applicationId", contains(other, one));
    }

    /** Where the programme officer decides, no member of a committee does. */
    @Test
    @Tag("C17")
    void aTieIsNotTheCommitteesWhereTheOfficerDecides() {
        String call = openCall(officerTerms());
        Awarding.meeting(call, List.of(), "committee-1", "committee-2");
        tie("committee-1", call, UUID.randomUUID().toString(), UUID.randomUUID().toString(), 409, "wrong-body");
    }

    /** What is named so stands in paths and in an index: a longer one was taken, and could not be put or removed any more. */
    @Test
    void whoSitsInAMeetingAndWhoReviewsIsNamedInAtMostTwoHundredCharacters() {
        String call = openCall(terms());
        String longest = "a".repeat(200);
        String path = "/v1/committee-meetings/" + Awarding.meeting(call, List.of(), "committee-1");
        as("programme-officer")
                .header("If-Match", etag("programme-officer", path))
                .body(Map.of("member", longest + "b", "role", "MEMBER"))
                .post(path + "/members")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/member"));
        part(path, "members", Map.of("member", longest, "role", "MEMBER"));
        present(path, longest, Map.of("present", false, "reason", "Ill")).then().statusCode(200);
        String evaluations = "/v1/applications/"
                + eligible("applicant-lv", call, content("BMVI", "200000.00", "190000.00")) + "/evaluations";
        as("programme-officer")
                .body(Map.of("evaluator", longest + "b"))
                .post(evaluations)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/evaluator"));
        as("programme-officer")
                .body(Map.of("evaluator", longest))
                .post(evaluations)
                .then()
                .statusCode(201);
    }

    private static void tie(String identity, String call, String first, String second, int status, String code) {
        as(identity)
                .body(Map.of("applications", List.of(first, second), "reason", "Wider partnership"))
                .post("/v1/calls/" + call + "/ranking:decide-tie")
                .then()
                .statusCode(status)
                .body("code", equalTo(code));
    }

    private static Response present(String path, String member, Map<String, ?> body) {
        return as("programme-officer")
                .header("If-Match", etag("programme-officer", path))
                .body(body)
                .put(path + "/members/" + member);
    }

    private static void pipeline(String call, String meeting, String outcome) {
        var figures = get("programme-officer", "/v1/calls/" + call + "/pipeline?meetingId=" + meeting);
        assertThat(figures.getLong("received")).isEqualTo(1);
        assertThat(figures.getBoolean("addsUp")).isTrue();
        assertThat(figures.<String>getList("parts.outcome")).containsExactly(outcome);
        assertThat(figures.getString("parts[0].requested[0].amount")).isEqualTo("190000.00");
    }

    private static void part(String path, String part, Map<String, ?> body) {
        as("programme-officer")
                .header("If-Match", etag("programme-officer", path))
                .body(body)
                .post(path + "/" + part)
                .then()
                .statusCode(201);
    }

    private static Response delete(String meeting, String path) {
        return as("programme-officer")
                .header("If-Match", etag("programme-officer", meeting))
                .delete(path);
    }
}
