package eu.mpf.calls.application;

import static eu.mpf.calls.Calling.as;
import static eu.mpf.calls.Calling.content;
import static eu.mpf.calls.Calling.etag;
import static eu.mpf.calls.Calling.openCall;
import static eu.mpf.calls.Calling.patch;
import static eu.mpf.calls.Calling.reason;
import static eu.mpf.calls.Calling.submitted;
import static eu.mpf.calls.Calling.terms;
import static eu.mpf.calls.Calling.verb;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import eu.mpf.calls.Awarding;
import eu.mpf.calls.HeldClock;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("C26")
class SealTest {

    private static final String HANDED_IN = content("BMVI", "200000.00", "190000.00");
    private static final String DOUBLED = """
            {"content": {"acronym": "LIVE", "euShare": {"amount": "380000.00", "currency": "EUR"}}}""";

    private static String singleStage() {
        return terms().replace("ROLLING_UNTIL_DEPLETED", "SINGLE_STAGE");
    }

    private static String twoStage() {
        return terms().replace("ROLLING_UNTIL_DEPLETED", "TWO_STAGE")
                .replace("\"conceptNote\": false", "\"conceptNote\": true")
                .replace("\"questionsUntilLocal\": \"2099-11-15T17:00:00.000\",", "")
                .replace(
                        "\"FULL_APPLICATION\": {\"minimum\"",
                        "\"CONCEPT_NOTE\": " + CONCEPT_SCHEME + ", \"FULL_APPLICATION\": {\"minimum\"")
                .replace(
                        "\"deadlines\": [",
                        "\"deadlines\": [{\"stage\": \"CONCEPT_NOTE\", \"local\": \"2099-06-30T17:00:00.000\"}, ");
    }

    private static final String CONCEPT_SCHEME = """
            {"minimum": 0, "maximum": 5, "step": 0.5, "overallThreshold": 3,
             "criteria": [{"code": "relevance", "title": {"en": "Relevance"}, "threshold": 3}], "tieBreaks": ["relevance"]}""";

    private static Response attach(String id, String text) {
        return Api.as("applicant-lv")
                .multiPart(
                        "file",
                        text + ".pdf",
                        ("%PDF-1.7\n% " + text + "\n%%EOF\n").getBytes(StandardCharsets.UTF_8),
                        "application/pdf")
                .multiPart("kind", "OTHER")
                .post("/v1/applications/" + id + "/attachments");
    }

    @Test
    @Tag("C9")
    void whileTheFullApplicationIsWrittenOthersReadTheConceptNoteAndNothingElse() {
        String id = submitted("applicant-lv", openCall(twoStage()), HANDED_IN);
        String path = "/v1/applications/" + id;
        Awarding.assign(id, "evaluator-1");
        try (HeldClock held = HeldClock.at("2099-06-30T15:00:00.001Z")) {
            verb("programme-officer", path, "invite", reason()).then().statusCode(200);
            patch("applicant-lv", path, DOUBLED).then().statusCode(200);
            as("applicant-lv")
                    .header("If-Match", etag("applicant-lv", path))
                    .body("{\"organisation\": \"LT-SBGS\", \"role\": \"CO_APPLICANT\", \"country\": \"LT\"}")
                    .post(path + "/partners")
                    .then()
                    .statusCode(201);
            String file = attach(id, "live").then().statusCode(201).extract().path("id");
            Api.as("applicant-lv").get(path).then().body("content.acronym", equalTo("LIVE"));
            for (String reader : List.of("programme-officer", "evaluator-1", "auditor")) {
                Api.as(reader)
                        .get(path)
                        .then()
                        .statusCode(200)
                        .body("status", equalTo("INVITED"))
                        .body("sealed", equalTo(false))
                        .body("content.acronym", equalTo("JBS"))
                        .body("content.euShare.amount", equalTo("190000.00"))
                        .body("partners", empty());
                Api.as(reader).get(path + "/partners").then().body("items", empty());
                Api.as(reader).get(path + "/budget").then().body("euShare.amount", equalTo("190000.00"));
                Api.as(reader).get(path + "/attachments").then().statusCode(200).body("items", empty());
                Api.as(reader).get(path + "/attachments/" + file).then().statusCode(404);
                Api.as(reader)
                        .get(path + "/attachments/" + file + "/content")
                        .then()
                        .statusCode(404);
            }
            // The doubled share is beyond the rate: an officer's dry run is of the concept note.
            as("programme-officer")
                    .post(path + ":validate")
                    .then()
                    .statusCode(200)
                    .body("stage", equalTo("CONCEPT_NOTE"))
                    .body("valid", equalTo(true));
            as("applicant-lv").post(path + ":validate").then().body("failures.ruleId", not(empty()));
            patch(
                            "applicant-lv",
                            path,
                            "{\"content\": {\"euShare\": {\"amount\": \"185000.00\", \"currency\": \"EUR\"}}}")
                    .then()
                    .statusCode(200);
            String partner = Api.as("applicant-lv").get(path).then().extract().path("partners[0].id");
            Api.as("applicant-lv")
                    .header("If-Match", etag("applicant-lv", path))
                    .delete(path + "/partners/" + partner)
                    .then()
                    .statusCode(204);
            verb("applicant-lv", path, "submit", null).then().statusCode(200);
            Api.as("programme-officer")
                    .get(path)
                    .then()
                    .body("sealed", equalTo(true))
                    .body("content", nullValue());
            held.moveTo("2099-11-30T16:00:00.001Z");
            Api.as("programme-officer").get(path).then().body("content.acronym", equalTo("LIVE"));
            Api.as("programme-officer").get(path + "/attachments").then().body("items.id", contains(file));
        }
    }

