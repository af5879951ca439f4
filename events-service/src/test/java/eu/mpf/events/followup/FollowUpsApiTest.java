package eu.mpf.events.followup;

import static eu.mpf.events.Programme.event;
import static eu.mpf.events.Programme.manager;
import static eu.mpf.events.Programme.session;
import static eu.mpf.events.Programme.text;
import static eu.mpf.events.Programme.verb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import eu.mpf.events.Programme.Made;
import eu.mpf.events.event.EventsApiTest;
import eu.mpf.events.question.QuestionsApiTest;
import eu.mpf.events.registration.Registrations;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.PublishedEvent;
import eu.mpf.testkit.Sql;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("E6")
class FollowUpsApiTest {

    @Test
    void thePanelGoesOnWithItsAudienceFirstItsConsentAndItsOpenQuestions() {
        Made event = event();
        Made panel = session(event.id(), "m4", Map.of("followUpsPlanned", Map.of("atLeast", 1, "atMost", 2)));
        verb("/v1/events/", event.id(), event.etag(), "publish");
        String name = "erik-" + UUID.randomUUID();
        Registrations.Made listener = Registrations.register(
                event.id(), Map.of("address", name + "@example.org", "sessions", List.of(panel.id())));
        Registrations.register(
                event.id(), Map.of("consent", Map.of("wording", "1", "participantList", false, "followUps", false)));
        String open = QuestionsApiTest.ask(panel.id(), "And the war against Ukraine?");
        String path = "/v1/sessions/%s/questions/%s".formatted(panel.id(), open);
        QuestionsApiTest.step(path, "approve", Map.of());
        Api.as("applicant-lv")
                .contentType("application/json")
                .post(path + ":upvote")
                .then()
                .statusCode(200);

        Made followUp = planned(panel.id());

        followUp.response()
                .then()
                .body("kind", equalTo("FOLLOW_UP"))
                .body("startsAt", equalTo("2023-10-30T09:00:00.000Z"))
                .body("parentSessionId", equalTo(panel.id()));
        Api.anonymous()
                .get("/v1/sessions/{id}/follow-ups", panel.id())
                .then()
                .statusCode(200)
                .body("planned.atMost", equalTo(2))
                .body("arranged", equalTo(1))
                .body("held", equalTo(0));

        // Its audience is invited, once, and only those who agreed to be asked.
        assertThat(Sql.count(
                        "SELECT count(*) FROM mail_outbox WHERE dedup_key LIKE ?", "follow-up/" + followUp.id() + "%"))
                .isEqualTo(1);
        Registrations.tryRegister(event.id(), Map.of("followUpId", followUp.id()))
                .then()
                .statusCode(409)
                .body("code", equalTo("invitation-only"));
        Map<String, Object> again = new HashMap<>(
                Registrations.body(Map.of("address", name + "@example.org", "followUpId", followUp.id())));
        again.remove("consent");
        Api.anonymous()
                .contentType("application/json")
                .body(again)
                .post("/v1/events/{id}/registrations", event.id())
                .then()
                .statusCode(201)
                .body("status", equalTo("CONFIRMED"))
                .body("consent.carriedFrom", equalTo(listener.id()));

        // The open question goes on there, with its vote, and nobody votes on it twice.
        manager().get(path).then().body("status", equalTo("CARRIED_OVER"));
        String continued = Api.anonymous()
                .get("/v1/sessions/{id}/questions", followUp.id())
                .then()
                .body("items", hasSize(1))
                .body("items[0].votes", equalTo(1))
                .body("items[0].carriedFrom", equalTo(open))
                .extract()
                .path("items[0].id");
        Api.as("applicant-lv")
                .contentType("application/json")
                .post("/v1/sessions/{s}/questions/" + continued + ":upvote", followUp.id())
                .then()
                .statusCode(200)
                .body("votes", equalTo(1));

        PublishedEvent fact = EventsApiTest.facts(event.id(), 2).getLast();
        assertThat(fact.type()).isEqualTo("eu.mpf.events.session.follow-up-planned.v1");
        assertThat(fact.data().get("invited").asInt()).isEqualTo(1);
        assertThat(fact.data().get("questionsCarriedOver").asInt()).isEqualTo(1);

        verb("/v1/sessions/", followUp.id(), followUp.etag(), "hold");
        Api.anonymous().get("/v1/sessions/{id}/follow-ups", panel.id()).then().body("held", equalTo(1));
    }

