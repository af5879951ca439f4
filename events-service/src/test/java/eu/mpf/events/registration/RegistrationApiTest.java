package eu.mpf.events.registration;

import static eu.mpf.events.Programme.event;
import static eu.mpf.events.Programme.manager;
import static eu.mpf.events.Programme.publishedEvent;
import static eu.mpf.events.Programme.session;
import static eu.mpf.events.Programme.verb;
import static eu.mpf.events.registration.Registrations.read;
import static eu.mpf.events.registration.Registrations.register;
import static eu.mpf.events.registration.Registrations.tryRegister;
import static eu.mpf.events.registration.Registrations.withdraw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import eu.mpf.events.Programme;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.EventSchemas;
import eu.mpf.testkit.KafkaProbe;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.PublishedEvent;
import eu.mpf.testkit.Sql;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("E4")
class RegistrationApiTest {

    @Test
    void anybodyRegistersForAPublishedEventAndNobodyForADraft() {
        assertThat(register(publishedEvent(Map.of()).id(), Map.of()).status()).isEqualTo("CONFIRMED");
        tryRegister(event().id(), Map.of()).then().statusCode(404);
    }

    @Test
    @Tag("E24")
    void oneAddressRegistersOnceHoweverItIsSpelled() {
        String event = publishedEvent(Map.of()).id();
        String name = "bo-" + UUID.randomUUID();
        Registrations.Made first = register(event, Map.of("address", name + "@example.org"));
        tryRegister(event, Map.of("address", "  " + name.toUpperCase() + "@EXAMPLE.org "))
                .then()
                .statusCode(409)
                .body("code", equalTo("already-registered"));
        withdraw(first).then().statusCode(200).body("status", equalTo("WITHDRAWN"));
        assertThat(register(event, Map.of("address", name + "@example.org")).status())
                .isEqualTo("CONFIRMED");
    }

    @Test
    @Tag("E5")
    void theNextInLineMovesUpWhenSomebodyWithdraws() {
        String event = publishedEvent(
                        Map.of("capacity", 1, "startsLocal", "2099-09-21T09:00:00", "endsLocal", "2099-09-21T17:00:00"))
                .id();
        Registrations.Made first = register(event, Map.of());
        Registrations.Made second = register(event, Map.of());
        Registrations.Made third = register(event, Map.of());
        read(second)
                .then()
                .statusCode(200)
                .body("status", equalTo("WAITLISTED"))
                .body("position", equalTo(1));
        read(third).then().body("position", equalTo(2));

        withdraw(first).then().statusCode(200);

        read(second).then().body("status", equalTo("CONFIRMED")).body("position", nullValue());
        read(third).then().body("status", equalTo("WAITLISTED")).body("position", equalTo(1));
        assertThat(facts(second.id(), 2))
                .extracting(PublishedEvent::type)
                .containsExactly("eu.mpf.events.registration.waitlisted.v1", "eu.mpf.events.registration.promoted.v1");
        assertThat(Sql.query(
                        "SELECT dedup_key FROM mail_outbox WHERE dedup_key LIKE ? ORDER BY 1",
                        "registration/" + second.id() + "%"))
                .extracting(row -> row.get("dedup_key"))
                .containsExactly(
                        "registration/" + second.id() + "/promoted", "registration/" + second.id() + "/waiting");
    }

    @Test
    @Tag("E5")
    void aFullCategoryWaitsWhileOthersStillGetIn() {
        String event = publishedEvent(Map.of("capacity", 10, "categoryLimits", Map.of("EXPERT", 1)))
                .id();
        Registrations.Made expert = register(event, Map.of());
        assertThat(register(event, Map.of()).status()).isEqualTo("WAITLISTED");
        assertThat(register(event, Map.of("category", "MEMBER_STATE")).status()).isEqualTo("CONFIRMED");
        withdraw(expert).then().statusCode(200);
        Api.anonymous()
                .get("/v1/events/{id}/capacity", event)
                .then()
                .statusCode(200)
                .body("total.taken", equalTo(2))
                .body("total.waiting", equalTo(0))
                .body("categories[0].category", equalTo("EXPERT"))
                .body("categories[0].count.free", equalTo(0));
    }

    @Test
    @Tag("E5")
    void aFullSessionHasAWaitingListOfItsOwn() {
        Programme.Made draft = event();
        Programme.Made panel = session(draft.id(), "m4", Map.of("capacity", 1));
        verb("/v1/events/", draft.id(), draft.etag(), "publish");
        Registrations.Made first = register(draft.id(), Map.of("sessions", List.of(panel.id())));
        Registrations.Made second = register(draft.id(), Map.of("sessions", List.of(panel.id())));
        read(first).then().body("sessions[0].state", equalTo("SEAT"));
        read(second).then().body("status", equalTo("CONFIRMED")).body("sessions[0].state", equalTo("WAITING"));
        withdraw(first).then().statusCode(200);
        read(second).then().body("sessions[0].state", equalTo("SEAT"));
        tryRegister(draft.id(), Map.of("sessions", List.of(UUID.randomUUID())))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/sessions"));
    }

