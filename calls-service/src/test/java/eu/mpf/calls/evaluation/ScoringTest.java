package eu.mpf.calls.evaluation;

import static eu.mpf.calls.Calling.as;
import static eu.mpf.calls.Calling.content;
import static eu.mpf.calls.Calling.draftCall;
import static eu.mpf.calls.Calling.eligible;
import static eu.mpf.calls.Calling.etag;
import static eu.mpf.calls.Calling.get;
import static eu.mpf.calls.Calling.officerTerms;
import static eu.mpf.calls.Calling.openCall;
import static eu.mpf.calls.Calling.verb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import eu.mpf.calls.Awarding;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
class ScoringTest {

    /** A hundred points over five criteria with maxima of their own and 75 overall; the median of two reviews counts. */
    private static String hundredPoints() {
        String scoring = """
                "scoring": {"FULL_APPLICATION": {"minimum": 0, "maximum": 100, "step": 1, "overallThreshold": 75,
                  "criteria": [
                    {"code": "relevance", "title": {"en": "Relevance"}, "maximum": 30},
                    {"code": "quality", "title": {"en": "Quality"}, "maximum": 20},
                    {"code": "impact", "title": {"en": "Impact"}, "maximum": 20},
                    {"code": "partnership", "title": {"en": "Partnership"}, "maximum": 15},
                    {"code": "cost", "title": {"en": "Cost"}, "maximum": 15}],
                  "tieBreaks": ["relevance", "impact"],
                  "consensus": {"method": "MEAN", "minimumReviews": 2, "withinReviews": false}}},
                "decision\"""";
        String terms = officerTerms();
        return terms.substring(0, terms.indexOf("\"scoring\""))
                + scoring
                + terms.substring(terms.indexOf("\"decision\"") + "\"decision\"".length());
    }

