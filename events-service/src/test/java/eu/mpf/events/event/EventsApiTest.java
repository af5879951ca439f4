package eu.mpf.events.event;

import static eu.mpf.events.Programme.etagOf;
import static eu.mpf.events.Programme.event;
import static eu.mpf.events.Programme.eventBody;
import static eu.mpf.events.Programme.manager;
import static eu.mpf.events.Programme.publishedEvent;
import static eu.mpf.events.Programme.text;
import static eu.mpf.events.Programme.verb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import eu.mpf.events.Programme.Made;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.EventSchemas;
import eu.mpf.testkit.KafkaProbe;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.PublishedEvent;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("E1")
public class EventsApiTest {
    private static final String PATCH = "application/merge-patch+json";

    @Test
    void aDraftIsInvisibleToThePublicAndThereOncePublished() {
        Made draft = event();
        Api.anonymous().get("/v1/events/{id}", draft.id()).then().statusCode(404);
        String key = draft.response().path("key");
        Api.anonymous().get("/v1/events?q=" + key).then().body("items.key", not(hasItem(key)));

        verb(draft, "publish");

        Api.anonymous()
                .get("/v1/events/{id}", draft.id())
                .then()
                .statusCode(200)
                .body("status", equalTo("PUBLISHED"))
                .body("startsAt", equalTo("2023-09-21T07:00:00.000Z"))
                .body("dayConfirmed", equalTo(false));
        Api.anonymous().get("/v1/events?q=" + key).then().body("items.key", hasItem(key));
    }

    @Test
    void oneSearchesInWhatIsWrittenAndEveryCharacterIsItself() {
        String word = "w" + UUID.randomUUID().toString().substring(0, 8);
        String plain =
                event(Map.of("title", Map.of("en", word, "fr", "Échange"))).id();
        String percent =
                event(Map.of("title", text(word + " 100% of_it \\ now"))).id();
        for (String found : List.of("100%", "of_it", "\\ now")) {
            search(found).body("items.id", hasItem(percent)).body("items.id", not(hasItem(plain)));
        }
        search(word).body("items.id", hasItems(plain, percent));
        // The names of languages are no words of a title.
        String key = "N-" + System.nanoTime();
        event(Map.of("key", key, "title", Map.of("de", "Austausch"), "place", "Riga"));
        manager().get("/v1/events?q=de&key=" + key).then().statusCode(200).body("items", empty());
    }

    @Test
    @Tag("X10")
    void anEventSaysWhichOfItsLanguagesIsBindingAndIsWrittenInIt() {
        Map<String, Object> title = Map.of("fr", "Échange", "de", "Austausch");
        bindingLanguage(event(Map.of("title", title, "bindingLanguage", "fr")), "fr");
        bindingLanguage(event(Map.of("title", title)), "de");
        for (var wrong : Map.of("tlh", "unknown-code", "pt", "binding-language").entrySet()) {
            manager()
                    .body(eventBody(Map.of("title", title, "bindingLanguage", wrong.getKey())))
                    .post("/v1/events")
                    .then()
                    .statusCode(400)
                    .body("errors.code", hasItem(wrong.getValue()));
        }
    }

    private static void bindingLanguage(Made event, String expected) {
        manager().get("/v1/events/" + event.id()).then().statusCode(200).body("bindingLanguage", equalTo(expected));
    }

    private static ValidatableResponse search(String words) {
        return manager()
                .queryParam("q", words)
                .queryParam("pageSize", 200)
                .get("/v1/events")
                .then()
                .statusCode(200);
    }

    @Test
    void onlyEventManagersWrite() {
        Api.as("applicant-lv")
                .contentType("application/json")
                .body(eventBody(Map.of()))
                .post("/v1/events")
                .then()
                .statusCode(403);
        Api.anonymous()
                .contentType("application/json")
                .body(eventBody(Map.of()))
                .post("/v1/events")
                .then()
                .statusCode(401);
    }

    @Test
    @Tag("E9")
    void aTimeTheClocksNeverShowedIsNamed() {
        manager()
                .body(eventBody(Map.of("startsLocal", "2023-03-26T02:30:00", "endsLocal", "2023-03-26T12:00:00")))
                .post("/v1/events")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/startsLocal"))
                .body("errors[0].code", equalTo("no-such-time"));
    }

    @Test
    void anUnknownFieldIsRefusedByName() {
        manager()
                .body(eventBody(Map.of("colour", "blue")))
                .post("/v1/events")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/colour"));
    }

