package eu.mpf.events.session;

import static eu.mpf.events.Programme.contribution;
import static eu.mpf.events.Programme.etagOf;
import static eu.mpf.events.Programme.event;
import static eu.mpf.events.Programme.manager;
import static eu.mpf.events.Programme.person;
import static eu.mpf.events.Programme.session;
import static eu.mpf.events.Programme.text;
import static eu.mpf.events.Programme.verb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import eu.mpf.events.Programme.Made;
import eu.mpf.events.event.EventsApiTest;
import eu.mpf.events.reference.Facts;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.PublishedEvent;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
class SessionsApiTest {

    private static String code(String name) {
        return name + "-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
    }

    @Test
    @Tag("E16")
    void whatAReportCouldNotHoldIsNotTakenIntoTheProgramme() {
        Made event = event();
        manager()
                .body(Map.of(
                        "key",
                        "m2",
                        "kind",
                        "PANEL",
                        "title",
                        Map.of("en", "Short", "fr", "l".repeat(301)),
                        "projects",
                        List.of("RAPAK", "\u200b")))
                .post("/v1/events/{id}/sessions", event.id())
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/title/fr", "/projects/1"))
                .body("errors.find { it.pointer == '/title/fr' }.code", equalTo("max-length"))
                .body(
                        "errors.find { it.pointer == '/title/fr' }.message",
                        equalTo("must be at most 300 characters long"));
        manager()
                .body(Map.of("key", "m2", "kind", "PANEL", "title", text("Calls"), "call", " "))
                .post("/v1/events/{id}/sessions", event.id())
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/call"));
        Made session = session(event.id(), "m2", Map.of("title", Map.of("fr", "l".repeat(300))));
        manager()
                .body(Map.of(
                        "role",
                        "SPEAKER",
                        "personId",
                        person("Ana Speaker", Map.of()).id(),
                        "project",
                        " ",
                        "type",
                        "",
                        "organisation",
                        "\u00a0"))
                .post("/v1/sessions/{id}/contributions", session.id())
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/project", "/type", "/organisation"));
    }

    @Test
    @Tag("E18")
    void titlesOfProjectsAndCallsStayFresh() {
        String project = code("RAPAK");
        String call = code("MPF-2023");
        Made event = event();
        Made session = session(event.id(), "m2", Map.of("projects", List.of(project), "call", call));
        manager()
                .get("/v1/sessions/{id}", session.id())
                .then()
                .statusCode(200)
                .body("projects[0].code", equalTo(project))
                .body("projects[0].title", nullValue())
                .body("call.key", equalTo(call));

        Facts.project(project, "Risk analysis in Pakistan", "ICMPD", 1);
        Facts.project(project, "Risk Analysis Pakistan", "ICMPD", 2);
        Facts.call(call, "Borders and security");

        manager()
                .get("/v1/sessions/{id}", session.id())
                .then()
                .body("projects[0].title.en", equalTo("Risk Analysis Pakistan"))
                .body("call.title.en", equalTo("Borders and security"))
                .body("call.deadlineAt", equalTo("2023-11-15T16:00:00.000Z"));
    }

    @Test
    @Tag("E18")
    void whoeverKeptACopyIsGivenTheFreshTitlesAndMayStillWriteByItsTag() {
        String project = code("FRESH");
        Facts.organisation(project, "Former name");
        Made event = event();
        Made session = session(event.id(), "m2", Map.of("projects", List.of(project)));
        Made talk = contribution(
                session.id(),
                person("Silvia Carta", Map.of()).id(),
                Map.of("project", project, "organisation", project));
        String path = "/v1/sessions/" + session.id();
        String ofTalk = path + "/contributions/" + talk.id();
        for (String unchanged : List.of(path, ofTalk)) {
            manager()
                    .header("If-None-Match", etagOf(unchanged))
                    .get(unchanged)
                    .then()
                    .statusCode(304);
        }

        Facts.project(project, "Fresh title", "ICMPD", 1);

        for (Map.Entry<String, String> copy :
                Map.of(path, session.etag(), ofTalk, talk.etag()).entrySet()) {
            manager()
                    .header("If-None-Match", copy.getValue())
                    .get(copy.getKey())
                    .then()
                    .statusCode(200);
        }
        manager()
                .contentType("application/merge-patch+json")
                .header("If-Match", session.etag())
                .body("{\"title\":{\"en\":\"Renamed\"}}")
                .patch(path)
                .then()
                .statusCode(200);
        manager()
                .contentType("application/merge-patch+json")
                .header("If-Match", session.etag())
                .body("{\"title\":{\"en\":\"Too late\"}}")
                .patch(path)
                .then()
                .statusCode(412);
    }

