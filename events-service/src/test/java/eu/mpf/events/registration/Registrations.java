package eu.mpf.events.registration;

import eu.mpf.testkit.Api;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Object mother for registrations. */
public final class Registrations {
    private Registrations() {}

    public static Map<String, Object> body(Map<String, Object> changes) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "name",
                "Ana Example",
                "address",
                "ana-" + UUID.randomUUID() + "@example.org",
                "category",
                "EXPERT",
                "consent",
                Map.of("wording", "1", "participantList", true, "followUps", true)));
        body.putAll(changes);
        return body;
    }

    public static Response tryRegister(String eventId, Map<String, Object> changes) {
        return Api.anonymous()
                .contentType(ContentType.JSON)
                .body(body(changes))
                .post("/v1/events/{id}/registrations", eventId);
    }

    public record Made(String id, String token, String status, Response response) {}

    public static Made register(String eventId, Map<String, Object> changes) {
        Response answer = tryRegister(eventId, changes);
        answer.then().statusCode(201);
        return new Made(answer.path("id"), answer.path("manageToken"), answer.path("status"), answer);
    }

    public static Response read(Made made) {
        return Api.anonymous().header("Registration-Token", made.token()).get("/v1/registrations/{id}", made.id());
    }

    public static Response withdraw(Made made) {
        return Api.anonymous()
                .contentType(ContentType.JSON)
                .header("Registration-Token", made.token())
                .header("If-Match", read(made).header("ETag"))
                .post("/v1/registrations/{id}:withdraw", made.id());
    }
}
