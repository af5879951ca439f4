package eu.mpf.calls.committee;

import static eu.mpf.calls.Calling.as;
import static eu.mpf.calls.Calling.content;
import static eu.mpf.calls.Calling.eligible;
import static eu.mpf.calls.Calling.etag;
import static eu.mpf.calls.Calling.get;
import static eu.mpf.calls.Calling.openCall;
import static eu.mpf.calls.Calling.patch;
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
