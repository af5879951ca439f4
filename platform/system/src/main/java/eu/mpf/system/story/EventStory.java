package eu.mpf.system.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mpf.system.client.Answer;
import eu.mpf.system.client.Eventually;
import eu.mpf.system.client.Session;
import eu.mpf.system.demo.ExchangeEvent;
import eu.mpf.system.demo.TypologyLoader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Steps 6 to 9: the exchange event, from its programme to its report. */
final class EventStory {

    private static final int SEATS = 6;
    private static final int PANEL_SEATS = 3;

    private final Story story;
    private final CallStory call;
    private final List<String> registrations = new ArrayList<>();
    private ExchangeEvent programme;
    private String event = "";
    private String panel = "";

    EventStory(Story story, CallStory call) {
        this.story = story;
        this.call = call;
        this.programme = new ExchangeEvent(story.quietly("event-manager"));
    }

    void register() {
        programme.people();
        String id = programme.draft(story.mine("MPF-EXCHANGE-2023"), call.key(), body -> body.put("capacity", SEATS));
        event = "/v1/events/" + id;
        panel = "/v1/sessions/" + programme.sessions().get("m4");
        Session manager = story.as("event-manager");
        manager.patch(
                        panel,
                        manager.get(panel).expect(200).etag(),
                        Story.object().put("capacity", PANEL_SEATS))
                .expect(200);
        Expect.equal(404, story.anonymous().get(event).status(), "a draft to the public");
        manager.move(event, "publish", null).expect(200);
        JsonNode shown = story.anonymous().get(event + "/programme").expect(200).json();
        story.says("%d blocks, %d sessions, open to everybody"
                .formatted(shown.path("blocks").size(), programme.sessions().size()));

        for (int i = 1; i <= SEATS + 2; i++) {
            Answer answer = register(
                    event,
                    person(i)
                            .set(
                                    "sessions",
                                    Story.JSON
                                            .createArrayNode()
                                            .add(programme.sessions().get("m4"))));
            registrations.add(answer.id());
            Expect.equal(
                    i <= SEATS ? "CONFIRMED" : "WAITLISTED",
                    answer.json().path("status").asText(),
                    "registration " + i);
        }
        Answer again = story.anonymous().post(event + "/registrations", person(1));
        Expect.equal(409, again.status(), "a second registration of one address");

        manager.move("/v1/registrations/" + registrations.getFirst(), "withdraw", null)
                .expect(200);
        Expect.equal("CONFIRMED", status(SEATS), "the first in line after a withdrawal");
        Expect.equal("WAITLISTED", status(SEATS + 1), "the second in line");
        JsonNode capacity =
                story.anonymous().get(event + "/capacity").expect(200).json();
        Expect.equal(SEATS, capacity.at("/total/taken").asInt(), "seats taken");
        Expect.equal(1, capacity.at("/total/waiting").asInt(), "people waiting");
        story.says("%d seats, %d taken, one waits; one who withdrew made room for the first in line"
                .formatted(SEATS, SEATS));
    }

    void position() {
        Session manager = story.as("event-manager");
        ask();
        programme.projectsKnown();
        manager.move(event, "hold", null).expect(200);
        ObjectNode exercise =
                Story.object().put("sessionId", programme.sessions().get("a4")).put("typologyVersion", 1);
        String path = "/v1/positioning-exercises/"
                + manager.post("/v1/positioning-exercises", exercise)
                        .expect(201)
                        .id();
        manager.move(path, "open", null).expect(200);
        take(path, "applicant-lt", "FORGED-DOCS", "operational");
        take(path, "applicant-pt", "COOP4INT", "capacity");
        take(path, "event-manager", "WAFIRA", "skills-labour-mobility", "capacity");
        take(path, "event-manager", "INSIGHT", "action-research");
        Expect.equal(
                4,
                story.anonymous()
                        .get(path + "/tally")
                        .expect(200)
                        .json()
                        .path("projects")
                        .asInt(),
                "projects placed");
        manager.move(path, "close", null).expect(200);
        manager.move(
                        path,
                        "agree",
                        Story.object()
                                .set(
                                        "outcome",
                                        Story.english(
                                                "A hybrid type replaces skills and labour mobility; the matrix is updated for the final report")))
                .expect(200);
        revision();
    }

    private void take(String exercise, String identity, String project, String... means) {
        ObjectNode body = Story.object().put("project", project);
        for (String each : means) {
            body.withArray("means").add(each);
        }
        story.as(identity).post(exercise + "/positions", body).expect(201);
    }

