package eu.mpf.events.calendar;

import static eu.mpf.events.Programme.etagOf;
import static eu.mpf.events.Programme.event;
import static eu.mpf.events.Programme.manager;
import static eu.mpf.events.Programme.publishedEvent;
import static eu.mpf.events.Programme.session;
import static eu.mpf.events.Programme.text;
import static eu.mpf.events.Programme.verb;
import static eu.mpf.events.registration.Registrations.register;
import static eu.mpf.events.registration.Registrations.withdraw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import eu.mpf.events.Programme;
import eu.mpf.events.registration.Registrations;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@MpfTest
@Tag("E10")
class CalendarApiTest {

    private static Response calendar(String path) {
        return Api.anonymous().accept("text/calendar").get(path);
    }

    private static Calendars.Read read(String path) {
        Response answer = calendar(path);
        answer.then().statusCode(200).contentType("text/calendar;charset=UTF-8");
        return Calendars.biweekly(answer);
    }

    private static Calendars.Read own(Registrations.Made made) {
        Response answer = Api.anonymous()
                .accept("text/calendar")
                .header("Registration-Token", made.token())
                .get("/v1/registrations/{id}/calendar", made.id());
        answer.then().statusCode(200);
        return Calendars.biweekly(answer);
    }

    @Test
    @Tag("E22")
    void movingRaisesTheSequenceAndCancellingCancelsInEveryCalendar() {
        Programme.Made event = publishedEvent(Map.of());
        Registrations.Made made = register(event.id(), Map.of());
        int before = read("/v1/events/" + event.id()).withUid(event.id()).sequence();
        String etag = manager()
                .header("If-Match", event.etag())
                .body(Map.of(
                        "timeZone",
                        "Europe/Brussels",
                        "startsLocal",
                        "2023-10-30T10:00:00",
                        "endsLocal",
                        "2023-10-30T12:00:00",
                        "reason",
                        "The room is not free."))
                .post("/v1/events/{id}:reschedule", event.id())
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        for (Calendars.Read moved : List.of(read("/v1/events/" + event.id()), own(made))) {
            Calendars.Entry entry = moved.withUid(event.id());
            assertThat(entry.sequence()).isEqualTo(before + 1);
            // Winter time by then: ten o'clock in Brussels is nine in Greenwich.
            assertThat(entry.starts()).isEqualTo(Instant.parse("2023-10-30T09:00:00Z"));
            assertThat(entry.status()).isNotEqualTo("CANCELLED");
        }
        manager()
                .header("If-Match", etag)
                .body(Map.of("reason", "Nobody can come."))
                .post("/v1/events/{id}:cancel", event.id())
                .then()
                .statusCode(200);
        for (Calendars.Read cancelled : List.of(read("/v1/events/" + event.id()), own(made))) {
            assertThat(cancelled.withUid(event.id()).status()).isEqualTo("CANCELLED");
            assertThat(cancelled.withUid(event.id()).sequence()).isEqualTo(before + 2);
        }
    }

    @Test
    void theFileOfAnEventHoldsItsSessionsAndAnUnchangedOneIsNotSentAgain() {
        Programme.Made event = publishedEvent(Map.of());
        Programme.Made panel = session(
                event.id(), "m1", Map.of("startsLocal", "2023-09-21T10:00:00", "endsLocal", "2023-09-21T11:00:00"));
        session(event.id(), "m2", Map.of());
        Calendars.Read file = read("/v1/events/" + event.id());
        assertThat(file.events()).extracting(Calendars.Entry::uid).containsExactly(event.id(), panel.id());
        assertThat(file.withUid(panel.id()).starts()).isEqualTo(Instant.parse("2023-09-21T08:00:00Z"));
        String etag = calendar("/v1/events/" + event.id()).header("ETag");
        Api.anonymous()
                .accept("text/calendar")
                .header("If-None-Match", etag)
                .get("/v1/events/{id}", event.id())
                .then()
                .statusCode(304);
        calendar("/v1/events/" + event().id()).then().statusCode(404);
        // Without asking for a calendar one gets what one always got.
        Api.anonymous()
                .get("/v1/events/{id}", event.id())
                .then()
                .statusCode(200)
                .contentType("application/json");
    }

    @Test
    void aSeriesAndTheWholeProgrammeAreFeedsOfPublicEvents() {
        String key = "SERIES-" + UUID.randomUUID().toString().toUpperCase();
        String series = manager()
                .body(Map.of("key", key, "name", text("Exchange")))
                .post("/v1/event-series")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String coming = publishedEvent(
                        Map.of("series", key, "startsLocal", "2099-09-21T09:00:00", "endsLocal", "2099-09-21T17:00:00"))
                .id();
        String draft = event(Map.of("series", key)).id();
        assertThat(read("/v1/event-series/" + series).events())
                .extracting(Calendars.Entry::uid)
                .containsExactly(coming);
        assertThat(read("/v1/events").events())
                .extracting(Calendars.Entry::uid)
                .contains(coming)
                .doesNotContain(draft);
    }

