package eu.mpf.events.synopsis;

import static eu.mpf.events.Programme.event;
import static eu.mpf.events.Programme.manager;
import static eu.mpf.events.Programme.session;
import static eu.mpf.events.Programme.text;
import static eu.mpf.events.Programme.verb;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.events.Programme;
import eu.mpf.events.Programme.Made;
import eu.mpf.events.positioning.PositioningApiTest;
import eu.mpf.events.question.QuestionsApiTest;
import eu.mpf.events.reference.Facts;
import eu.mpf.events.registration.Registrations;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.GoldenData;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The Exchange Event of 2023 as published, with minutes, questions, positions and its follow-up. */
final class GoldenEvent {
    private GoldenEvent() {}

    /** @return id of the event, held */
    static String held() throws IOException {
        JsonNode golden = GoldenData.read("exchange-event-2023.json");
        JsonNode portfolio = GoldenData.read("portfolio.json");
        portfolio
                .get("organisations")
                .forEach(body -> Facts.organisation(
                        body.get("key").asText(), body.get("name").asText()));
        for (JsonNode project : portfolio.get("projects")) {
            Facts.project(project.get("key").asText(), project.get("title").asText(), "ICMPD", 1);
        }
        Map<String, JsonNode> people = new HashMap<>();
        golden.get("people").forEach(person -> people.put(person.get("key").asText(), person));
        List<Map<String, Object>> blocks = new ArrayList<>();
        golden.at("/event/blocks")
                .forEach(block -> blocks.add(Map.of(
                        "key",
                        block.get("key").asText(),
                        "title",
                        text(block.get("title").asText()))));
        Made event = event(Map.of("blocks", blocks));
        Map<String, String> sessions = new HashMap<>();
        int position = 0;
        for (JsonNode block : golden.at("/event/blocks")) {
            for (JsonNode session : block.get("sessions")) {
                sessions.put(
                        session.get("key").asText(),
                        add(event.id(), block.get("key").asText(), ++position, session, people));
            }
        }
        String published = verb("/v1/events/", event.id(), event.etag(), "publish");
        question(sessions.get("m4"));
        feedback(event.id(), sessions.get("m4"));
        verb("/v1/events/", event.id(), published, "hold");
        manager()
                .body(Map.of(
                        "key",
                        "follow-up-1",
                        "title",
                        text("Further session on priorities for borders and security"),
                        "mode",
                        "ONLINE",
                        "timeZone",
                        "Europe/Brussels",
                        "startsLocal",
                        "2023-10-30T10:00:00",
                        "carryQuestions",
                        false))
                .post("/v1/sessions/{id}/follow-ups", sessions.get("m4"))
                .then()
                .statusCode(201);
        positioning(sessions.get("a4"), golden);
        return event.id();
    }

    private static String add(
            String event, String block, int position, JsonNode session, Map<String, JsonNode> people) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "block",
                block,
                "position",
                position,
                "kind",
                session.get("kind").asText().toUpperCase().replace('-', '_'),
                "title",
                text(session.get("title").asText())));
        if (session.has("call")) {
            Facts.call(session.get("call").asText(), "Borders and security call for proposals 2023");
            body.put("call", session.get("call").asText());
        }
        if (session.has("feedback")) {
            body.put("feedbackNote", text(session.get("feedback").asText()));
            body.put("followUpsPlanned", Map.of("atLeast", 1, "atMost", 2));
        }
        List<String> topics = new ArrayList<>();
        session.path("questionTopics").forEach(topic -> topics.add(topic.asText()));
        body.put("questionTopics", topics);
        String id = session(event, session.get("key").asText(), body).id();
        for (JsonNode contribution : session.path("contributions")) {
            JsonNode person = people.get(contribution.get("person").asText());
            Made made = Programme.person(
                    person.get("name").asText(),
                    person.has("honorific")
                            ? Map.of("honorific", person.get("honorific").asText())
                            : Map.of());
            Map<String, Object> details = new HashMap<>(Map.of(
                    "role",
                    contribution.get("role").asText().toUpperCase(),
                    "post",
                    person.get("post").asText()));
            if (person.hasNonNull("organisation")) {
                details.put("organisation", person.get("organisation").asText());
            }
            if (contribution.has("project")) {
                details.put("project", contribution.get("project").asText());
            }
            if (contribution.has("type")) {
                details.put("type", contribution.get("type").asText());
            }
            Programme.contribution(id, made.id(), details);
        }
        List<String> points = new ArrayList<>();
        session.path("points").forEach(point -> points.add(point.asText()));
        Api.as("rapporteur")
                .contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .body(Map.of("points", points))
                .put("/v1/sessions/{id}/minutes", id)
                .then()
                .statusCode(200);
        return id;
    }

    private static void question(String panel) {
        String id = QuestionsApiTest.ask(panel, "How can partner countries afford the technology the panel described?");
        String path = "/v1/sessions/%s/questions/%s".formatted(panel, id);
        QuestionsApiTest.step(path, "approve", Map.of());
        QuestionsApiTest.step(path, "answer", Map.of("answer", "Procurement may be part of a project's budget."));
        String open = QuestionsApiTest.ask(panel, "Who decides where artificial intelligence is tried first?");
        QuestionsApiTest.step("/v1/sessions/%s/questions/%s".formatted(panel, open), "approve", Map.of());
    }

    private static void feedback(String event, String panel) {
        int[][] scores = {{5, 2}, {4, 1}, {4, 2}, {5, 3}, {3, 1}};
        for (int[] one : scores) {
            Api.anonymous()
                    .contentType(ContentType.JSON)
                    .header(
                            "Registration-Token",
                            Registrations.register(event, Map.of()).token())
                    .body(Map.of("scores", Map.of("OVERALL", one[0], "DISCUSSION", one[1])))
                    .post("/v1/sessions/{id}/feedback", panel)
                    .then()
                    .statusCode(204);
        }
    }

    private static void positioning(String session, JsonNode golden) {
        Map<String, String> types = new LinkedHashMap<>();
        types.put("operational", "Operational partnership");
        types.put("capacity", "Capacity partnership");
        types.put("skills-labour-mobility", "Skills and labour mobility partnership");
        types.put("policy-dialogue", "Policy and dialogue partnership");
        types.put("action-research", "Action research partnership");
        int version = 1;
        Facts.typology(version, types);
        Made exercise = PositioningApiTest.exercise(session, version);
        String open = verb("/v1/positioning-exercises/", exercise.id(), exercise.etag(), "open");
        Map<String, List<String>> positions = Map.of(
                "FORGED-DOCS",
                List.of("operational"),
                "COOP4INT",
                List.of("capacity"),
                "WAFIRA",
                List.of("skills-labour-mobility", "capacity"),
                "PRAGUE-PROCESS",
                List.of("policy-dialogue"),
                "BUDAPEST-PROCESS",
                List.of("policy-dialogue"),
                "INSIGHT",
                List.of("action-research"));
        positions.forEach((code, means) -> {
            PositioningApiTest.position(exercise, "event-manager", code, means.toArray(String[]::new))
                    .statusCode(201);
        });
        String now =
                manager().get("/v1/positioning-exercises/{id}", exercise.id()).header("ETag");
        String closed = verb("/v1/positioning-exercises/", exercise.id(), now, "close");
        manager()
                .header("If-Match", closed)
                .body(
                        Map.of(
                                "outcome",
                                text(
                                        "A hybrid type replaces skills and labour mobility; the matrix is updated for the final report.")))
                .post("/v1/positioning-exercises/{id}:agree", exercise.id())
                .then()
                .statusCode(200);
    }
}