    @Test
    void itsDayMayMoveButNotGetLost() {
        Made event = event();
        Made panel = session(event.id(), "m4", Map.of("startsLocal", "2023-09-21T10:00:00"));
        verb("/v1/events/", event.id(), event.etag(), "publish");
        Made followUp = planned(panel.id());
        revise(followUp, "{\"startsLocal\":null,\"endsLocal\":null}")
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/startsLocal")))
                .body("errors.code", equalTo(List.of("missing")));
        revise(followUp, "{\"startsLocal\":\"2023-11-06T10:00:00\",\"endsLocal\":null}")
                .then()
                .statusCode(200)
                .body("startsAt", equalTo("2023-11-06T09:00:00.000Z"));
        // On the programme a session may have no time of its own.
        revise(panel, "{\"startsLocal\":null}").then().statusCode(200);
    }

    private static Response revise(Made session, String patch) {
        return manager()
                .contentType("application/merge-patch+json")
                .header("If-Match", session.etag())
                .body(patch)
                .patch("/v1/sessions/{id}", session.id());
    }

    @Test
    void consentIsAskedAgainWhereItIsNotCarried() {
        Made event = event();
        Made panel = session(event.id(), "m4", Map.of());
        verb("/v1/events/", event.id(), event.etag(), "publish");
        String address = "consent-" + UUID.randomUUID() + "@example.org";
        Registrations.register(event.id(), Map.of("address", address));
        Map<String, Object> body = new HashMap<>(body());
        body.put("carryConsent", false);
        var response = manager().body(body).post("/v1/sessions/{id}/follow-ups", panel.id());
        response.then().statusCode(201);
        Map<String, Object> again =
                new HashMap<>(Registrations.body(Map.of("address", address, "followUpId", response.path("id"))));
        Object consent = again.remove("consent");
        Api.anonymous()
                .contentType("application/json")
                .body(again)
                .post("/v1/events/{id}/registrations", event.id())
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/consent"));
        again.put("consent", Map.of("wording", "0.9-draft", "participantList", true, "followUps", true));
        Api.anonymous()
                .contentType("application/json")
                .body(again)
                .post("/v1/events/{id}/registrations", event.id())
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/consent/wording"));
        again.put("consent", consent);
        Api.anonymous()
                .contentType("application/json")
                .body(again)
                .post("/v1/events/{id}/registrations", event.id())
                .then()
                .statusCode(201);
    }

    @Test
    @Tag("E13")
    void aQuestionThatCameLaterIsCarriedOverByHandOnce() {
        Made event = event();
        Made panel = session(event.id(), "m4", Map.of());
        Made elsewhere = session(event.id(), "m5", Map.of());
        verb("/v1/events/", event.id(), event.etag(), "publish");
        Made followUp = planned(panel.id());
        String path =
                "/v1/sessions/%s/questions/%s".formatted(panel.id(), QuestionsApiTest.ask(panel.id(), "What next?"));
        String etag = manager().get(path).then().statusCode(200).extract().header("ETag");
        manager()
                .header("If-Match", etag)
                .body(Map.of("followUpId", elsewhere.id()))
                .post(path + ":carry-over")
                .then()
                .statusCode(409)
                .body("code", equalTo("step-not-possible"));
        QuestionsApiTest.step(path, "carry-over", Map.of("followUpId", followUp.id()));
        manager().get(path).then().body("status", equalTo("CARRIED_OVER"));
        manager()
                .get("/v1/sessions/{id}/questions", followUp.id())
                .then()
                .statusCode(200)
                .body("items.text", equalTo(List.of("What next?")));
        manager()
                .header("If-Match", manager().get(path).header("ETag"))
                .body(Map.of("followUpId", followUp.id()))
                .post(path + ":carry-over")
                .then()
                .statusCode(409);
    }

    @Test
    void nothingFollowsADraft() {
        Made panel = session(event().id(), "m4", Map.of());
        manager()
                .body(body())
                .post("/v1/sessions/{id}/follow-ups", panel.id())
                .then()
                .statusCode(409)
                .body("code", equalTo("step-not-possible"));
    }

    private static Made planned(String parent) {
        var response = manager().body(body()).post("/v1/sessions/{id}/follow-ups", parent);
        response.then().statusCode(201);
        return new Made(response.path("id"), response.header("ETag"), response);
    }

    private static Map<String, Object> body() {
        return Map.of(
                "key", "follow-up-1",
                "title", text("Further session on priorities for borders and security"),
                "mode", "ONLINE",
                "timeZone", "Europe/Brussels",
                "startsLocal", "2023-10-30T10:00:00",
                "capacity", 50,
                "invitedUntil", "2099-01-01T00:00:00Z");
    }
}