    @Test
    @Tag("E18")
    void holdingAnEventTellsOnceOfEachProjectPresented() {
        String insight = code("INSIGHT");
        String unknown = code("UNKNOWN");
        String projectId = Facts.project(insight, "INSigHT", "IUAV", 1);
        Made event = event();
        Made session = session(event.id(), "a3", Map.of("kind", "PROJECT_PRESENTATIONS"));
        contribution(
                session.id(),
                person("Giovanna Marconi", Map.of()).id(),
                Map.of("project", insight, "type", "action-research"));
        contribution(
                session.id(),
                person("Michela Semprebon", Map.of()).id(),
                Map.of("project", insight, "type", "action-research"));
        contribution(session.id(), person("Somebody Else", Map.of()).id(), Map.of("project", unknown));
        String published = verb("/v1/events/", event.id(), event.etag(), "publish");
        verb("/v1/events/", event.id(), published, "hold");

        List<PublishedEvent> facts = EventsApiTest.facts(event.id(), 4);
        assertThat(facts)
                .extracting(PublishedEvent::type)
                .containsExactly(
                        "eu.mpf.events.event.published.v1", "eu.mpf.events.event.held.v1",
                        "eu.mpf.events.project.presented.v1", "eu.mpf.events.project.presented.v1");
        assertThat(facts.get(2).data().get("projectId").asText()).isEqualTo(projectId);
        assertThat(facts.get(2).data().get("presentedOn").asText()).isEqualTo("2023-09-21");
        assertThat(facts.get(2).data().get("typeCode").asText()).isEqualTo("action-research");
        assertThat(facts.get(3).data().has("projectId")).isFalse();
        assertThat(facts.toString()).doesNotContain("Marconi");
        manager().get("/v1/sessions/{id}", session.id()).then().body("status", equalTo("HELD"));

        contribution(session.id(), person("Late Entry", Map.of()).id(), Map.of("project", code("LATE")));
        assertThat(EventsApiTest.facts(event.id(), 5).getLast().type()).isEqualTo("eu.mpf.events.project.presented.v1");
    }