    @Test
    void aRevisionNeedsTheVersionItSaw() {
        Made draft = event();
        String body = "{\"place\":\"Vienna\"}";
        manager()
                .contentType(PATCH)
                .body(body)
                .patch("/v1/events/{id}", draft.id())
                .then()
                .statusCode(428);
        manager()
                .contentType(PATCH)
                .header("If-Match", draft.etag())
                .body(body)
                .patch("/v1/events/{id}", draft.id())
                .then()
                .statusCode(200)
                .body("place", equalTo("Vienna"))
                .body("timeZone", equalTo("Europe/Brussels"));
        manager()
                .contentType(PATCH)
                .header("If-Match", draft.etag())
                .body(body)
                .patch("/v1/events/{id}", draft.id())
                .then()
                .statusCode(412);
    }

    @Test
    @Tag("E22")
    void aPublishedEventMovesByRescheduleOnly() {
        Made published = publishedEvent(Map.of());
        manager()
                .contentType(PATCH)
                .header("If-Match", published.etag())
                .body("{\"startsLocal\":\"2023-09-21T08:00:00\"}")
                .patch("/v1/events/{id}", published.id())
                .then()
                .statusCode(409)
                .body("code", equalTo("use-reschedule"));

        manager()
                .header("If-Match", published.etag())
                .body(Map.of(
                        "timeZone", "Europe/Brussels",
                        "startsLocal", "2023-10-30T10:00:00",
                        "endsLocal", "2023-10-30T12:00:00",
                        "reason", "The room is not free."))
                .post("/v1/events/{id}:reschedule", published.id())
                .then()
                .statusCode(200)
                .body("startsAt", equalTo("2023-10-30T09:00:00.000Z"));
        assertThat(facts(published.id(), 2))
                .extracting(PublishedEvent::type)
                .containsExactly("eu.mpf.events.event.published.v1", "eu.mpf.events.event.rescheduled.v1");
    }

    @Test
    void theSameKeyIsRefused() {
        Map<String, Object> body = eventBody(Map.of());
        manager().body(body).post("/v1/events").then().statusCode(201);
        manager().body(body).post("/v1/events").then().statusCode(409).body("code", equalTo("key-taken"));
    }

    @Test
    void aSeriesGathersItsEvents() {
        String key = "SERIES-" + UUID.randomUUID().toString().toUpperCase();
        Made series = Made.of(manager()
                .body(Map.of("key", key, "name", text("MPF Exchange Event")))
                .post("/v1/event-series"));
        manager()
                .contentType(PATCH)
                .header("If-Match", series.etag())
                .body("{\"description\":{\"en\":\"Once a year\"}}")
                .patch("/v1/event-series/{id}", series.id())
                .then()
                .statusCode(200)
                .body("name.en", equalTo("MPF Exchange Event"))
                .body("description.en", equalTo("Once a year"));
        manager()
                .contentType(PATCH)
                .header("If-Match", series.etag())
                .body("{\"description\":null}")
                .patch("/v1/event-series/{id}", series.id())
                .then()
                .statusCode(412);
        manager()
                .contentType(PATCH)
                .header("If-Match", etagOf("/v1/event-series/" + series.id()))
                .body("{\"name\":null}")
                .patch("/v1/event-series/{id}", series.id())
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/name"));
        Made edition = event(Map.of("series", key));
        manager()
                .get("/v1/events?series=" + key)
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(edition.id())));
        manager()
                .body(eventBody(Map.of("series", "NO-SUCH")))
                .post("/v1/events")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/series"));
    }

    @Test
    @Tag("E22")
    void cancellingTellsEverybodyWhy() {
        Made published = publishedEvent(Map.of());
        manager()
                .header("If-Match", published.etag())
                .body(Map.of("reason", "No quorum of speakers."))
                .post("/v1/events/{id}:cancel", published.id())
                .then()
                .statusCode(200)
                .body("status", equalTo("CANCELLED"));
        PublishedEvent told = facts(published.id(), 2).getLast();
        assertThat(told.type()).isEqualTo("eu.mpf.events.event.cancelled.v1");
        assertThat(told.data().get("reason").asText()).isEqualTo("No quorum of speakers.");
    }

    /** In order, each checked against its schema. */
    public static List<PublishedEvent> facts(String eventId, int count) {
        List<PublishedEvent> facts =
                new KafkaProbe().awaitAll("mpf.events.event.v1", fact -> eventId.equals(fact.key()), count);
        facts.forEach(EventSchemas::validate);
        return facts;
    }
}
