package eu.mpf.calls.application;

import static eu.mpf.calls.Calling.as;
import static eu.mpf.calls.Calling.content;
import static eu.mpf.calls.Calling.draft;
import static eu.mpf.calls.Calling.etag;
import static eu.mpf.calls.Calling.openCall;
import static eu.mpf.calls.Calling.patch;
import static eu.mpf.calls.Calling.terms;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("C10")
class ApplicationPartsTest {

    @Test
    void theBudgetIsWrittenAsAWholeAndSummedByHeading() {
        String id = draft("applicant-lv", openCall(terms()), content("BMVI", "200000.00", "190000.00"));
        String path = "/v1/applications/" + id;
        String before = etag("applicant-lv", path);
        budget("applicant-lv", path, before, """
                {"lines": [
                   {"heading": "STAFF", "description": "Trainers", "amount": {"amount": "100000.00", "currency": "EUR"}},
                   {"heading": "STAFF", "description": "Interpreters", "amount": {"amount": "20000.50", "currency": "EUR"}},
                   {"heading": "TRAVEL", "amount": {"amount": "30000.00", "currency": "EUR"}}],
                 "euShare": {"amount": "142500.47", "currency": "EUR"}}""")
                .then()
                .statusCode(200)
                .body("headings.STAFF.amount", equalTo("120000.50"))
                .body("total.amount", equalTo("150000.50"));
        Api.as("applicant-lv")
                .get(path + "/budget")
                .then()
                .statusCode(200)
                .body("lines", hasSize(3))
                .body("euShare.amount", equalTo("142500.47"));
        budget("applicant-lv", path, before, "{\"lines\": []}").then().statusCode(412);
        budget("applicant-lt", path, before, "{\"lines\": []}").then().statusCode(404);
        budget("applicant-lv", path, etag("applicant-lv", path), "{\"lines\": [{\"heading\": \"STAFF\"}]}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/lines/0/amount"));
        budget("applicant-lv", path, etag("applicant-lv", path), "{\"lines\": []}")
                .then()
                .statusCode(200)
                .body("total", nullValue());
        budget("applicant-lv", path, etag("applicant-lv", path), "{}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/lines"));
    }

    @Test
    void aDraftIsSavedFieldByFieldAndItsContentIsNotTakenAway() {
        String id = draft("applicant-lv", openCall(terms()), content("BMVI", "200000.00", "190000.00"));
        String path = "/v1/applications/" + id;
        patch("applicant-lv", path, "{\"content\":{\"durationMonths\":30}}")
                .then()
                .statusCode(200)
                .body("content.durationMonths", equalTo(30))
                .body("content.acronym", equalTo("JBS"));
        patch("applicant-lv", path, "{\"content\":{\"acronym\":null}}")
                .then()
                .statusCode(200)
                .body("content.acronym", nullValue());
        patch("applicant-lv", path, "{\"content\":null}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/content"));
    }

    private static Response budget(String identity, String path, String seen, String body) {
        return as(identity).header("If-Match", seen).body(body).put(path + "/budget");
    }
}