    @Test
    @Tag("E18")
    void onlyWhatWasHeldWasPresentedAndAFollowUpWhenItIsHeld() {
        Made event = event();
        Made day = session(event.id(), "a1", Map.of());
        Made off = session(event.id(), "a2", Map.of());
        String speaker = person("Ana Speaker", Map.of()).id();
        String shown = code("SHOWN");
        String later = code("LATER");
        contribution(day.id(), speaker, Map.of("project", shown));
        contribution(off.id(), speaker, Map.of("project", code("NEVER")));
        verb("/v1/events/", event.id(), event.etag(), "publish");
        Response planned = manager()
                .body(Map.of("key", "more", "title", text("More"), "startsLocal", "2023-10-30T10:00:00"))
                .post("/v1/sessions/{id}/follow-ups", day.id());
        planned.then().statusCode(201);
        String followUp = planned.path("id");
        contribution(followUp, speaker, Map.of("project", later));
        manager()
                .header("If-Match", off.etag())
                .body(Map.of("reason", "The speaker is ill."))
                .post("/v1/sessions/{id}:cancel", off.id())
                .then()
                .statusCode(200);
        verb("/v1/events/", event.id(), etagOf("/v1/events/" + event.id()), "hold");
        // Late entries: of what is off, and of what is still to come.
        contribution(off.id(), speaker, Map.of("project", code("NEVER")));
        Made wrong = contribution(followUp, speaker, Map.of("project", code("WRONG")));
        manager()
                .header("If-Match", wrong.etag())
                .delete("/v1/sessions/{s}/contributions/{c}", followUp, wrong.id())
                .then()
                .statusCode(204);
        verb("/v1/sessions/", followUp, etagOf("/v1/sessions/" + followUp), "hold");

        // A late entry of what was held; facts of one event travel in order, so nothing false came before it.
        String late = code("LATE");
        contribution(day.id(), speaker, Map.of("project", late));

        List<PublishedEvent> presented = EventsApiTest.facts(event.id(), 6).stream()
                .filter(fact -> fact.type().equals("eu.mpf.events.project.presented.v1"))
                .toList();
        assertThat(presented)
                .extracting(fact -> fact.data().get("projectCode").asText())
                .containsExactly(shown, later, late);
        assertThat(presented.get(1).data().get("sessionId").asText()).isEqualTo(followUp);
        assertThat(presented.get(1).data().get("presentedOn").asText()).isEqualTo("2023-10-30");
    }

    @Test
    @Tag("E2")
    @Tag("E3")
    void aContributionKeepsNameAndPostOfTheDay() {
        Made event = event();
        Made session = session(event.id(), "m1", Map.of());
        Made person = person("Jennifer Tangney", Map.of("honorific", "Dr"));
        Made spoken = contribution(
                session.id(),
                person.id(),
                Map.of("role", "OPENING", "post", "MPF Senior Manager", "organisation", "ICMPD"));
        manager()
                .contentType("application/merge-patch+json")
                .header("If-Match", person.etag())
                .body("{\"honorific\":\"Prof\",\"name\":\"Jennifer Tangney-Smith\"}")
                .patch("/v1/people/{id}", person.id())
                .then()
                .statusCode(200);
        manager()
                .get("/v1/sessions/{s}/contributions/{c}", session.id(), spoken.id())
                .then()
                .statusCode(200)
                .body("honorific", equalTo("Dr"))
                .body("name", equalTo("Jennifer Tangney"))
                .body("post", equalTo("MPF Senior Manager"));
    }

