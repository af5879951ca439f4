package eu.mpf.events.event;

import static eu.mpf.events.Programme.etagOf;
import static eu.mpf.events.Programme.event;
import static eu.mpf.events.Programme.manager;
import static eu.mpf.events.Programme.publishedEvent;
import static eu.mpf.events.Programme.session;
import static eu.mpf.events.Programme.text;
import static eu.mpf.events.registration.Registrations.register;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import eu.mpf.events.Programme;
import eu.mpf.events.Programme.Made;
import eu.mpf.events.calendar.Calendars;
import eu.mpf.events.registration.Registrations;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.KafkaProbe;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.PublishedEvent;
import eu.mpf.testkit.Sql;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A day that moves takes its sessions along, and is one piece of news. */
@MpfTest
@Tag("E22")
class RescheduleTest {
    private static final Map<String, Object> DAY =
            Map.of("startsLocal", "2099-09-21T09:00:00", "endsLocal", "2099-09-21T17:00:00");

    private static void move(Made event, String zone, String starts, String ends) {
        manager()
                .header("If-Match", event.etag())
                .body(Map.of(
                        "timeZone", zone, "startsLocal", starts, "endsLocal", ends, "reason", "The room is not free."))
                .post("/v1/events/{id}:reschedule", event.id())
                .then()
                .statusCode(200);
    }

    private static Calendars.Entry entry(String event, String uid) {
        return Calendars.biweekly(Api.anonymous().accept("text/calendar").get("/v1/events/{id}", event))
                .withUid(uid);
    }