    private void revision() {
        Session officer = story.as("programme-officer");
        JsonNode newest = officer.get("/v1/typologies").expect(200).json().at("/items/0");
        if (newest.path("version").asInt() == 1) {
            new TypologyLoader(officer).revision();
        } else {
            story.says("version 2 was published when the story was told before");
        }
        String wafira = projectId("WAFIRA");
        JsonNode evidence = Eventually.see(
                "the grantee's own position reaches the portfolio",
                () -> officer.get("/v1/projects/" + wafira + "/classifications")
                        .expect(200)
                        .json(),
                json -> json.toString().contains("GRANTEE"));
        Expect.that(evidence.toString().contains("skills-labour-mobility"), "the position lists the means");
        ObjectNode read =
                Story.object().put("typologyVersion", 2).put("view", "FACILITY").put("decidedBy", "ICMPD");
        read.putArray("means").add("hybrid").add("capacity").add("operational");
        officer.post("/v1/projects/" + wafira + "/classifications", read).expect(201);
        for (int version : new int[] {1, 2}) {
            JsonNode matrix = story.anonymous()
                    .get("/v1/typologies/" + version + "/matrix")
                    .expect(200)
                    .json();
            boolean hybrid = matrix.path("columns").toString().contains("hybrid");
            Expect.equal(version == 2, hybrid, "hybrid in version " + version);
        }
        story.says(
                "the matrix of version 1 still has skills and labour mobility, that of version 2 has hybrid instead");
    }

    private void ask() {
        Session manager = story.as("event-manager");
        String first = question(manager, "Where will artificial intelligence be used first at the borders?");
        question(manager, "How are vulnerable groups protected inside the border continuum?");
        question(manager, "Can partner countries procure the same technology?");
        manager.move(first, "answer", Story.object().put("answer", "In the detection of forged documents."))
                .expect(200);
    }

    /** Asked by somebody in the audience and approved by the moderator. */
    private String question(Session moderator, String text) {
        String id = story.anonymous()
                .post(panel + "/questions", Story.object().put("text", text))
                .expect(201)
                .id();
        moderator.move(panel + "/questions/" + id, "approve", null).expect(200);
        return panel + "/questions/" + id;
    }

    void followUp() {
        Session manager = story.as("event-manager");
        ObjectNode body = Story.object()
                .put("key", "follow-up-1")
                .put("mode", "ONLINE")
                .put("timeZone", "Europe/Brussels")
                .put("startsLocal", "2023-10-30T10:00:00")
                .put("capacity", 50)
                .put(
                        "invitedUntil",
                        Instant.now()
                                .plus(Duration.ofDays(1))
                                .truncatedTo(java.time.temporal.ChronoUnit.MILLIS)
                                .toString());
        body.set("title", Story.english("Further session on priorities for borders and security"));
        Answer followUp = manager.post(panel + "/follow-ups", body).expect(201);
        Expect.equal(
                Instant.parse("2023-10-30T09:00:00Z"),
                Instant.parse(followUp.json().path("startsAt").asText()),
                "its start in UTC");
        JsonNode carried = manager.get("/v1/sessions/" + followUp.id() + "/questions")
                .expect(200)
                .json()
                .path("items");
        Expect.equal(2, carried.size(), "open questions carried over");
        Answer stranger =
                story.anonymous().post(event + "/registrations", person(90).put("followUpId", followUp.id()));
        Expect.that(
                stranger.status() == 403 || stranger.status() == 409,
                "somebody who was not there has to wait, got " + stranger.status());
        ObjectNode known = person(2).put("followUpId", followUp.id());
        known.remove("consent");
        Expect.equal(
                "CONFIRMED", register(event, known).json().path("status").asText(), "the panel's audience comes first");
        story.says(
                "09:00 UTC, as summer time has ended; two open questions moved; the panel's audience was invited first");
    }

    void report() {
        Session rapporteur = story.as("rapporteur");
        programme.minutes(story.quietly("rapporteur"));
        Answer draft = rapporteur.post(event + "/synopses", Story.object()).expect(201);
        String path = "/v1/synopses/" + draft.id();
        rapporteur.get(path + "/links").expect(200);
        rapporteur.move(path, "review", null).expect(200);
        story.as("event-manager").move(path, "publish", null).expect(200);
        for (String type : List.of("text/html", "application/pdf", "text/markdown", "application/json")) {
            Answer report = story.anonymous().get(path, type).expect(200);
            Expect.that(report.body().length > 1000, type + " has contents");
        }
        story.says("published as HTML, PDF, Markdown and JSON");
    }

    private String projectId(String code) {
        return story.anonymous()
                .get("/v1/projects?code=" + code)
                .expect(200)
                .json()
                .at("/items/0/id")
                .asText();
    }

    private Answer register(String path, JsonNode body) {
        return story.anonymous().post(path + "/registrations", body).expect(201);
    }

    private String status(int index) {
        return story.as("event-manager")
                .get("/v1/registrations/" + registrations.get(index))
                .expect(200)
                .json()
                .path("status")
                .asText();
    }

    private static ObjectNode person(int number) {
        ObjectNode body = Story.object()
                .put("name", "Participant " + number)
                .put("address", "participant-%d@mpf.example".formatted(number))
                .put("category", number % 2 == 0 ? "MEMBER_STATE" : "GRANTEE_CURRENT");
        body.putObject("consent")
                .put("wording", "1")
                .put("participantList", true)
                .put("followUps", true);
        return body;
    }
}