    @Test
    @Tag("E2")
    void aContributionIsCorrectedFieldByFieldAndKeepsTheRest() {
        Made session = session(event().id(), "m1", Map.of());
        Made spoken = contribution(
                session.id(),
                person("Ana Unit", Map.of()).id(),
                Map.of("post", "Officer", "unit", "B4", "organisation", "ICMPD"));
        String path = "/v1/sessions/%s/contributions/%s".formatted(session.id(), spoken.id());
        correct(path, spoken.etag(), "{\"post\":\"Head of unit\"}")
                .then()
                .statusCode(200)
                .body("post", equalTo("Head of unit"))
                .body("unit", equalTo("B4"));
        correct(path, etagOf(path), "{\"unit\":null}").then().statusCode(200).body("unit", nullValue());
        correct(path, etagOf(path), "{\"role\":null}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/role"));
        correct(path, spoken.etag(), "{\"post\":\"Late\"}").then().statusCode(412);
    }

    @Test
    @Tag("E3")
    void anotherPersonAndAnotherBodyBringTheirOwnNames() {
        String first = code("BODY");
        String second = code("BODY");
        Facts.organisation(first, "First Body");
        Facts.organisation(second, "Second Body");
        Made session = session(event().id(), "m1", Map.of());
        Made spoken = contribution(
                session.id(),
                person("Ana First", Map.of("honorific", "Dr")).id(),
                Map.of("organisation", first, "post", "Officer"));
        String path = "/v1/sessions/%s/contributions/%s".formatted(session.id(), spoken.id());
        String bo = person("Bo Second", Map.of()).id();
        correct(path, spoken.etag(), "{\"personId\":\"%s\",\"organisation\":\"%s\"}".formatted(bo, second))
                .then()
                .statusCode(200)
                .body("name", equalTo("Bo Second"))
                .body("honorific", nullValue())
                .body("organisationName", equalTo("Second Body"))
                .body("post", equalTo("Officer"));
        String cy = person("Cy Third", Map.of()).id();
        correct(path, etagOf(path), "{\"personId\":\"%s\",\"name\":\"Cyril Third\"}".formatted(cy))
                .then()
                .body("name", equalTo("Cyril Third"))
                .body("organisationName", equalTo("Second Body"));
        correct(path, etagOf(path), "{\"organisation\":null}")
                .then()
                .body("organisationName", nullValue())
                .body("name", equalTo("Cyril Third"));
    }

    private static Response correct(String path, String etag, String patch) {
        return manager()
                .contentType("application/merge-patch+json")
                .header("If-Match", etag)
                .body(patch)
                .patch(path);
    }

    @Test
    @Tag("E1")
    void theProgrammeIsReadBlockByBlockAndHiddenWithItsDraft() {
        Made event = event(Map.of(
                "blocks",
                List.of(
                        Map.of("key", "morning", "title", text("Borders")),
                        Map.of("key", "afternoon", "title", text("Partnerships")))));
        session(event.id(), "a1", Map.of("block", "afternoon", "position", 2));
        session(event.id(), "m1", Map.of("block", "morning", "position", 1));
        manager()
                .get("/v1/events/{id}/programme", event.id())
                .then()
                .statusCode(200)
                .body("blocks", hasSize(2))
                .body("blocks[0].sessions[0].session.key", equalTo("m1"));
        Api.anonymous().get("/v1/events/{id}/programme", event.id()).then().statusCode(404);
        Api.anonymous()
                .get("/v1/events/{id}/sessions", event.id())
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        manager()
                .body(Map.of("key", "x", "kind", "PANEL", "title", text("X"), "block", "evening"))
                .post("/v1/events/{id}/sessions", event.id())
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/block"));
    }

    @Test
    @Tag("E21")
    void aSessionSaysWhichLanguagesItIsHeldAndInterpretedIn() {
        Made event = event();
        Map<String, Object> languages = Map.of(
                "languages",
                List.of("en", "fr"),
                "interpretation",
                List.of(Map.of("from", "en", "into", List.of("fr", "sfb"))));
        Made session = session(event.id(), "m4", languages);
        manager()
                .get("/v1/sessions/{id}", session.id())
                .then()
                .statusCode(200)
                .body("languages", equalTo(List.of("en", "fr")))
                .body("interpretation[0].into", equalTo(List.of("fr", "sfb")));
        manager()
                .get("/v1/events/{id}/programme", event.id())
                .then()
                .body("blocks[0].sessions[0].session.languages", equalTo(List.of("en", "fr")));
        manager()
                .body(Map.of(
                        "key",
                        "m5",
                        "kind",
                        "PANEL",
                        "title",
                        text("X"),
                        "languages",
                        List.of("en"),
                        "interpretation",
                        List.of(Map.of("from", "de", "into", List.of("de")))))
                .post("/v1/events/{id}/sessions", event.id())
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/interpretation/0/from", "/interpretation/0/into")));
    }

    @Test
    @Tag("E9")
    void faultF12ASessionAfterTheChangeOfSummerTimeIsAnHourLaterInUtc() {
        Made event = event();
        session(event.id(), "october", Map.of("startsLocal", "2023-10-30T10:00:00"))
                .response()
                .then()
                .body("startsAt", equalTo("2023-10-30T09:00:00.000Z"));
        session(event.id(), "september", Map.of("startsLocal", "2023-09-30T10:00:00"))
                .response()
                .then()
                .body("startsAt", equalTo("2023-09-30T08:00:00.000Z"));
    }
}