    @Test
    void aFeedIsNarrowedAsTheListIsAndOneOfNobodysSeriesIsNotThere() {
        String key = "SERIES-" + UUID.randomUUID().toString().toUpperCase();
        manager()
                .body(Map.of("key", key, "name", text("Exchange")))
                .post("/v1/event-series")
                .then()
                .statusCode(201);
        Map<String, Object> day =
                Map.of("series", key, "startsLocal", "2099-09-21T09:00:00", "endsLocal", "2099-09-21T17:00:00");
        Programme.Made first = publishedEvent(day);
        String past = publishedEvent(Map.of("series", key, "mode", "ONLINE")).id();
        publishedEvent(Map.of("startsLocal", "2099-09-21T09:00:00", "endsLocal", "2099-09-21T17:00:00"));
        String feed = "/v1/events?series=" + key;
        String since = "&startsAfter=2023-01-01T00:00:00Z";
        assertThat(read(feed).events()).extracting(Calendars.Entry::uid).containsExactly(first.id());
        assertThat(read(feed + since).events()).extracting(Calendars.Entry::uid).containsExactly(past, first.id());
        assertThat(read(feed + since + "&mode=ONLINE").events())
                .extracting(Calendars.Entry::uid)
                .containsExactly(past);
        assertThat(read(feed + since + "&startsBefore=2024-01-01T00:00:00Z&status=PUBLISHED")
                        .events())
                .extracting(Calendars.Entry::uid)
                .containsExactly(past);
        assertThat(read(feed + "&q=" + first.response().path("key")).events())
                .extracting(Calendars.Entry::uid)
                .containsExactly(first.id());
        calendar("/v1/event-series/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void aRegistrantsCalendarHoldsTheSessionsWithASeatAndIsNobodyElses() {
        Programme.Made draft = event();
        Programme.Made small = session(draft.id(), "m1", Map.of("capacity", 1, "startsLocal", "2023-09-21T10:00:00"));
        verb("/v1/events/", draft.id(), etagOf("/v1/events/" + draft.id()), "publish");
        register(draft.id(), Map.of("sessions", List.of(small.id())));
        Registrations.Made second = register(draft.id(), Map.of("sessions", List.of(small.id())));
        assertThat(own(second).withUid(draft.id()).status()).isNotEqualTo("CANCELLED");
        assertThat(own(second).withUid(small.id()).status()).isEqualTo("CANCELLED");
        calendar("/v1/registrations/" + second.id() + "/calendar").then().statusCode(404);
        withdraw(second).then().statusCode(200);
        assertThat(own(second).withUid(draft.id()).status()).isEqualTo("CANCELLED");
    }

    @ParameterizedTest(name = "{0} → {1}")
    @Tag("X10")
    @CsvSource(
            delimiter = '|',
            value = {
                "fr-BE              | fr | Échange",
                "de, fr;q=0.5       | de | Austausch",
                "pt, fr;q=0.8, en   | en | Exchange",
                "pt, fr;q=0.8       | fr | Échange",
                "tlh                | en | Exchange"
            })
    void anEventAsAFileAndAsLinkedDataIsInTheLanguagePreferred(String asked, String language, String title) {
        String path = "/v1/events/" + inThreeLanguages();
        Response file = Api.anonymous()
                .accept("text/calendar")
                .header("Accept-Language", asked)
                .get(path);
        file.then().statusCode(200).header("Content-Language", language);
        assertThat(file.asString()).contains("SUMMARY:" + title);
        Api.anonymous()
                .accept("application/ld+json")
                .header("Accept-Language", asked)
                .get(path)
                .then()
                .statusCode(200)
                .header("Content-Language", language)
                .body("name", equalTo(title));
    }

    @Test
    @Tag("X10")
    void aFileInAnotherLanguageIsAnotherFile() {
        String path = "/v1/events/" + inThreeLanguages();
        String german = Api.anonymous()
                .accept("text/calendar")
                .header("Accept-Language", "de")
                .get(path)
                .header("ETag");
        for (String language : List.of("de", "fr")) {
            Api.anonymous()
                    .accept("text/calendar")
                    .header("Accept-Language", language)
                    .header("If-None-Match", german)
                    .get(path)
                    .then()
                    .statusCode(language.equals("de") ? 304 : 200);
        }
    }

    private static String inThreeLanguages() {
        Map<String, String> title = Map.of("en", "Exchange", "fr", "Échange", "de", "Austausch");
        return publishedEvent(Map.of("title", title)).id();
    }
}
