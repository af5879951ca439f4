package eu.mpf.system.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mpf.system.client.Answer;
import eu.mpf.system.client.Eventually;
import eu.mpf.system.client.Session;
import eu.mpf.system.demo.BordersCall;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
        Answer draft = applicant
                .post("/v1/applications", Story.object().put("callId", call.id()))
                .expect(201);
        application = "/v1/applications/" + draft.id();
        Expect.equal(404, story.as("applicant-pt").get(application).status(), "the draft to another applicant");
        JsonNode dryRun = applicant
                .post(application + ":validate", Story.object())
                .expect(200)
                .json();
        Expect.that(dryRun.path("failures").size() > 3, "every failed rule is listed at once");
        story.says("%d failed rules at once".formatted(dryRun.path("failures").size()));

        Answer edited = applicant
                .patch(application, draft.etag(), Story.object().set("content", content()))
                .expect(200);
        Expect.equal(
                412, applicant.patch(application, draft.etag(), Story.object()).status(), "a stale autosave");
        Answer named = applicant
                .act(
                        application + "/partners",
                        edited.etag(),
                        Story.object()
                                .put("organisation", "LT-SBGS")
                                .put("country", "LT")
                                .put("role", "CO_APPLICANT"))
                .expect(201);
        String partner =
                application + "/partners/" + named.json().at("/partners/0/id").asText();
        Answer invited = applicant.act(partner + ":invite", named.etag(), null).expect(200);
        story.as("applicant-lt").act(partner + ":confirm", invited.etag(), null).expect(200);

        JsonNode again = applicant
                .post(application + ":validate", Story.object())
                .expect(200)
                .json();
        Expect.that(again.path("valid").asBoolean(), "the application is complete: " + again.path("failures"));
        Answer submitted = applicant.move(application, "submit", null).expect(200);
        ObjectNode receipt = Story.object();
        receipt.set("receipt", submitted.json().at("/receipt/receipt"));
        receipt.set("content", submitted.json().at("/receipt/content"));
        JsonNode verified = story.anonymous()
                .post("/v1/receipts:verify", receipt)
                .expect(200)
                .json();
        Expect.that(
                verified.path("valid").asBoolean()
                        && verified.path("contentMatches").asBoolean(),
                "anybody can verify the receipt");
        receipt.withObject("content").put("acronym", "CHANGED");
        JsonNode changed = story.anonymous()
                .post("/v1/receipts:verify", receipt)
                .expect(200)
                .json();
        Expect.that(!changed.path("contentMatches").asBoolean(), "a changed application does not match its receipt");
        tooLate();
    }

    /** A call of its own that closes in a moment, as the borders call stays open until its money is spent. */
    private void tooLate() {
        LocalDateTime deadline =
                LocalDateTime.now(BRUSSELS).plus(Duration.ofSeconds(4)).truncatedTo(ChronoUnit.MILLIS);
        ObjectNode body = BordersCall.draft(call.key() + "-DEADLINE");
        ObjectNode terms = body.withObject("terms").put("deadlineModel", "SINGLE_STAGE");
        terms.putArray("deadlines").addObject().put("stage", "FULL_APPLICATION").put("local", deadline.toString());
        Answer closing = officer.post("/v1/calls", body).expect(201);
        officer.act("/v1/calls/" + closing.id() + ":publish", closing.etag(), null)
                .expect(200);
        ObjectNode late = Story.object().put("callId", closing.id());
        late.set("content", content());
        Answer draft = applicant.post("/v1/applications", late).expect(201);
        Eventually.waitUntil(deadline.atZone(BRUSSELS).toInstant().plusMillis(1));
        Answer refused = applicant.act("/v1/applications/" + draft.id() + ":submit", draft.etag(), null);
        Expect.equal(409, refused.status(), "handing in after the deadline");
        story.says("too late: " + refused.json().path("code").asText());
    }

    void decide() {
        ObjectNode check = Story.object().put("eligible", true).put("note", "Complete");
        check.putArray("checklist")
                .addObject()
                .put("item", "Signed declaration")
                .put("met", true);
        officer.act(application + "/eligibility", etag(application), check).expect(200);
        consult();
        evaluate();
        JsonNode ranking = officer.get(call.path() + "/ranking").expect(200).json();
        Expect.equal("RECOMMENDED", ranking.at("/items/0/standing").asText(), "the application in the ranking");
        String meeting = vote();
        String before = call.available("BMVI");
        ObjectNode award = Story.object()
                .put("outcome", "AWARD")
                .put("meetingId", meeting)
                .put("reasons", "Highest score")
                .put("redress", "A review may be asked for within 30 days.");
        Answer decision =
                officer.act(application + "/decision", etag(application), award).expect(200);
        grant = "/v1/grants/" + decision.json().path("grantId").asText();
        Expect.equal("8000000.00", before, "available before the award");
        Expect.equal("7050000.00", call.available("BMVI"), "available after the award");
        Answer twice = officer.act(application + "/decision", etag(application), award);
        Expect.equal(409, twice.status(), "a second decision");
        Expect.that(
                officer.get("/v1/projects?grantId="
                                + decision.json().path("grantId").asText())
                        .expect(200)
                        .json()
                        .path("items")
                        .isEmpty(),
                "there is no project before the applicant knows");
        officer.post(application + "/letters", Story.object()).expect(201);
        story.says("BMVI: 8,000,000.00 − 950,000.00 = 7,050,000.00 left");
    }

    private void consult() {
        Answer asked = officer.post(
                        application + "/consultations",
                        Story.object()
                                .put("body", "EU Delegation to Georgia")
                                .put("kind", "DELEGATION")
                                .put("consultee", "consultee")
                                .put(
                                        "dueOn",
                                        LocalDate.now(BRUSSELS).plusDays(14).toString()))
                .expect(201);
        story.as("consultee")
                .act(
                        application + "/consultations/" + asked.id() + ":advise",
                        asked.etag(),
                        Story.object()
                                .put("opinion", "POSITIVE")
                                .put("advice", "Fits the cooperation with the Border Police."))
                .expect(200);
    }

    private void evaluate() {
        for (String evaluator : List.of("evaluator-1", "evaluator-2", "evaluator-3")) {
            String evaluation = "/v1/evaluations/"
                    + officer.post(application + "/evaluations", Story.object().put("evaluator", evaluator))
                            .expect(201)
                            .id();
            Session session = story.as(evaluator);
            if (evaluator.equals("evaluator-3")) {
                session.move(evaluation, "declare-conflict", Story.object().put("reason", "Former employer"))
                        .expect(200);
                Expect.equal(404, session.get(application).status(), "the application to an evaluator with a conflict");
            } else {
                session.put(evaluation, etag(session, evaluation), marks()).expect(200);
                session.move(evaluation, "submit", null).expect(200);
            }
        }
        officer.post(application + "/consensus", marks().put("comment", "Agreed"))
                .expect(200);
    }

    private static ObjectNode marks() {
        return (ObjectNode) Story.json("""
                {"marks": {"relevance": 26, "quality": 17, "capacity": 18, "sustainability": 12, "cost": 12}}
                """);
    }

    private String vote() {
        Answer made = officer.post(
                        "/v1/committee-meetings",
                        Story.object()
                                .put("callId", call.id())
                                .put("title", "Committee on borders and security")
                                .put(
                                        "scheduledAt",
                                        Instant.now()
                                                .truncatedTo(ChronoUnit.MILLIS)
                                                .toString()))
                .expect(201);
        String meeting = "/v1/committee-meetings/" + made.id();
        for (String member : List.of("committee-1", "committee-2", "committee-3")) {
            officer.act(
                            meeting + "/members",
                            etag(meeting),
                            Story.object()
                                    .put("member", member)
                                    .put("role", member.equals("committee-1") ? "CHAIR" : "MEMBER"))
                    .expect(200, 201);
        }
        String id = application.substring(application.lastIndexOf('/') + 1);
        officer.act(
                        meeting + "/agenda",
                        etag(meeting),
                        Story.object().put("applicationId", id).put("proposal", "AWARD"))
                .expect(200, 201);
        officer.move(meeting, "open", null).expect(200);
        story.as("committee-3")
                .act(
                        meeting + "/members/committee-3:declare-conflict",
                        etag(meeting),
                        Story.object().put("applicationId", id).put("reason", "Advises the applicant"))
                .expect(200);
        ObjectNode vote = Story.object().put("applicationId", id).put("vote", "FOR");
        Answer conflicted = story.as("committee-3").post(meeting + "/votes", vote);
        Expect.that(conflicted.status() >= 400, "a member with a conflict cannot vote");
        story.as("committee-1").post(meeting + "/votes", vote).expect(200);
        presence(meeting, "committee-2", false);
        Answer early = officer.act(
                application + "/decision",
                etag(application),
                Story.object()
                        .put("outcome", "AWARD")
                        .put("meetingId", made.id())
                        .put("reasons", "Highest score")
                        .put("redress", "Within 30 days"));
        Expect.equal(409, early.status(), "a decision without quorum");
        presence(meeting, "committee-2", true);
        story.as("committee-2").post(meeting + "/votes", vote).expect(200);
        return made.id();
    }

    private void presence(String meeting, String member, boolean present) {
        ObjectNode body = Story.object().put("present", present).put("reason", present ? "Arrived" : "Not there yet");
        officer.put(meeting + "/members/" + member, etag(meeting), body).expect(200);
    }

    /** After all that was told of it: the money is free again, and the project ends. */
    void withdrawAward() {
        officer.move(grant, "withdraw", Story.object().put("reason", "The grantee cannot begin."))
                .expect(200);
    }

    void becomesProject() {
        JsonNode linked = Eventually.see(
                "the grant names its project",
                () -> officer.get(grant).expect(200).json(),
                json -> json.hasNonNull("projectId"));
        JsonNode projects = story.anonymous()
                .get("/v1/projects?grantId=" + linked.path("id").asText())
                .expect(200)
                .json();
        Expect.equal(1, projects.path("items").size(), "projects of this grant");
        Expect.equal(
                linked.path("projectId").asText(), projects.at("/items/0/id").asText(), "the project of the grant");
        officer.move(grant, "sign", null).expect(200);
        story.says("grant %s is project %s"
                .formatted(
                        linked.path("reference").asText(),
                        projects.at("/items/0/code").asText()));
    }

    private String etag(String path) {
        return etag(officer, path);
    }

    private static String etag(Session session, String path) {
        return session.get(path).expect(200).etag();
    }

    private static ObjectNode content() {
        return (ObjectNode) Story.json("""
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