    @Test
    void approvalDecidesBeforeASeatIsTaken() {
        String event = publishedEvent(Map.of("capacity", 1, "registration", Map.of("approval", true)))
                .id();
        Registrations.Made one = register(event, Map.of());
        Registrations.Made two = register(event, Map.of());
        Registrations.Made three = register(event, Map.of());
        assertThat(one.status()).isEqualTo("PENDING");
        assertThat(registrationVerb(two.id(), "approve")).isEqualTo("CONFIRMED");
        assertThat(registrationVerb(one.id(), "approve")).isEqualTo("WAITLISTED");
        manager()
                .header("If-Match", etag(three.id()))
                .body(Map.of("reason", "Not of the audience."))
                .post("/v1/registrations/{id}:reject", three.id())
                .then()
                .statusCode(200)
                .body("status", equalTo("REJECTED"))
                .body("reason", equalTo("Not of the audience."));
        manager()
                .header("If-Match", etag(three.id()))
                .post("/v1/registrations/{id}:approve", three.id())
                .then()
                .statusCode(409)
                .body("code", equalTo("step-not-possible"));
    }

    @Test
    @Tag("E5")
    void anOfferGoesOnToTheNextWhenItLapses() {
        String event = publishedEvent(
                        Map.of("capacity", 1, "registration", Map.of("promotion", "OFFER", "offerHours", 24)))
                .id();
        Registrations.Made first = register(event, Map.of());
        Registrations.Made second = register(event, Map.of());
        Registrations.Made third = register(event, Map.of());
        withdraw(first).then().statusCode(200);
        read(second).then().body("status", equalTo("OFFERED"));
        Sql.execute(
                "UPDATE registration SET offer_expires_at = now() - interval '1 second' WHERE id = ?::uuid",
                second.id());
        Api.anonymous()
                .contentType(ContentType.JSON)
                .header("Registration-Token", second.token())
                .header("If-Match", read(second).header("ETag"))
                .post("/v1/registrations/{id}:accept-offer", second.id())
                .then()
                .statusCode(409)
                .body("code", equalTo("offer-lapsed"));
        io.quarkus.arc.Arc.container().instance(RegistrationService.class).get().lapse(UUID.fromString(second.id()));
        read(second).then().body("status", equalTo("WITHDRAWN"));
        read(third).then().body("status", equalTo("OFFERED"));
        Api.anonymous()
                .contentType(ContentType.JSON)
                .header("Registration-Token", third.token())
                .header("If-Match", read(third).header("ETag"))
                .post("/v1/registrations/{id}:accept-offer", third.id())
                .then()
                .statusCode(200)
                .body("status", equalTo("CONFIRMED"));
    }

    @Test
    @Tag("E5")
    void nobodyGetsASeatAtWhatIsOverOrOff() {
        for (String end : List.of("hold", "cancel")) {
            Programme.Made event = publishedEvent(
                    Map.of("capacity", 1, "registration", Map.of("promotion", "OFFER", "approval", true)));
            Registrations.Made seated = register(event.id(), Map.of());
            Registrations.Made offered = register(event.id(), Map.of());
            Registrations.Made pending = register(event.id(), Map.of());
            assertThat(registrationVerb(seated.id(), "approve")).isEqualTo("CONFIRMED");
            assertThat(registrationVerb(offered.id(), "approve")).isEqualTo("WAITLISTED");
            withdraw(seated).then().statusCode(200);
            read(offered).then().body("status", equalTo("OFFERED"));
            manager()
                    .header("If-Match", event.etag())
                    .body(end.equals("cancel") ? "{\"reason\":\"Nobody can come.\"}" : "")
                    .post("/v1/events/" + event.id() + ":" + end)
                    .then()
                    .statusCode(200);
            refused(pending, "approve");
            refused(offered, "accept-offer");
            read(pending).then().body("status", equalTo("PENDING"));
            read(offered).then().body("status", equalTo("OFFERED"));
        }
    }

    private static void refused(Registrations.Made made, String verb) {
        manager()
                .header("If-Match", etag(made.id()))
                .post("/v1/registrations/" + made.id() + ":" + verb)
                .then()
                .statusCode(409)
                .body("code", equalTo("step-not-possible"));
    }

