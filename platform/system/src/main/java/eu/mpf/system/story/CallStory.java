package eu.mpf.system.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mpf.system.client.Answer;
import eu.mpf.system.client.Session;
import eu.mpf.system.demo.BordersCall;

/** Steps 1 and 2: the call, its money, its questions and its corrigendum. */
final class CallStory {

    private final Story story;
    private final String key;
    private String call = "";

    CallStory(Story story) {
        this.story = story;
        this.key = story.mine("MPF-2023-BORDERS-SECURITY");
    }

    String key() {
        return key;
    }

    /** The call's path. */
    String path() {
        return call;
    }

    String id() {
        return call.substring(call.lastIndexOf('/') + 1);
    }

    void publish() {
        Session officer = story.as("programme-officer");
        ObjectNode body = BordersCall.draft(key);
        ObjectNode broken = body.deepCopy();
        broken.put("key", key + "-BROKEN");
        ((ObjectNode) broken.at("/terms/rules/0")).put("expression", "application.lead.memberStaat");
        Answer bad = officer.post("/v1/calls", broken).expect(201);
        Answer refused = officer.act("/v1/calls/" + bad.id() + ":publish", bad.etag(), null)
                .expect(400);
        story.says("a rule that does not compile stops the publication: "
                + refused.json().path("errors"));

        Answer draft = officer.post("/v1/calls", body).expect(201);
        call = "/v1/calls/" + draft.id();
        Expect.equal(404, story.anonymous().get(call).status(), "a draft to the public");
        officer.act(call + ":publish", draft.etag(), null).expect(200);
        Expect.equal(
                "OPEN",
                story.anonymous().get(call).expect(200).json().path("status").asText(),
                "the call");
        Expect.equal("7000000.00", available("BMVI"), "available under BMVI");
    }

    void clarify() {
        Session applicant = story.as("applicant-lt");
        Session officer = story.as("programme-officer");
        String question = applicant
                .post(call + "/clarifications", Story.object().put("question", "May equipment be leased?"))
                .expect(201)
                .id();
        Expect.that(clarifications().isEmpty(), "an open question is not public");
        officer.move(
                        call + "/clarifications/" + question,
                        "answer",
                        Story.object().put("answer", "Yes, for the duration of the action."))
                .expect(200);
        JsonNode answered = clarifications();
        Expect.equal(1, answered.size(), "public answers");
        Expect.that(
                !answered.toString().contains("applicant-lt")
                        && !answered.toString().contains("LT-SBGS"),
                "the asker is not named");

        ObjectNode corrigendum = Story.object().put("reason", "More money under BMVI");
        corrigendum
                .putArray("corrections")
                .addObject()
                .put("section", "1.3")
                .put("page", 4)
                .put("was", "EUR 7,000,000 under BMVI")
                .put("is", "EUR 8,000,000 under BMVI");
        corrigendum.putArray("envelopes").addObject().put("fund", "BMVI").set("envelope", Story.euro("8000000.00"));
        officer.move(call, "amend", corrigendum).expect(200);
        Expect.equal("8000000.00", available("BMVI"), "available under BMVI");
        Expect.equal(
                2,
                story.anonymous()
                        .get(call + "/versions")
                        .expect(200)
                        .json()
                        .path("items")
                        .size(),
                "editions of the call");
    }

    private JsonNode clarifications() {
        return story.anonymous()
                .get(call + "/clarifications")
                .expect(200)
                .json()
                .path("items");
    }

    /** What a fund has left, as the public reads it. */
    String available(String fund) {
        for (JsonNode each :
                story.anonymous().get(call + "/funds").expect(200).json().path("items")) {
            if (each.path("fund").asText(each.path("code").asText()).equals(fund)) {
                return each.at("/available/amount").asText();
            }
        }
        throw new Expect.StoryBroken("no fund " + fund);
    }
}
