package eu.mpf.calls.call;

import static eu.mpf.calls.Calling.as;
import static eu.mpf.calls.Calling.draftCall;
import static eu.mpf.calls.Calling.etag;
import static eu.mpf.calls.Calling.patch;
import static eu.mpf.calls.Calling.verb;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import eu.mpf.calls.Calling;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Website;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("X23")
class CallLinksTest {

    @Test
    void aDeadLinkKeepsTheCallInAndItsPlaceIsNamed() throws Exception {
        try (Website site = new Website()) {
            String path = "/v1/calls/"
                    + draftCall(terms("Read %s first, or ask [us]().".formatted(Website.nobody()), site.gone()))
                            .path("id");
            verb("programme-officer", path, "publish", null)
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("links-not-sound"))
                    .body("detail", containsString("Guidelines: \"%s\" is dead (404)".formatted(site.gone())))
                    .body("errors.pointer", contains("/summary/en", "/summary/en", "/guidelines/url"))
                    .body("errors.code", contains("unreachable", "no-target", "dead"));
            Api.anonymous().get(path).then().statusCode(404);

            patch("programme-officer", path, """
                            {"terms": {"summary": {"en": "Read [the page](%s) first."}, "guidelines": {"url": "%s"}}}""".formatted(site.there(), site.page("/moved")))
                    .then()
                    .statusCode(200);
            String seen = etag("programme-officer", path);
            String key = UUID.randomUUID().toString();
            for (boolean repeated : new boolean[] {false, true}) {
                as("programme-officer")
                        .header("If-Match", seen)
                        .header("Idempotency-Key", key)
                        .post(path + ":publish")
                        .then()
                        .statusCode(200)
                        .header("Idempotency-Replayed", repeated ? equalTo("true") : nullValue());
                // Whoever asks again is told what happened, whatever became of the link since.
                site.close();
            }
        }
    }

    @Test
    void aCorrigendumAnswersForTheLinksItBringsAndForNoOthers() throws Exception {
        Website old = new Website();
        String path = "/v1/calls/"
                + draftCall(terms("See %s.".formatted(old.there()), old.there()))
                        .path("id");
        verb("programme-officer", path, "publish", null).then().statusCode(200);
        old.close();
        try (Website site = new Website()) {
            amend(path, site.gone(), "See [page 4](%s)".formatted(site.gone()))
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("links-not-sound"))
                    .body("errors.pointer", contains("/guidelines/url", "/corrections/0/is"));
            Api.anonymous().get(path).then().statusCode(200).body("edition", equalTo(1));
            amend(path, site.there(), "See [page 4](%s)".formatted(site.there()))
                    .then()
                    .statusCode(200)
                    .body("edition", equalTo(2));
        }
    }

    @Test
    @Tag("C8")
    void anAnswerToAQuestionGoesOutWithLinksThatLeadSomewhere() throws Exception {
        String call = draftCall(Calling.terms()).path("id");
        verb("programme-officer", "/v1/calls/" + call, "publish", null).then().statusCode(200);
        String question = "/v1/calls/" + call + "/clarifications/"
                + as("applicant-lv")
                        .body("{\"question\":\"Where is the form?\"}")
                        .post("/v1/calls/" + call + "/clarifications")
                        .path("id");
        try (Website site = new Website()) {
            verb("programme-officer", question, "answer", "{\"answer\":\"At %s.\"}".formatted(site.gone()))
                    .then()
                    .statusCode(409)
                    .body("errors.pointer", contains("/answer"))
                    .body("errors.code", contains("dead"));
            Api.anonymous().get(question).then().statusCode(404);
            verb("programme-officer", question, "answer", "{\"answer\":\"At %s.\"}".formatted(site.there()))
                    .then()
                    .statusCode(200);
        }
    }

    private static Response amend(String path, String guidelines, String correction) {
        return as("programme-officer")
                .header("If-Match", etag("programme-officer", path))
                .body("""
                        {"reason": "New guidelines", "corrections": [{"section": "1.3", "was": "See page 3", "is": "%s"}],
                         "changes": {"guidelines": {"label": "1.1", "url": "%s"}}}""".formatted(correction, guidelines))
                .post(path + ":amend");
    }

    private static String terms(String summary, String guidelines) {
        return Calling.terms()
                .replace(
                        "\"guidelines\": {\"label\": \"1.0\"}",
                        "\"summary\": {\"en\": \"%s\"}, \"guidelines\": {\"label\": \"1.0\", \"url\": \"%s\"}"
                                .formatted(summary, guidelines));
    }
}