    @Test
    void whatIsWithdrawnAndRewrittenIsReadAsItWasHandedIn() {
        String id = submitted("applicant-lv", openCall(terms()), HANDED_IN);
        String path = "/v1/applications/" + id;
        verb("applicant-lv", path, "withdraw", reason()).then().statusCode(200);
        patch("applicant-lv", path, DOUBLED).then().statusCode(200);
        Api.as("applicant-lv").get(path).then().body("content.acronym", equalTo("LIVE"));
        Api.as("programme-officer")
                .get(path)
                .then()
                .statusCode(200)
                .body("content.acronym", equalTo("JBS"))
                .body("total.amount", equalTo("200000.00"));
        patch("applicant-lv", path, "{\"content\": {\"fund\": \"ISF\"}}").then().statusCode(200);
        Api.as("programme-officer")
                .queryParam("lead", "LV-SBG")
                .queryParam("fund", "ISF")
                .get("/v1/applications")
                .then()
                .body("items.findAll { it.id == '" + id + "' }", hasSize(0));
    }

    @Test
    @Tag("C7")
    void aLaterDeadlineSealsLongerWhatWasHandedInForTheEarlierOne() {
        String call = openCall(singleStage());
        String id = submitted("applicant-lv", call, HANDED_IN);
        String path = "/v1/applications/" + id;
        verb(
                        "programme-officer",
                        "/v1/calls/" + call,
                        "amend",
                        Map.of(
                                "reason",
                                "two weeks more",
                                "changes",
                                Map.of(
                                        "deadlines",
                                        List.of(Map.of(
                                                "stage", "FULL_APPLICATION", "local", "2099-12-14T17:00:00.000")))))
                .then()
                .statusCode(200);
        try (HeldClock held = HeldClock.at("2099-12-01T09:00:00.000Z")) {
            Api.as("programme-officer")
                    .get(path)
                    .then()
                    .statusCode(200)
                    .body("sealed", equalTo(true))
                    .body("content", nullValue());
            Api.as("programme-officer").get(path + "/receipt").then().statusCode(404);
            held.moveTo("2099-12-14T16:00:00.001Z");
            Api.as("programme-officer")
                    .get(path)
                    .then()
                    .body("sealed", equalTo(false))
                    .body("content.acronym", equalTo("JBS"));
        }
    }

    @Test
    @Tag("X3")
    void whoRevalidatesASealedCopyAfterTheDeadlineIsGivenTheOpenedOne() {
        String id = submitted("applicant-lv", openCall(singleStage()), HANDED_IN);
        String path = "/v1/applications/" + id;
        String tag = etag("programme-officer", path);
        Api.as("programme-officer")
                .header("If-None-Match", tag)
                .get(path)
                .then()
                .statusCode(304);
        try (HeldClock held = HeldClock.at("2099-11-30T16:00:00.001Z")) {
            Api.as("programme-officer")
                    .header("If-None-Match", tag)
                    .get(path)
                    .then()
                    .statusCode(200)
                    .body("sealed", equalTo(false))
                    .header("ETag", not(equalTo(tag)));
            // The version is the same: what is written by it overwrites nothing.
            as("programme-officer")
                    .header("If-Match", tag)
                    .body("{\"eligible\": true}")
                    .post(path + "/eligibility")
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void nobodyActsOnWhatNobodyMayOpen() {
        String id = submitted("applicant-lv", openCall(twoStage()), content("BMVI", "200000.00", "190000.00"));
        String path = "/v1/applications/" + id;
        as("programme-officer")
                .post(path + ":validate")
                .then()
                .statusCode(409)
                .body("code", equalTo("application-sealed"));
        for (String command : List.of("invite", "decline")) {
            verb("programme-officer", path, command, reason())
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("application-sealed"));
        }
        String review = "/v1/evaluations/" + Awarding.assign(id, "evaluator-1");
        as("evaluator-1")
                .header("If-Match", etag("evaluator-1", review))
                .body(Map.of("marks", Map.of("relevance", 4.0), "comments", Map.of()))
                .put(review)
                .then()
                .statusCode(200);
        verb("evaluator-1", review, "submit", null).then().statusCode(409).body("code", equalTo("application-sealed"));
        try (HeldClock held = HeldClock.at("2099-06-30T15:00:00.001Z")) {
            verb("evaluator-1", review, "submit", null).then().statusCode(200);
            verb("programme-officer", path, "decline", reason())
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("NOT_INVITED"));
        }
    }
}