    @Test
    void itsSessionsMoveByTheSameDaysAndHoursWhileFollowUpsStay() {
        Made event = publishedEvent(DAY);
        Made panel = session(
                event.id(),
                "m1",
                Map.of("mode", "HYBRID", "startsLocal", "2099-09-21T10:00:00", "endsLocal", "2099-09-21T11:00:00"));
        Made lunch = session(event.id(), "m2", Map.of());
        String followUp = manager()
                .body(Map.of("key", "f1", "title", text("It goes on"), "startsLocal", "2099-11-20T10:00:00"))
                .post("/v1/sessions/{id}/follow-ups", panel.id())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        manager()
                .header("If-Match", "\"0\"")
                .body(Map.of("url", "https://meet.example.org/r/9", "minutesBefore", 15))
                .put("/v1/sessions/{id}/join-link", panel.id())
                .then()
                .statusCode(200);
        Registrations.Made chose = register(event.id(), Map.of("sessions", List.of(panel.id())));
        int before = entry(event.id(), panel.id()).sequence();
        String version = etagOf("/v1/sessions/" + panel.id());

        Made current = new Made(event.id(), etagOf("/v1/events/" + event.id()), event.response());
        move(current, "Europe/Brussels", "2099-10-30T10:00:00", "2099-10-30T18:00:00");

        // Winter time by then: eleven o'clock in Brussels is ten in Greenwich.
        Api.anonymous()
                .get("/v1/sessions/{id}", panel.id())
                .then()
                .body("startsLocal", equalTo("2099-10-30T11:00:00"))
                .body("endsLocal", equalTo("2099-10-30T12:00:00"))
                .body("startsAt", equalTo("2099-10-30T10:00:00.000Z"));
        assertThat(etagOf("/v1/sessions/" + panel.id())).isNotEqualTo(version);
        Api.anonymous().get("/v1/sessions/{id}", lunch.id()).then().body("startsLocal", nullValue());
        Api.anonymous().get("/v1/sessions/{id}", followUp).then().body("startsLocal", equalTo("2099-11-20T10:00:00"));
        assertThat(entry(event.id(), panel.id())).satisfies(entry -> {
            assertThat(entry.starts()).isEqualTo(Instant.parse("2099-10-30T10:00:00Z"));
            assertThat(entry.sequence()).isGreaterThan(before);
        });
        manager()
                .get("/v1/sessions/{id}/join-link", panel.id())
                .then()
                .body("opensAt", equalTo("2099-10-30T09:45:00.000Z"));
        // One announcement, one fact, and one version of the programme in which all of it has moved.
        assertThat(Sql.query("SELECT occasion, session_id FROM announcement WHERE event_id = ?::uuid", event.id()))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("session_id", null));
        assertThat(EventsApiTest.facts(event.id(), 3))
                .extracting(PublishedEvent::type)
                .containsExactly(
                        "eu.mpf.events.event.published.v1",
                        "eu.mpf.events.session.follow-up-planned.v1",
                        "eu.mpf.events.event.rescheduled.v1");
        int newest = Api.anonymous()
                .get("/v1/events/{id}/programme/versions", event.id())
                .then()
                .body("items[0].what", equalTo("RESCHEDULED"))
                .extract()
                .path("items[0].number");
        Api.anonymous()
                .get("/v1/events/{id}/programme/versions/{n}", event.id(), newest)
                .then()
                .body("programme.sessions.find { it.key == 'm1' }.startsLocal", equalTo("2099-10-30T11:00:00"));
        assertThat(chose.status()).isEqualTo("CONFIRMED");
    }

    @Test
    @Tag("E9")
    void inAnotherZoneSessionsGoByTheClocksThere() {
        Made event = publishedEvent(DAY);
        Made panel = session(event.id(), "m1", Map.of("startsLocal", "2099-09-21T10:00:00"));
        Made lunch = session(event.id(), "m2", Map.of());
        Made elsewhere =
                session(event.id(), "m3", Map.of("startsLocal", "2099-09-21T11:00:00", "timeZone", "Europe/Riga"));
        move(event, "Europe/Lisbon", "2099-09-21T09:00:00", "2099-09-21T17:00:00");
        Api.anonymous()
                .get("/v1/sessions/{id}", panel.id())
                .then()
                .body("timeZone", equalTo("Europe/Lisbon"))
                .body("startsLocal", equalTo("2099-09-21T10:00:00"))
                .body("startsAt", equalTo("2099-09-21T09:00:00.000Z"));
        Api.anonymous().get("/v1/sessions/{id}", lunch.id()).then().body("timeZone", equalTo("Europe/Lisbon"));
        Api.anonymous()
                .get("/v1/sessions/{id}", elsewhere.id())
                .then()
                .body("timeZone", equalTo("Europe/Riga"))
                .body("startsLocal", equalTo("2099-09-21T12:00:00"))
                .body("startsAt", equalTo("2099-09-21T09:00:00.000Z"));
    }

    @Test
    @Tag("E1")
    void aDraftThatIsMovedTakesItsSessionsAlongAndNobodyHearsOfIt() {
        Made draft = event(DAY);
        Made panel = session(
                draft.id(), "m1", Map.of("startsLocal", "2099-09-21T10:00:00", "endsLocal", "2099-09-21T11:00:00"));
        Made lunch = session(draft.id(), "m2", Map.of());
        String later = revise(draft, Map.of("startsLocal", "2099-10-30T09:30:00", "endsLocal", "2099-10-30T17:00:00"));
        manager()
                .get("/v1/sessions/{id}", panel.id())
                .then()
                .body("startsLocal", equalTo("2099-10-30T10:30:00"))
                .body("endsLocal", equalTo("2099-10-30T11:30:00"))
                .body("startsAt", equalTo("2099-10-30T09:30:00.000Z"));
        manager().get("/v1/sessions/{id}", lunch.id()).then().body("startsLocal", nullValue());
        String moved = etagOf("/v1/sessions/" + panel.id());
        assertThat(moved).isNotEqualTo(panel.etag());
        assertThat(Sql.query("""
                        SELECT before ->> 'startsLocal' AS was, after ->> 'startsLocal' AS "is" FROM audit_entry
                        WHERE action = 'session.move' AND object_id = ?
                        """, panel.id()))
                .containsExactly(Map.of("was", "2099-09-21T10:00:00", "is", "2099-10-30T10:30:00"));
        // It ends later and is called otherwise: what begins with it begins when it did.
        revise(
                new Made(draft.id(), later, draft.response()),
                Map.of("endsLocal", "2099-10-30T18:00:00", "title", text("The same day")));
        assertThat(etagOf("/v1/sessions/" + panel.id())).isEqualTo(moved);
        assertThat(Sql.count("SELECT count(*) FROM announcement WHERE event_id = ?::uuid", draft.id()))
                .isZero();
        assertThat(new KafkaProbe().all("mpf.events.event.v1"))
                .noneMatch(fact -> draft.id().equals(fact.key()));
    }

    private static String revise(Made event, Map<String, Object> change) {
        return manager()
                .contentType("application/merge-patch+json")
                .header("If-Match", event.etag())
                .body(change)
                .patch("/v1/events/{id}", event.id())
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    private static ValidatableResponse tryToMove(String id, String starts, String ends) {
        return manager()
                .header("If-Match", etagOf("/v1/events/" + id))
                .body(Map.of(
                        "timeZone", "Europe/Brussels", "startsLocal", starts, "endsLocal", ends, "reason", "Shorter"))
                .post("/v1/events/{id}:reschedule", id)
                .then();
    }

    private static ValidatableResponse patch(String id, Map<String, Object> changes) {
        return manager()
                .contentType("application/merge-patch+json")
                .header("If-Match", etagOf("/v1/events/" + id))
                .body(changes)
                .patch("/v1/events/{id}", id)
                .then();
    }

    private static void notMoved(String id) {
        manager().get("/v1/events/{id}", id).then().body("endsLocal", equalTo("2099-09-21T17:00:00"));
    }

    @Test
    void anEventIsNotShortenedBelowItsSessionsAndIsToldWhich() {
        Made event = publishedEvent(DAY);
        session(event.id(), "early", Map.of("startsLocal", "2099-09-21T09:00:00", "endsLocal", "2099-09-21T10:00:00"));
        session(event.id(), "long", Map.of("startsLocal", "2099-09-21T13:00:00", "endsLocal", "2099-09-21T16:00:00"));
        Made late = session(event.id(), "late", Map.of("startsLocal", "2099-09-21T16:30:00"));
        Made cancelled = session(event.id(), "gone", Map.of("startsLocal", "2099-09-21T16:45:00"));
        manager()
                .header("If-Match", etagOf("/v1/sessions/" + cancelled.id()))
                .body(Map.of("reason", "No speaker"))
                .post("/v1/sessions/{id}:cancel", cancelled.id())
                .then()
                .statusCode(200);
        tryToMove(event.id(), "2099-09-21T09:00:00", "2099-09-21T15:00:00")
                .statusCode(409)
                .body("code", equalTo("outside-event"))
                .body("errors.pointer", contains("/endsLocal", "/startsLocal"))
                .body("errors[0].message", startsWith("session long "))
                .body("errors[1].message", containsString(late.id()));
        notMoved(event.id());
        tryToMove(event.id(), "2099-09-22T09:00:00", "2099-09-22T15:00:00").statusCode(409);
        Api.anonymous().get("/v1/sessions/{id}", late.id()).then().body("startsLocal", equalTo("2099-09-21T16:30:00"));
        // Moved as a whole, and longer, everything stays within.
        tryToMove(event.id(), "2099-09-22T10:00:00", "2099-09-22T19:00:00").statusCode(200);
    }

    @Test
    void aDraftIsNotShortenedBelowItsSessionsEither() {
        Made draft = Programme.event(DAY);
        session(draft.id(), "late", Map.of("startsLocal", "2099-09-21T16:30:00"));
        // Never within: nothing that this change would bring about.
        session(draft.id(), "eve", Map.of("startsLocal", "2099-09-20T19:00:00"));
        patch(draft.id(), Map.of("endsLocal", "2099-09-21T16:00:00"))
                .statusCode(409)
                .body("code", equalTo("outside-event"))
                .body("errors.message", contains(startsWith("session late ")));
        notMoved(draft.id());
        patch(draft.id(), Map.of("endsLocal", "2099-09-21T16:30:00")).statusCode(200);
    }

    @Test
    void registrationDoesNotGoOnWhenTheEventIsOver() {
        Map<String, Object> window = new HashMap<>(DAY);
        window.put("registration", Map.of("closesAt", "2099-09-21T14:00:00Z"));
        Made event = publishedEvent(window);
        tryToMove(event.id(), "2099-09-21T09:00:00", "2099-09-21T15:00:00")
                .statusCode(409)
                .body("code", equalTo("outside-event"))
                .body("errors.pointer", contains("/registration/closesAt"));
        patch(event.id(), Map.of("registration", Map.of("closesAt", "2099-09-21T15:30:00Z")))
                .statusCode(409)
                .body("errors.pointer", contains("/registration/closesAt"));
        patch(event.id(), Map.of("registration", Map.of("closesAt", "2099-09-21T12:00:00Z")))
                .statusCode(200);
        tryToMove(event.id(), "2099-09-21T09:00:00", "2099-09-21T15:00:00").statusCode(200);
    }
}