    @Test
    @Tag("C16")
    void aSchemeThatContradictsItselfIsRefusedAtPublication() {
        String id = draftCall(
                        officerTerms()
                                .replace("\"overallThreshold\": 10", "\"overallThreshold\": 16")
                                .replace("[\"relevance\", \"impact\"]", "[\"relevance\", \"beauty\"]")
                                .replace(
                                        "\"quorum\": 1}",
                                        "\"quorum\": 1, \"balance\": [{\"by\": \"REGION\"}, {\"by\": \"REGION\", \"atLeast\": 3, \"atMost\": 2}]}"))
                .path("id");
        verb("programme-officer", "/v1/calls/" + id, "publish", null)
                .then()
                .statusCode(400)
                .body("code", equalTo("call-not-publishable"))
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/scoring/FULL_APPLICATION/overallThreshold",
                                "/scoring/FULL_APPLICATION/tieBreaks/1",
                                "/decision/balance/0",
                                "/decision/balance/1/by",
                                "/decision/balance/1/atLeast"));
    }

    @Test
    @Tag("C15")
    @Tag("C16")
    void aHundredPointsByTheMeanOfTwoReviewsAndAnEvaluatorWhoNeverAnswersIsReleased() {
        String id = eligible("applicant-lv", openCall(hundredPoints()), content("BMVI", "200000.00", "190000.00"));
        String path = "/v1/applications/" + id;
        review(Awarding.assign(id, "evaluator-1"), "evaluator-1", 25);
        String silent = Awarding.assign(id, "evaluator-2");
        consensus(path, Map.of()).statusCode(409).body("code", equalTo("evaluations-missing"));
        as("programme-officer")
                .header("If-Match", etag("programme-officer", "/v1/evaluations/" + silent))
                .delete("/v1/evaluations/" + silent)
                .then()
                .statusCode(204);
        Api.as("evaluator-2").get(path).then().statusCode(404);
        consensus(path, Map.of()).statusCode(409);
        review(Awarding.assign(id, "evaluator-3"), "evaluator-3", 30);
        consensus(path, Map.of("marks", Map.of("relevance", 25)))
                .statusCode(400)
                .body("errors.pointer", contains("/marks"));
        consensus(path, Map.of())
                .statusCode(200)
                .body("marks.relevance", equalTo(28))
                .body("total", equalTo(78))
                .body("passes", equalTo(true));
    }

    private static void review(String id, String evaluator, int relevance) {
        String path = "/v1/evaluations/" + id;
        as(evaluator)
                .header("If-Match", etag(evaluator, path))
                .body(Map.of(
                        "marks",
                        Map.of("relevance", relevance, "quality", 15, "impact", 15, "partnership", 10, "cost", 10)))
                .put(path)
                .then()
                .statusCode(200);
        verb(evaluator, path, "submit", null).then().statusCode(200);
    }

    private static ValidatableResponse consensus(String path, Map<String, ?> body) {
        return as("programme-officer").body(body).post(path + "/consensus").then();
    }

    /** Marks of somebody with a conflict are ranked no more: what they had a part in is agreed on anew, without them. */
    @Test
    @Tag("C15")
    @Tag("C16")
    void aConflictDeclaredAfterTheConsensusMakesItVoid() {
        String call = openCall(officerTerms());
        String id = eligible("applicant-lv", call, content("BMVI", "200000.00", "190000.00"));
        String path = "/v1/applications/" + id;
        Awarding.score("evaluator-2", Awarding.assign(id, "evaluator-2"), 3, 3, 4);
        String review = Awarding.assign(id, "evaluator-1");
        Awarding.score("evaluator-1", review, 5, 5, 5);
        consensus(path, Map.of("marks", Map.of("relevance", 4, "quality", 4, "impact", 4)))
                .statusCode(200);
        ranking(call).body("items.applicationId", contains(id));
        verb("evaluator-1", "/v1/evaluations/" + review, "declare-conflict", Map.of("reason", "Cousin"))
                .then()
                .statusCode(200);
        Api.as("programme-officer").get(path + "/consensus").then().statusCode(404);
        ranking(call).body("items", empty());
        assertThat(Sql.value(
                        String.class,
                        "SELECT before->>'relevance' FROM audit_entry WHERE object_id = ? AND action = 'evaluation.consensus-void'",
                        id))
                .isEqualTo("4");
        consensus(path, Map.of("marks", Map.of("relevance", 3, "quality", 3, "impact", 4)))
                .statusCode(200);
        ranking(call).body("items.total", contains(10.0f));
    }

    /** What a decision rests on is not changed under it. */
    @Test
    @Tag("C15")
    void aConflictDeclaredAfterTheDecisionLeavesTheConsensusItRestsOn() {
        String id = eligible("applicant-lv", openCall(officerTerms()), content("BMVI", "200000.00", "190000.00"));
        Awarding.consensus(id, 4, 4, 4);
        Awarding.decideByOfficer(id).then().statusCode(200);
        String review = get("programme-officer", "/v1/applications/" + id + "/evaluations")
                .getString("items[0].id");
        verb("evaluator-1", "/v1/evaluations/" + review, "declare-conflict", Map.of("reason", "Cousin"))
                .then()
                .statusCode(200);
        Api.as("programme-officer")
                .get("/v1/applications/" + id + "/consensus")
                .then()
                .statusCode(200)
                .body("total", equalTo(12.0f));
    }

    private static ValidatableResponse ranking(String call) {
        return Api.as("programme-officer")
                .get("/v1/calls/" + call + "/ranking")
                .then()
                .statusCode(200);
    }

    @Test
    @Tag("C15")
    void aConflictClosesTheFileWhateverOtherRoleWouldOpenIt() {
        String id = eligible("applicant-lv", openCall(officerTerms()), content("BMVI", "200000.00", "190000.00"));
        String review = Awarding.assign(id, "evaluator-1");
        verb("evaluator-1", "/v1/evaluations/" + review, "declare-conflict", Map.of("reason", "Cousin"))
                .then()
                .statusCode(200);
        Map<String, Object> both = Map.of("sub", "evaluator-1", "roles", List.of("evaluator", "programme-officer"));
        Api.as("programme-officer", both).get("/v1/applications/" + id).then().statusCode(404);
        Api.as("programme-officer", both)
                .get("/v1/applications/" + id + "/evaluations")
                .then()
                .statusCode(404);
        as("programme-officer")
                .body(Map.of("evaluator", "evaluator-1"))
                .post("/v1/applications/" + id + "/evaluations")
                .then()
                .statusCode(409)
                .body("code", equalTo("evaluator-conflicted"));
    }
}
