package eu.mpf.events.question;

import static eu.mpf.events.Programme.event;
import static eu.mpf.events.Programme.manager;
import static eu.mpf.events.Programme.session;
import static eu.mpf.events.Programme.verb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import eu.mpf.events.Programme.Made;
import eu.mpf.events.registration.Registrations;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import io.restassured.http.ContentType;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("E13")
public class QuestionsApiTest {

    @Test
    void everyPairOfStatesIsDecided() {
        var allowed = new TreeSet<String>();
        for (QuestionStatus from : QuestionStatus.values()) {
            from.next().forEach(to -> allowed.add(from + ">" + to));
        }
        assertThat(allowed)
                .containsExactlyInAnyOrder(
                        "ASKED>APPROVED",
                        "ASKED>REJECTED",
                        "ASKED>CARRIED_OVER",
                        "APPROVED>ANSWERED",
                        "APPROVED>REJECTED",
                        "APPROVED>CARRIED_OVER",
                        "REJECTED>APPROVED");
    }

    @Test
    void aQuestionIsHiddenUntilApprovedAndEveryPersonVotesOnce() {
        Made event = event();
        Made session = session(event.id(), "m4", Map.of());
        verb("/v1/events/", event.id(), event.etag(), "publish");
        String id = ask(session.id(), "What is the role of Frontex?");
        String path = "/v1/sessions/%s/questions/%s".formatted(session.id(), id);
        Api.anonymous().get(path).then().statusCode(404);
        Api.anonymous()
                .contentType(ContentType.JSON)
                .post(path + ":upvote")
                .then()
                .statusCode(404);

        step(path, "approve", Map.of());
        Api.anonymous().get(path).then().statusCode(200).body("votes", equalTo(0));

        Api.anonymous()
                .contentType(ContentType.JSON)
                .post(path + ":upvote")
                .then()
                .statusCode(401);
        Registrations.Made registered = Registrations.register(event.id(), Map.of());
        for (int i = 0; i < 2; i++) {
            Api.anonymous()
                    .contentType(ContentType.JSON)
                    .header("Registration-Token", registered.token())
                    .post(path + ":upvote")
                    .then()
                    .statusCode(200);
            Api.as("applicant-lv")
                    .contentType(ContentType.JSON)
                    .post(path + ":upvote")
                    .then()
                    .statusCode(200);
        }
        Api.anonymous().get(path).then().body("votes", equalTo(2));

        step(path, "answer", Map.of("answer", "Operational support."));
        Api.anonymous()
                .get("/v1/sessions/{id}/questions", session.id())
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].answer", equalTo("Operational support."));
    }

    @Test
    void aQuestionPutAsideIsNotShownUntilItIsApprovedAfterAll() {
        Made event = event();
        Made session = session(event.id(), "m4", Map.of());
        verb("/v1/events/", event.id(), event.etag(), "publish");
        String path = "/v1/sessions/%s/questions/%s".formatted(session.id(), ask(session.id(), "Who pays?"));
        step(path, "approve", Map.of());
        String etag = manager().get(path).then().statusCode(200).extract().header("ETag");
        manager()
                .header("If-Match", etag)
                .body(Map.of())
                .post(path + ":reject")
                .then()
                .statusCode(400);
        step(path, "reject", Map.of("reason", "Asked twice"));
        Api.anonymous().get(path).then().statusCode(404);
        manager().get(path).then().body("status", equalTo("REJECTED"));
        step(path, "approve", Map.of());
        Api.anonymous().get(path).then().statusCode(200);
    }

    @Test
    void onlyModeratorsDecide() {
        Made event = event();
        Made session = session(event.id(), "m4", Map.of());
        verb("/v1/events/", event.id(), event.etag(), "publish");
        String path = "/v1/sessions/%s/questions/%s".formatted(session.id(), ask(session.id(), "Why?"));
        Api.as("applicant-lv")
                .contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .post(path + ":approve")
                .then()
                .statusCode(403);
        manager().post(path + ":approve").then().statusCode(428);
        manager().header("If-Match", "\"7\"").post(path + ":approve").then().statusCode(412);
    }

    public static String ask(String sessionId, String text) {
        return Api.anonymous()
                .contentType(ContentType.JSON)
                .body(Map.of("text", text))
                .post("/v1/sessions/{id}/questions", sessionId)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static void step(String path, String verb, Map<String, ?> body) {
        String etag = manager().get(path).then().statusCode(200).extract().header("ETag");
        var request = manager().header("If-Match", etag);
        if (!body.isEmpty()) {
            request.body(body);
        }
        request.post(path + ":" + verb).then().statusCode(200);
    }
}