    @Test
    @Tag("E5")
    void aCancelledSessionIsNotChosenAndNobodyWhoChoseItGetsASeatInIt() {
        Programme.Made draft = event(Map.of("capacity", 1));
        Programme.Made panel = session(draft.id(), "m4", Map.of("capacity", 5));
        verb("/v1/events/", draft.id(), draft.etag(), "publish");
        Registrations.Made first = register(draft.id(), Map.of());
        Registrations.Made waiting = register(draft.id(), Map.of("sessions", List.of(panel.id())));
        read(waiting).then().body("sessions[0].state", equalTo("REQUESTED"));
        manager()
                .header("If-Match", panel.etag())
                .body(Map.of("reason", "The speaker is ill."))
                .post("/v1/sessions/{id}:cancel", panel.id())
                .then()
                .statusCode(200);
        tryRegister(draft.id(), Map.of("sessions", List.of(panel.id())))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/sessions"));
        withdraw(first).then().statusCode(200);
        read(waiting).then().body("status", equalTo("CONFIRMED")).body("sessions[0].state", equalTo("RELEASED"));
        Api.anonymous()
                .get("/v1/events/{id}/capacity", draft.id())
                .then()
                .body("sessions[0].count.taken", equalTo(0))
                .body("categories.size()", equalTo(0));
    }

    @Test
    @Tag("E5")
    void moreSeatsGoToTheWaitingListAtOnceAndFewerThanTakenAreRefused() {
        Programme.Made event = publishedEvent(Map.of("capacity", 1));
        register(event.id(), Map.of());
        Registrations.Made waiting = register(event.id(), Map.of());
        String etag = capacity(event.id(), event.etag(), 2)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        read(waiting).then().body("status", equalTo("CONFIRMED"));
        capacity(event.id(), etag, 1).then().statusCode(409).body("code", equalTo("capacity-below-taken"));
    }

    @Test
    @Tag("E11")
    void checkingInTwiceIsOneArrivalAndCanBeUndone() {
        Registrations.Made made = register(publishedEvent(Map.of()).id(), Map.of());
        assertThat(registrationVerb(made.id(), "check-in")).isEqualTo("CHECKED_IN");
        assertThat(registrationVerb(made.id(), "check-in")).isEqualTo("CHECKED_IN");
        assertThat(registrationVerb(made.id(), "undo-check-in")).isEqualTo("CONFIRMED");
        assertThat(facts(made.id(), 2))
                .extracting(PublishedEvent::type)
                .containsExactly("eu.mpf.events.registration.confirmed.v1", "eu.mpf.events.registration.checked-in.v1");
    }

    @Test
    void onlyItsOwnerAndOrganisersSeeARegistration() {
        String event = publishedEvent(Map.of()).id();
        Registrations.Made mine = register(event, Map.of());
        Registrations.Made other = register(event, Map.of());
        Api.anonymous().get("/v1/registrations/{id}", mine.id()).then().statusCode(404);
        Api.anonymous()
                .header("Registration-Token", other.token())
                .get("/v1/registrations/{id}", mine.id())
                .then()
                .statusCode(404);
        Api.as("applicant-lv").get("/v1/registrations/{id}", mine.id()).then().statusCode(404);
        Api.as("event-manager").get("/v1/registrations/{id}", mine.id()).then().statusCode(200);
        Api.as("applicant-lv")
                .get("/v1/events/{id}/registrations", event)
                .then()
                .statusCode(403);
        Api.as("event-manager")
                .get("/v1/events/{id}/registrations?count=true", event)
                .then()
                .statusCode(200)
                .body("count.count", equalTo(2));
    }

    @Test
    void aSignedInRegistrantNeedsNoToken() {
        String event = publishedEvent(Map.of()).id();
        String id = Api.as("applicant-lv")
                .contentType(ContentType.JSON)
                .body(Registrations.body(Map.of()))
                .post("/v1/events/{id}/registrations", event)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Api.as("applicant-lv").get("/v1/registrations/{id}", id).then().statusCode(200);
        Api.as("applicant-lt").get("/v1/registrations/{id}", id).then().statusCode(404);
    }

    @Test
    void noAddressLeavesTheServiceInAnEvent() {
        String address = "secret-" + UUID.randomUUID() + "@example.org";
        Registrations.Made made =
                register(publishedEvent(Map.of()).id(), Map.of("address", address, "name", "Hidden Name"));
        String data = facts(made.id(), 1).getFirst().data().toString();
        assertThat(data).doesNotContain("secret-").doesNotContain("Hidden");
    }

    private static io.restassured.response.Response capacity(String event, String etag, int seats) {
        return manager()
                .contentType("application/merge-patch+json")
                .header("If-Match", etag)
                .body("{\"capacity\":%d}".formatted(seats))
                .patch("/v1/events/{id}", event);
    }

    private static String etag(String id) {
        return manager()
                .get("/v1/registrations/{id}", id)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    private static String registrationVerb(String id, String verb) {
        return manager()
                .header("If-Match", etag(id))
                .post("/v1/registrations/" + id + ":" + verb)
                .then()
                .statusCode(200)
                .extract()
                .path("status");
    }

    static List<PublishedEvent> facts(String id, int count) {
        List<PublishedEvent> facts =
                new KafkaProbe().awaitAll("mpf.events.registration.v1", fact -> id.equals(fact.key()), count);
        facts.forEach(EventSchemas::validate);
        return facts;
    }
}
