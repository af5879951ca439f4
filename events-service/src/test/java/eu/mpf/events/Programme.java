package eu.mpf.events;

import static java.util.Map.entry;

import eu.mpf.testkit.Api;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Object mother: makes what a test starts from, over the API, each time with keys of its own. */
public final class Programme {
    private Programme() {}

    public static RequestSpecification manager() {
        return Api.as("event-manager").contentType(ContentType.JSON);
    }

    /** What was made: its id and present version. */
    public record Made(String id, String etag, Response response) {
        public static Made of(Response response) {
            response.then().statusCode(201);
            return new Made(response.path("id"), response.header("ETag"), response);
        }
    }

    public static Map<String, Object> text(String english) {
        return Map.of("en", english);
    }

    public static Map<String, Object> eventBody(Map<String, Object> changes) {
        Map<String, Object> body = new HashMap<>(Map.ofEntries(
                entry("key", "EVENT-" + UUID.randomUUID().toString().toUpperCase()),
                entry("title", text("MPF Exchange Event")),
                entry("mode", "IN_PERSON"),
                entry("place", "Brussels"),
                entry("country", "BE"),
                entry("timeZone", "Europe/Brussels"),
                entry("startsLocal", "2023-09-21T09:00:00"),
                entry("endsLocal", "2023-09-21T17:00:00"),
                entry("dayConfirmed", false)));
        body.putAll(changes);
        return body;
    }

    public static Made event(Map<String, Object> changes) {
        return Made.of(manager().body(eventBody(changes)).post("/v1/events"));
    }

    public static Made event() {
        return event(Map.of());
    }

    public static Made publishedEvent(Map<String, Object> changes) {
        Made draft = event(changes);
        return new Made(draft.id(), verb(draft, "publish"), draft.response());
    }

    /** @return the new version */
    public static String verb(Made event, String verb) {
        return verb("/v1/events/", event.id(), event.etag(), verb);
    }

    public static String verb(String collection, String id, String etag, String verb) {
        return manager()
                .header("If-Match", etag)
                .post(collection + id + ":" + verb)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    public static Made session(String eventId, String key, Map<String, Object> changes) {
        Map<String, Object> body =
                new HashMap<>(Map.of("key", key, "kind", "PANEL", "title", text("Looking ahead: " + key)));
        body.putAll(changes);
        return Made.of(manager().body(body).post("/v1/events/{id}/sessions", eventId));
    }

    public static Made person(String name, Map<String, Object> changes) {
        Map<String, Object> body = new HashMap<>(Map.of("name", name));
        body.putAll(changes);
        return Made.of(manager().body(body).post("/v1/people"));
    }

    public static Made contribution(String sessionId, String personId, Map<String, Object> changes) {
        Map<String, Object> body = new HashMap<>(Map.of("role", "SPEAKER", "personId", personId));
        body.putAll(changes);
        return Made.of(manager().body(body).post("/v1/sessions/{id}/contributions", sessionId));
    }

    public static String etagOf(String path) {
        return manager().get(path).then().statusCode(200).extract().header("ETag");
    }
}
