package eu.mpf.calls;

import static org.hamcrest.Matchers.equalTo;

import eu.mpf.testkit.Api;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Calls and applications for tests, made over the public API. */
public final class Calling {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    static {
        io.restassured.RestAssured.enableLoggingOfRequestAndResponseIfValidationFails();
    }

    private Calling() {}

    /** The terms of a borders and security call, rolling with a final deadline far away, fed by two funds. */
    public static String terms() {
        return """
                {
                  "title": {"en": "Borders and security"},
                  "deadlineModel": "ROLLING_UNTIL_DEPLETED",
                  "conceptNote": false,
                  "timeZone": "Europe/Brussels",
                  "deadlines": [{"stage": "FULL_APPLICATION", "local": "2099-11-30T17:00:00.000"}],
                  "questionsUntilLocal": "2099-11-15T17:00:00.000",
                  "funds": [
                    {"code": "BMVI", "envelope": {"amount": "6000000.00", "currency": "EUR"}, "maximumRate": "95.00",
                     "minimumGrant": {"amount": "100000.00", "currency": "EUR"}, "activities": ["border-surveillance", "training"]},
                    {"code": "ISF", "envelope": {"amount": "5000000.00", "currency": "EUR"}, "maximumRate": "90.00",
                     "activities": ["police-cooperation", "training"]}
                  ],
                  "regions": ["eastern-partnership"],
                  "guidelines": {"label": "1.0"},
                  "rules": [
                    {"id": "lead-member-state", "words": {"en": "The lead is a public body of a Member State."}, "section": "2.1",
                     "expression": "application.lead.memberState && application.lead.kind == 'PUBLIC_AUTHORITY'", "pointer": "/content/lead"},
                    {"id": "partner-country", "words": {"en": "The action takes place in at least one partner country."}, "section": "2.2",
                     "expression": "size(application.partnerCountries) > 0", "pointer": "/content/partnerCountries"},
                    {"id": "signatory", "words": {"en": "For Moldova the lead's Member State has signed the mobility partnership."},
                     "section": "2.3", "expression": "!('MD' in application.partnerCountries) || application.lead.country in call.lists['signatories-md']",
                     "pointer": "/content/lead/country"},
                    {"id": "indirect-rate", "words": {"en": "Indirect costs are at most 7 % of the direct costs."}, "section": "4.2",
                     "expression": "application.headings.INDIRECT <= share(application.total - application.headings.INDIRECT, '7')",
                     "pointer": "/content/budget"},
                    {"id": "partners-confirmed", "words": {"en": "Every partner has confirmed."}, "section": "2.4",
                     "expression": "application.partners.all(p, p.confirmed)", "pointer": "/partners"}
                  ],
                  "lists": {"signatories-md": ["LV", "LT", "PT"]},
                  "scoring": {
                    "FULL_APPLICATION": {"minimum": 0, "maximum": 5, "step": 0.5, "overallThreshold": 10,
                      "criteria": [
                        {"code": "relevance", "title": {"en": "Relevance"}, "threshold": 3},
                        {"code": "quality", "title": {"en": "Quality"}, "threshold": 3},
                        {"code": "impact", "title": {"en": "Impact"}, "threshold": 3}],
                      "tieBreaks": ["relevance", "impact"]}
                  },
                  "decision": {"body": "COMMITTEE", "quorum": 2}
                }""";
    }

    /** The same, decided by the programme officer alone. */
    public static String officerTerms() {
        return terms().replace(
                        "{\"body\": \"COMMITTEE\", \"quorum\": 2}", "{\"body\": \"PROGRAMME_OFFICER\", \"quorum\": 1}");
    }

    public static String content(String fund, String staffCosts, String euShare) {
        return """
                {"title": {"en": "Joint border surveillance"}, "acronym": "JBS", "fund": "%s", "activities": ["training"],
                 "lead": {"name": "State Border Guard", "country": "LV", "kind": "PUBLIC_AUTHORITY", "centralGovernment": true},
                 "memberStates": ["LV"], "partnerCountries": ["MD"], "themes": ["border-management"], "durationMonths": 24,
                 "budget": [{"heading": "STAFF", "description": "Experts", "amount": {"amount": "%s", "currency": "EUR"}}],
                 "euShare": {"amount": "%s", "currency": "EUR"}}""".formatted(fund, staffCosts, euShare);
    }

    public static String newKey() {
        return "TEST/2023-" + NUMBER.incrementAndGet() + "-"
                + UUID.randomUUID().toString().substring(0, 8);
    }

    public static Response draftCall(String terms) {
        return as("programme-officer")
                .body("{\"key\": \"%s\", \"terms\": %s}".formatted(newKey(), terms))
                .post("/v1/calls")
                .then()
                .statusCode(201)
                .extract()
                .response();
    }

    /** A call that is open for applications; its id. */
    public static String openCall(String terms) {
        String id = draftCall(terms).path("id");
        verb("programme-officer", "/v1/calls/" + id, "publish", null)
                .then()
                .statusCode(200)
                .body("status", equalTo("OPEN"));
        return id;
    }

    public static String draft(String applicant, String callId, String content) {
        return as(applicant)
                .body("{\"callId\": \"%s\", \"content\": %s}".formatted(callId, content))
                .post("/v1/applications")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Drafted and handed in; its id. */
    public static String submitted(String applicant, String callId, String content) {
        String id = draft(applicant, callId, content);
        verb(applicant, "/v1/applications/" + id, "submit", null).then().statusCode(200);
        return id;
    }

    /** Handed in and found eligible; its id. */
    public static String eligible(String applicant, String callId, String content) {
        String id = submitted(applicant, callId, content);
        String path = "/v1/applications/" + id;
        as("programme-officer")
                .header("If-Match", etag("programme-officer", path))
                .body("{\"eligible\": true}")
                .post(path + "/eligibility")
                .then()
                .statusCode(200)
                .body("status", equalTo("ELIGIBLE"));
        return id;
    }

    /** {@code POST path:verb} with the resource's present ETag. */
    public static Response verb(String identity, String path, String verb, @Nullable Object body) {
        RequestSpecification request = as(identity).header("If-Match", etag(identity, path));
        return (body == null ? request : request.body(body)).post(path + ":" + verb);
    }

    public static Response patch(String identity, String path, Object body) {
        return Api.as(identity)
                .contentType("application/merge-patch+json;charset=UTF-8")
                .header("If-Match", etag(identity, path))
                .body(body)
                .patch(path);
    }

    public static String etag(String identity, String path) {
        return Api.as(identity).get(path).then().statusCode(200).extract().header("ETag");
    }

    public static JsonPath get(String identity, String path) {
        return Api.as(identity).get(path).then().statusCode(200).extract().jsonPath();
    }

    public static RequestSpecification as(String identity) {
        return Api.as(identity).contentType(ContentType.JSON);
    }

    public static Map<String, String> reason() {
        return Map.of("reason", "as decided");
    }
}
