package eu.mpf.system.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mpf.system.client.Answer;
import eu.mpf.system.client.Eventually;
import eu.mpf.system.client.Session;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/**
 * The exchange event of September 2023 with its real programme, made through the API as a draft.
 *
 * <p>The report gives the month only, so the day is marked as not confirmed. Times of day and seats are not published
 * either: the day runs from nine to five, and a seat limit is given by whoever loads it.
 */
public final class ExchangeEvent {

    private final JsonNode facts = Facts.read("exchange-event-2023");
    private final JsonNode event = facts.path("event");
    private final Session manager;
    private final Map<String, String> people = new HashMap<>();
    private final Map<String, String> sessions = new HashMap<>();

    public ExchangeEvent(Session manager) {
        this.manager = manager;
    }

    /** Ids of the sessions by their key in the facts, for example {@code m4}. */
    public Map<String, String> sessions() {
        return sessions;
    }

    /** Makes the series and the people where they are not there yet. */
    public int people() {
        JsonNode series = facts.path("series");
        ObjectNode body = Facts.object().put("key", series.path("key").asText());
        body.set("name", Facts.english(series.path("name").asText()));
        manager.post("/v1/event-series", body).expect(201, 409);
        for (JsonNode known :
                manager.get("/v1/people?pageSize=200").expect(200).json().path("items")) {
            people.put(known.path("key").asText(), known.path("id").asText());
        }
        facts.path("people")
                .forEach(fact -> people.computeIfAbsent(fact.path("key").asText(), key -> person(fact)));
        return people.size();
    }

    private String person(JsonNode fact) {
        ObjectNode body = Facts.object()
                .put("key", fact.path("key").asText())
                .put("name", fact.path("name").asText());
        Facts.copy(fact, "honorific", body);
        Facts.copy(fact, "nameVariants", body);
        return manager.post("/v1/people", body).expect(201).id();
    }

    /**
     * Makes the event and its programme.
     *
     * @param key of the new event
     * @param callKey key of the call that session m3 presents
     * @param adjust changes the event's body before it is sent, for example its seats
     * @return the event's id
     */
    public String draft(String key, String callKey, Consumer<ObjectNode> adjust) {
        ObjectNode body = Facts.object()
                .put("key", key)
                .put("series", facts.at("/series/key").asText())
                .put("mode", Facts.constant(event.path("mode").asText()))
                .put("place", event.path("place").asText())
                .put("country", "BE")
                .put("timeZone", event.path("timeZone").asText())
                .put("startsLocal", "2023-09-21T09:00:00")
                .put("endsLocal", "2023-09-21T17:00:00")
                .put("dayConfirmed", false);
        body.set("title", Facts.english(event.path("name").asText()));
        ArrayNode audience = body.putArray("audience");
        event.path("audience").forEach(category -> audience.add(Facts.constant(category.asText())));
        ArrayNode blocks = body.putArray("blocks");
        event.path("blocks")
                .forEach(block -> blocks.addObject()
                        .put("key", block.path("key").asText())
                        .set("title", Facts.english(block.path("title").asText())));
        adjust.accept(body);
        String id = manager.post("/v1/events", body).expect(201).id();
        for (JsonNode block : event.path("blocks")) {
            block.path("sessions")
                    .forEach(session -> session(id, block.path("key").asText(), session, callKey));
        }
        return id;
    }

    private void session(String eventId, String block, JsonNode fact, String callKey) {
        String key = fact.path("key").asText();
        ObjectNode body = Facts.object()
                .put("key", key)
                .put("block", block)
                .put("kind", Facts.constant(fact.path("kind").asText()));
        body.set("title", Facts.english(fact.path("title").asText()));
        Facts.copy(fact, "questionTopics", body);
        if (fact.hasNonNull("feedback")) {
            body.set("feedbackNote", Facts.english(fact.path("feedback").asText()));
        }
        if (fact.hasNonNull("call")) {
            body.put("call", callKey);
        }
        if (key.equals(event.at("/followUps/bornFrom").asText())) {
            body.putObject("followUpsPlanned").put("atLeast", 1).put("atMost", 2);
        }
        Answer created =
                manager.post("/v1/events/" + eventId + "/sessions", body).expect(201);
        sessions.put(key, created.id());
        fact.path("contributions").forEach(contribution -> contribution(created.id(), contribution));
    }

    private void contribution(String sessionId, JsonNode fact) {
        String key = fact.path("person").asText();
        ObjectNode body = Facts.object()
                .put("role", Facts.constant(fact.path("role").asText()))
                .put("personId", people.get(key));
        Facts.copy(fact, "project", body);
        Facts.copy(fact, "type", body);
        for (JsonNode person : facts.path("people")) {
            if (person.path("key").asText().equals(key)) {
                Facts.copy(person, "post", body);
                Facts.copy(person, "organisation", body);
            }
        }
        manager.post("/v1/sessions/" + sessionId + "/contributions", body).expect(201);
    }

    /** The event as it took place, minutes included: part of the demo data. */
    void load() {
        people();
        String id = draft(event.path("key").asText(), "MPF-2023-BORDERS-SECURITY", body -> {});
        minutes(manager);
        String path = "/v1/events/" + id;
        manager.move(path, "publish", null).expect(200);
        projectsKnown();
        manager.move(path, "hold", null).expect(200);
    }

    /** Waits until the projects presented have reached the events service, so that it can name them when the event is held. */
    public void projectsKnown() {
        for (String id : sessions.values()) {
            Eventually.see(
                    "the projects presented are known",
                    () -> manager.get("/v1/sessions/" + id + "/contributions")
                            .expect(200)
                            .json()
                            .path("items"),
                    items -> StreamSupport.stream(items.spliterator(), false)
                            .map(contribution -> contribution.path("project"))
                            .allMatch(project -> project.isMissingNode() || project.hasNonNull("id")));
        }
    }

    /** Writes what was said into the minutes of every session. */
    public void minutes(Session rapporteur) {
        sessions.forEach((key, id) -> {
            ObjectNode body = Facts.object();
            body.set("points", points(key));
            rapporteur.put("/v1/sessions/" + id + "/minutes", "\"0\"", body).expect(200);
        });
    }

    private JsonNode points(String sessionKey) {
        for (JsonNode block : event.path("blocks")) {
            for (JsonNode session : block.path("sessions")) {
                if (session.path("key").asText().equals(sessionKey)) {
                    return session.path("points");
                }
            }
        }
        throw new IllegalArgumentException("No session " + sessionKey);
    }
}
