package eu.mpf.system.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mpf.system.client.Answer;
import eu.mpf.system.client.Eventually;
import eu.mpf.system.client.Session;
import eu.mpf.system.demo.BordersCall;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Steps 3 to 5: from a draft to a project in the portfolio. */
final class ApplicationStory {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    private final Story story;
    private final CallStory call;
    private final Session applicant;
    private final Session officer;
    private String application = "";
    private String grant = "";

    ApplicationStory(Story story, CallStory call) {
        this.story = story;
        this.call = call;
        this.applicant = story.as("applicant-lv");
        this.officer = story.as("programme-officer");
    }

    void submit() {
        Answer draft = applicant.post("/v1/applications", Story.object().put("callId", call.id())).expect(201);
        application = "/v1/applications/" + draft.id();
        Expect.equal(404, story.as("applicant-pt").get(application).status(), "the draft to another applicant");
        JsonNode dryRun = applicant.post(application + ":validate", Story.object()).expect(200).json();
        Expect.that(dryRun.path("failures").size() > 3, "every failed rule is listed at once");
        story.says("%d failed rules at once".formatted(dryRun.path("failures").size()));

        Answer edited = applicant.patch(application, draft.etag(), Story.object().set("content", content())).expect(200);
        Expect.equal(412, applicant.patch(application, draft.etag(), Story.object()).status(), "a stale autosave");
        Answer named = applicant.act(application + "/partners", edited.etag(), Story.object()
                        .put("organisation", "LT-SBGS").put("country", "LT").put("role", "CO_APPLICANT"))
                .expect(201);
        String partner = application + "/partners/" + named.json().at("/partners/0/id").asText();
        Answer invited = applicant.act(partner + ":invite", named.etag(), null).expect(200);
        story.as("applicant-lt").act(partner + ":confirm", invited.etag(), null).expect(200);

        JsonNode again = applicant.post(application + ":validate", Story.object()).expect(200).json();
        Expect.that(again.path("valid").asBoolean(), "the application is complete: " + again.path("failures"));
        Answer submitted = applicant.move(application, "submit", null).expect(200);
        ObjectNode receipt = Story.object();
        receipt.set("receipt", submitted.json().at("/receipt/receipt"));
        receipt.set("content", submitted.json().at("/receipt/content"));
        JsonNode verified = story.anonymous().post("/v1/receipts:verify", receipt).expect(200).json();
        Expect.that(verified.path("valid").asBoolean() && verified.path("contentMatches").asBoolean(), "anybody can verify the receipt");
        receipt.withObject("content").put("acronym", "CHANGED");
        JsonNode changed = story.anonymous().post("/v1/receipts:verify", receipt).expect(200).json();
        Expect.that(!changed.path("contentMatches").asBoolean(), "a changed application does not match its receipt");
        tooLate();
    }

    /** A call of its own that closes in a moment, as the borders call stays open until its money is spent. */
    private void tooLate() {
        LocalDateTime deadline = LocalDateTime.now(BRUSSELS).plus(Duration.ofSeconds(4)).truncatedTo(ChronoUnit.MILLIS);
        ObjectNode body = BordersCall.draft(call.key() + "-DEADLINE");
        ObjectNode terms = body.withObject("terms").put("deadlineModel", "SINGLE_STAGE");
        terms.putArray("deadlines").addObject().put("stage", "FULL_APPLICATION").put("local", deadline.toString());
        Answer closing = officer.post("/v1/calls", body).expect(201);
        officer.act("/v1/calls/" + closing.id() + ":publish", closing.etag(), null).expect(200);
        ObjectNode late = Story.object().put("callId", closing.id());
        late.set("content", content());
        Answer draft = applicant.post("/v1/applications", late).expect(201);
        Eventually.waitUntil(deadline.atZone(BRUSSELS).toInstant().plusMillis(1));
        Answer refused = applicant.act("/v1/applications/" + draft.id() + ":submit", draft.etag(), null);
        Expect.equal(409, refused.status(), "handing in after the deadline");
        story.says("too late: " + refused.json().path("code").asText());
    }

    private static ObjectNode content() {
        return (ObjectNode) Story.json(
                """
                {"acronym": "GBP-II", "title": {"en": "Georgian Border Police: green and sea border surveillance, second phase"},
                 "summary": {"en": "Training and equipment for joint surveillance of land and sea borders."},
                 "fund": "BMVI", "lead": {"name": "State Border Guard of Latvia", "country": "LV", "kind": "PUBLIC_AUTHORITY", "centralGovernment": true},
                 "activities": ["training", "equipment"], "themes": ["border-management"], "memberStates": ["LV", "LT"],
                 "partnerCountries": ["GE"], "region": "eastern-partnership", "durationMonths": 24,
                 "budget": [{"heading": "STAFF", "amount": {"amount": "400000.00", "currency": "EUR"}},
                            {"heading": "TRAVEL", "amount": {"amount": "100000.00", "currency": "EUR"}},
                            {"heading": "EQUIPMENT", "amount": {"amount": "450000.00", "currency": "EUR"}},
                            {"heading": "INDIRECT", "amount": {"amount": "50000.00", "currency": "EUR"}}],
                 "euShare": {"amount": "950000.00", "currency": "EUR"},
                 "letters": [{"kind": "support", "country": "GE", "centralInstitution": true}]}
                """);
    }
}
