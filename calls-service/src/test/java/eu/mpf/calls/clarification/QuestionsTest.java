package eu.mpf.calls.clarification;

import static eu.mpf.calls.Calling.as;
import static eu.mpf.calls.Calling.openCall;
import static eu.mpf.calls.Calling.reason;
import static eu.mpf.calls.Calling.terms;
import static eu.mpf.calls.Calling.verb;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import eu.mpf.calls.HeldClock;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import io.restassured.response.Response;
import java.util.List;
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

    private static String asked(String call, String question, String language) {
        return "/v1/calls/" + call + "/clarifications/"
                + as("applicant-lv")
                        .body(Map.of("question", question, "language", language))
                        .post("/v1/calls/" + call + "/clarifications")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
    }

    private static Response read(String path, String language) {
        return Api.anonymous().header("Accept-Language", language).get(path);
    }

    @Test
    void aQuestionSaysInWhichLanguageItIsAndIsAnsweredInSeveral() {
        String call = openCall(terms());
        String path = asked(call, "Un partenaire peut-il venir d'un pays tiers ?", "French");
        Api.as("applicant-lv").get(path).then().body("language", equalTo("fr")).body("answerText", nullValue());
        verb(
                        "programme-officer",
                        path,
                        "answer",
                        Map.of(
                                "questionText",
                                Map.of("fr", "Et les pays tiers ?", "en", "What about third countries?"),
                                "answerText",
                                Map.of("fr", "Oui, associé.", "en", "Yes, as an associate.", "de", "Ja.")))
                .then()
                .statusCode(200);
        read(path, "de")
                .then()
                .body("language", equalTo("fr"))
                .body("question", equalTo("Et les pays tiers ?"))
                .body("answer", equalTo("Ja."))
                .body("questionText.en", equalTo("What about third countries?"))
                .body("answerText.fr", equalTo("Oui, associé."))
                .body("bindingLanguage", equalTo("en"))
                .header("Content-Language", equalTo("de, fr"));
        read(path, "lv").then().body("answer", equalTo("Yes, as an associate."));
        read("/v1/calls/" + call + "/clarifications", "fr")
                .then()
                .body("items[0].answer", equalTo("Oui, associé."))
                .body("items[0].bindingLanguage", equalTo("en"))
                .body("items[0].answerText.de", equalTo("Ja."));
    }

    @Test
    void anAnswerInOneLanguageIsInThatOfTheQuestion() {
        String call = openCall(terms());
        String path = asked(call, "Wer darf teilnehmen?", "de");
        verb("programme-officer", path, "answer", Map.of("answer", "Behörden."))
                .then()
                .statusCode(200)
                .body("answerText", equalTo(Map.of("de", "Behörden.")))
                .body("bindingLanguage", equalTo("de"));
        verb("programme-officer", path, "answer", Map.of("answerText", Map.of("en", "Authorities.")))
                .then()
                .statusCode(200)
                .body("question", equalTo("Wer darf teilnehmen?"))
                .body("answerText", equalTo(Map.of("en", "Authorities.")));
    }

    @Test
    void anAnswerIsThereOnceAndALanguageIsOneOfTheUnion() {
        String call = openCall(terms());
        String path = asked(call, "Who may take part?", "en");
        for (Map<String, Object> bad : List.<Map<String, Object>>of(
                Map.of(), Map.of("answer", "\u00a0"), Map.of("answer", "Yes.", "answerText", Map.of("en", "Yes.")))) {
            verb("programme-officer", path, "answer", bad)
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", contains("/answer"));
        }
        verb("programme-officer", path, "answer", Map.of("answerText", Map.of("en", "x".repeat(10_001))))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/answerText/en"));
        as("applicant-lv")
                .body(Map.of("question", "Hab?", "language", "tlh"))
                .post("/v1/calls/" + call + "/clarifications")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/language"));
    }

    /** The release before this one knows the single version alone. */
    @Test
    void whatAnOlderReleaseWritesCounts() {
        String call = openCall(terms());
        String path = asked(call, "Qui peut participer ?", "fr");
        String id = path.substring(path.lastIndexOf('/') + 1);
        verb("programme-officer", path, "answer", Map.of("answerText", Map.of("fr", "Oui.", "en", "Yes.")))
                .then()
                .statusCode(200);
        Sql.execute("UPDATE clarification SET answer = 'No.' WHERE id = ?::uuid", id);
        read(path, "fr").then().body("answerText", equalTo(Map.of("fr", "No.")));
        Sql.execute(
                "UPDATE clarification SET language = NULL, question_text = NULL, answer_text = NULL WHERE id = ?::uuid",
                id);
        read(path, "fr").then().body("language", equalTo("en")).body("answerText", equalTo(Map.of("en", "No.")));
    }
}
