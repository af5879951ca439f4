package eu.mpf.events.event;

import static eu.mpf.events.Programme.contribution;
import static eu.mpf.events.Programme.event;
import static eu.mpf.events.Programme.manager;
import static eu.mpf.events.Programme.person;
import static eu.mpf.events.Programme.publishedEvent;
import static eu.mpf.events.Programme.session;
import static eu.mpf.events.Programme.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import eu.mpf.events.Programme.Made;
import eu.mpf.events.registration.Registrations;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.KafkaProbe;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A draft that is cancelled was never heard of, and neither are those who would have spoken. */
@MpfTest
@Tag("E1")
class NeverPublishedTest {

    private static Response cancelled(Made draft) {
        return manager()
                .header("If-Match", draft.etag())
                .body(Map.of("reason", "The room was never booked."))
                .post("/v1/events/{id}:cancel", draft.id());
    }

    private static void isNowhere(String path) {
        Api.anonymous().get(path).then().statusCode(404);
        Api.as("applicant-lv").get(path).then().statusCode(404);
    }

    @Test
    void cancellingADraftPublishesNothingOfIt() {
        String series = "SERIES-" + UUID.randomUUID().toString().toUpperCase();
        Made made = Made.of(
                manager().body(Map.of("key", series, "name", text("Talks"))).post("/v1/event-series"));
        Made draft = event(
                Map.of("series", series, "startsLocal", "2099-09-21T09:00:00", "endsLocal", "2099-09-21T17:00:00"));
        Made panel = session(draft.id(), "m1", Map.of("startsLocal", "2099-09-21T10:00:00"));
        Made speaker = person("Never Announced", Map.of());
        Made talk = contribution(panel.id(), speaker.id(), Map.of());

        cancelled(draft).then().statusCode(200).body("status", equalTo("CANCELLED"));

        String event = "/v1/events/" + draft.id();
        for (String path : List.of(
                event,
                event + "/programme",
                event + "/capacity",
                "/v1/sessions/" + panel.id(),
                "/v1/sessions/" + panel.id() + "/contributions/" + talk.id(),
                "/v1/people/" + speaker.id())) {
            isNowhere(path);
        }
        for (String format : List.of("text/calendar", "application/ld+json")) {
            Api.anonymous().accept(format).get(event).then().statusCode(404);
        }
        for (String list : List.of(
                event + "/sessions",
                "/v1/sessions/" + panel.id() + "/contributions",
                "/v1/people/" + speaker.id() + "/contributions",
                "/v1/people?q=Never%20Announced",
                "/v1/events?series=" + series)) {
            Api.anonymous()
                    .urlEncodingEnabled(false)
                    .get(list)
                    .then()
                    .statusCode(200)
                    .body("items", empty());
        }
        Response feed = Api.anonymous().accept("text/calendar").get("/v1/event-series/" + made.id());
        feed.then().statusCode(200);
        assertThat(feed.asString()).doesNotContain("BEGIN:VEVENT");
        Registrations.tryRegister(draft.id(), Map.of()).then().statusCode(404);
    }

    @Test
    void organisersStillReadAndReviseItAndNobodyIsTold() {
        Made draft = event();
        Made panel = session(draft.id(), "m1", Map.of());
        cancelled(draft).then().statusCode(200);

        manager().get("/v1/events/{id}", draft.id()).then().statusCode(200);
        manager()
                .contentType("application/merge-patch+json")
                .header("If-Match", panel.etag())
                .body("{\"title\":{\"en\":\"What might have been\"}}")
                .patch("/v1/sessions/{id}", panel.id())
                .then()
                .statusCode(200);
        manager()
                .get("/v1/events/{id}/programme/versions", draft.id())
                .then()
                .statusCode(200)
                .body("items", empty());
        assertThat(new KafkaProbe().all("mpf.events.event.v1"))
                .noneMatch(fact -> draft.id().equals(fact.key()));
    }

    @Test
    void whatWasPublishedBeforeItWasCancelledStaysToBeSeenAsCancelled() {
        Made published = publishedEvent(Map.of());
        cancelled(published).then().statusCode(200);
        Api.anonymous()
                .get("/v1/events/{id}", published.id())
                .then()
                .statusCode(200)
                .body("status", equalTo("CANCELLED"));
        Api.anonymous()
                .get("/v1/events?key=" + published.response().path("key"))
                .then()
                .body("items", hasSize(1))
                .body("items.id", hasItem(published.id()))
                .body("items.status", not(hasItem("PUBLISHED")));
    }

    @Test
    void whatWasCancelledAsADraftBeforeThatWasRememberedIsFoundInTheAuditTrail() throws IOException {
        Made draft = event();
        Made published = publishedEvent(Map.of());
        Made planned = publishedEvent(Map.of());
        cancelled(draft).then().statusCode(200);
        cancelled(published).then().statusCode(200);
        Sql.execute("UPDATE event SET never_public = false WHERE id = ?::uuid", draft.id());
        Api.anonymous().get("/v1/events/{id}", draft.id()).then().statusCode(200);

        try (InputStream script = getClass().getResourceAsStream("/db/migration/V66__drafts_cancelled_before.sql")) {
            Sql.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }

        isNowhere("/v1/events/" + draft.id());
        Api.anonymous().get("/v1/events/{id}", published.id()).then().statusCode(200);
        Api.anonymous().get("/v1/events/{id}", planned.id()).then().statusCode(200);
    }
}
