package eu.mpf.calls.evaluation;

import static eu.mpf.calls.Calling.as;
import static eu.mpf.calls.Calling.content;
import static eu.mpf.calls.Calling.eligible;
import static eu.mpf.calls.Calling.etag;
import static eu.mpf.calls.Calling.officerTerms;
import static eu.mpf.calls.Calling.openCall;
import static eu.mpf.calls.Calling.patch;
import static eu.mpf.calls.Calling.reason;
import static eu.mpf.calls.Calling.submitted;
import static eu.mpf.calls.Calling.verb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import eu.mpf.calls.Awarding;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("C16")
class ResubmissionTest {

    private static final String CONTENT = content("BMVI", "200000.00", "190000.00");

    @Test
    @Tag("C10")
    @Tag("C17")
    void whatIsWithdrawnRewrittenAndHandedInAgainIsCheckedAndScoredAnew() {
        String call = openCall(officerTerms());
        String id = eligible("applicant-lv", call, CONTENT);
        String path = "/v1/applications/" + id;
        String conflicted = "/v1/evaluations/" + Awarding.assign(id, "evaluator-2");
        verb("evaluator-2", conflicted, "declare-conflict", reason()).then().statusCode(200);
        Awarding.consensus(id, 5, 5, 5);
        Api.as("programme-officer").get("/v1/calls/" + call + "/ranking").then().statusCode(200);

        verb("applicant-lv", path, "withdraw", reason()).then().statusCode(200);
        patch("applicant-lv", path, "{\"content\": {\"acronym\": \"OTHER\"}}")
                .then()
                .statusCode(200);
        verb("applicant-lv", path, "submit", null).then().statusCode(200);

        Api.as("programme-officer").get(path + "/eligibility").then().statusCode(404);
        Api.as("programme-officer").get(path + "/consensus").then().statusCode(404);
        Api.as("programme-officer")
                .get(path + "/evaluations")
                .then()
                .statusCode(200)
                .body("items.status", contains("CONFLICTED"));
        Api.as("evaluator-1").get(path).then().statusCode(404);
        as("programme-officer")
                .header("If-Match", etag("programme-officer", path))
                .body("{\"eligible\": true}")
                .post(path + "/eligibility")
                .then()
                .statusCode(200);
        assertThat(Api.as("programme-officer")
                        .get("/v1/calls/" + call + "/ranking")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .as("nothing is ranked by scores of something else")
                .doesNotContain(id);
        as("programme-officer")
                .body(Map.of("evaluator", "evaluator-2"))
                .post(path + "/evaluations")
                .then()
                .statusCode(409)
                .body("code", equalTo("evaluator-conflicted"));
        Awarding.consensus(id, 3, 3, 4);
        Api.as("programme-officer").get(path + "/consensus").then().body("total", equalTo(10.0f));

        assertThat(Sql.value(
                        java.math.BigDecimal.class,
                        "SELECT total FROM voided_evaluation WHERE application_id = ?::uuid AND evaluator = 'evaluator-1'",
                        id))
                .as("kept for the record")
                .isEqualByComparingTo("15");
        assertThat(Sql.value(
                        java.math.BigDecimal.class,
                        "SELECT total FROM voided_consensus WHERE application_id = ?::uuid",
                        id))
                .isEqualByComparingTo("15");
    }

    @Test
    @Tag("C13")
    void anAnswerThatChangesTheContentVoidsReviewsAndOneInWordsDoesNot() {
        String id = submitted("applicant-lv", openCall(officerTerms()), CONTENT);
        String path = "/v1/applications/" + id;
        Awarding.score("evaluator-1", Awarding.assign(id, "evaluator-1"), 4, 4, 4);
        verb("programme-officer", path, "return", Map.of("reason", "Who signed?"))
                .then()
                .statusCode(200);
        verb("applicant-lv", path, "resume", Map.of("answer", "The director."))
                .then()
                .statusCode(200);
        Api.as("programme-officer").get(path + "/evaluations").then().body("items", hasSize(1));
        verb("programme-officer", path, "return", Map.of("reason", "How long?"))
                .then()
                .statusCode(200);
        patch("applicant-lv", path, "{\"content\": {\"durationMonths\": 12}}")
                .then()
                .statusCode(200);
        verb("applicant-lv", path, "resume", null).then().statusCode(200);
        Api.as("programme-officer").get(path + "/evaluations").then().body("items", empty());
    }
}
