package eu.mpf.calls.clarification;

import static eu.mpf.calls.Calling.as;
import static eu.mpf.calls.Calling.openCall;
import static eu.mpf.calls.Calling.reason;
import static eu.mpf.calls.Calling.terms;
import static eu.mpf.calls.Calling.verb;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import eu.mpf.calls.HeldClock;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("C8")
class QuestionsTest {

    private static Response ask(String call, String question) {
        return as("applicant-lv").body(Map.of("question", question)).post("/v1/calls/" + call + "/clarifications");
    }

    @Test
    void questionsAreTakenUntilTheirDeadlineToTheMillisecondAndAnsweredAfterIt() {
        String call = openCall(terms());
        String path = "/v1/calls/" + call + "/clarifications";
        try (HeldClock held = HeldClock.at("2099-11-15T16:00:00.000Z")) {
            String question = ask(call, "May a partner come from a third country?")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            held.moveTo("2099-11-15T16:00:00.001Z");
            ask(call, "And from a fourth?").then().statusCode(409).body("code", equalTo("deadline-passed"));
            Api.as("programme-officer").get(path).then().body("items", hasSize(1));
            verb("programme-officer", path + "/" + question, "answer", Map.of("answer", "As an associated partner."))
                    .then()
                    .statusCode(200);
        }
        Api.anonymous().get(path).then().body("items.answer[0]", equalTo("As an associated partner."));
    }

    @Test
    void aCallThatIsClosedTakesNoQuestions() {
        String call = openCall(terms().replace("\"questionsUntilLocal\": \"2099-11-15T17:00:00.000\",", ""));
        ask(call, "May a partner come from a third country?").then().statusCode(201);
        verb("programme-officer", "/v1/calls/" + call, "close", reason()).then().statusCode(200);
        ask(call, "And from a fourth?").then().statusCode(409).body("code", equalTo("call-not-open"));
    }

    /** Where its Location leads is the asker's from the first moment, and everybody's with the answer. */
    @Test
    void whoAskedFollowsTheLocationAndNobodyElseBeforeTheAnswer() {
        String call = openCall(terms());
        Response asked = ask(call, "May a partner come from a third country?");
        String id = asked.then().statusCode(201).extract().path("id");
        asked.then().header("Location", endsWith("/v1/calls/" + call + "/clarifications/" + id));
        String path = "/v1/calls/" + call + "/clarifications/" + id;
        for (String reader : new String[] {"applicant-lv", "programme-officer"}) {
            Api.as(reader)
                    .get(path)
                    .then()
                    .statusCode(200)
                    .header("ETag", asked.header("ETag"))
                    .body("question", equalTo("May a partner come from a third country?"))
                    .body("answer", nullValue());
        }
        Api.as("applicant-lt").get(path).then().statusCode(404);
        Api.anonymous().get(path).then().statusCode(404);
        verb("programme-officer", path, "answer", Map.of("answer", "Yes."))
                .then()
                .statusCode(200);
        Api.as("applicant-lt").get(path).then().statusCode(200).body("answer", equalTo("Yes."));
        Api.anonymous().get(path).then().statusCode(200).body("answer", equalTo("Yes."));
    }
}
