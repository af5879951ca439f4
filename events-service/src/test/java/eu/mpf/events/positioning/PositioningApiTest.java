package eu.mpf.events.positioning;

import static eu.mpf.events.Programme.event;
import static eu.mpf.events.Programme.manager;
import static eu.mpf.events.Programme.session;
import static eu.mpf.events.Programme.text;
import static eu.mpf.events.Programme.verb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import eu.mpf.events.Programme.Made;
import eu.mpf.events.reference.Facts;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.EventSchemas;
import eu.mpf.testkit.KafkaProbe;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.PublishedEvent;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("E25")
public class PositioningApiTest {
    private static final String EXERCISES = "/v1/positioning-exercises/";

    @Test
    void everyPairOfStatesIsDecided() {
        var allowed = new TreeSet<String>();
        for (ExerciseStatus from : ExerciseStatus.values()) {
            from.next().forEach(to -> allowed.add(from + ">" + to));
        }
        assertThat(allowed).containsExactlyInAnyOrder("DRAFT>OPEN", "OPEN>CLOSED", "CLOSED>AGREED");
    }

    @Test
    void granteesPlaceTheirProjectsAndTheRoomAgrees() {
        String forged = "FORGED-" + UUID.randomUUID().toString().substring(0, 8);
        String helicopter = "GBP-" + UUID.randomUUID().toString().substring(0, 8);
        Facts.project(forged, "Forged documents", "LT-SBGS", 1);
        Facts.project(helicopter, "Helicopter", "LV-SBG", 1);
        Facts.typology(901, Map.of("operational", "Operational partnership", "capacity", "Capacity partnership"));
        Made event = event();
        verb("/v1/events/", event.id(), event.etag(), "publish");
        Made exercise = exercise(
                session(event.id(), "a4", Map.of("kind", "POSITIONING")).id(), 901);
        position(exercise, "applicant-lt", forged, "operational")
                .statusCode(409)
                .body("code", equalTo("exercise-not-open"));
        String open = verb(EXERCISES, exercise.id(), exercise.etag(), "open");

        position(exercise, "applicant-lt", forged, "operational")
                .statusCode(201)
                .body("positionedBy", equalTo("LT-SBGS"));
        position(exercise, "applicant-lv", forged, "operational")
                .statusCode(403)
                .body("code", equalTo("not-your-project"));
        position(exercise, "applicant-lv", helicopter, "flying")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/means/0"));
        position(exercise, "applicant-lv", "NO-SUCH", "capacity")
                .statusCode(409)
                .body("code", equalTo("reference-unknown"));
        position(exercise, "applicant-lv", helicopter, "capacity").statusCode(201);
        position(exercise, "applicant-lv", helicopter, "operational", "capacity")
                .statusCode(201);

        // A project is placed once: the last word of its grantee counts.
        manager()
                .get(EXERCISES + exercise.id() + "/positions")
                .then()
                .statusCode(200)
                .body("items.projectCode", containsInAnyOrder(forged, helicopter))
                .body(
                        "items.find { it.projectCode == '%s' }.means".formatted(helicopter),
                        containsInAnyOrder("operational", "capacity"));
        Api.anonymous()
                .get(EXERCISES + exercise.id() + "/tally")
                .then()
                .statusCode(200)
                .body("projects", equalTo(2))
                .body("severalMeans", equalTo(1))
                .body("tally.find { it.code == 'operational' }.projects", equalTo(2))
                .body("tally.find { it.code == 'capacity' }.projects", equalTo(1));

        manager()
                .header("If-Match", open)
                .post(EXERCISES + exercise.id() + ":close")
                .then()
                .statusCode(412);
        String now = manager().get(EXERCISES + exercise.id()).header("ETag");
        String closed = verb(EXERCISES, exercise.id(), now, "close");
        position(exercise, "applicant-lt", forged, "capacity").statusCode(409);
        manager()
                .header("If-Match", closed)
                .body(Map.of("outcome", text("A hybrid type replaces skills.")))
                .post(EXERCISES + exercise.id() + ":agree")
                .then()
                .statusCode(200)
                .body("status", equalTo("AGREED"));

        List<PublishedEvent> facts = new KafkaProbe()
                .awaitAll("mpf.events.positioning.v1", fact -> exercise.id().equals(fact.key()), 5);
        facts.forEach(EventSchemas::validate);
        assertThat(facts)
                .extracting(PublishedEvent::type)
                .containsExactly(
                        "eu.mpf.events.project.positioned.v1",
                        "eu.mpf.events.project.positioned.v1",
                        "eu.mpf.events.project.positioned.v1",
                        "eu.mpf.events.exercise.closed.v1",
                        "eu.mpf.events.exercise.agreed.v1");
        assertThat(facts.get(3).data().get("tally").get("operational").asInt()).isEqualTo(2);
        assertThat(facts).extracting(PublishedEvent::sequence).isSorted();
    }

    @Test
    void anExerciseOnATypologyNobodyHasHeardOfDoesNotOpen() {
        Made event = event();
        Made exercise = exercise(session(event.id(), "a4", Map.of()).id(), 999_999);
        manager()
                .header("If-Match", exercise.etag())
                .post(EXERCISES + exercise.id() + ":open")
                .then()
                .statusCode(409)
                .body("code", equalTo("reference-unknown"));
        Api.anonymous().get(EXERCISES + exercise.id()).then().statusCode(404);
    }

    @Test
    void nobodyTakesAPositionBeforeTheEventIsPublic() {
        Facts.typology(904, Map.of("operational", "Operational partnership"));
        Made event = event();
        Made exercise = exercise(session(event.id(), "a4", Map.of()).id(), 904);
        manager()
                .header("If-Match", exercise.etag())
                .post(EXERCISES + exercise.id() + ":open")
                .then()
                .statusCode(409)
                .body("code", equalTo("step-not-possible"));
        verb("/v1/events/", event.id(), event.etag(), "publish");
        verb(EXERCISES, exercise.id(), exercise.etag(), "open");
    }

    public static Made exercise(String sessionId, int version) {
        var response = manager()
                .body(Map.of("sessionId", sessionId, "typologyVersion", version))
                .post("/v1/positioning-exercises");
        response.then().statusCode(201);
        return new Made(response.path("id"), response.header("ETag"), response);
    }

    public static ValidatableResponse position(Made exercise, String who, String project, String... means) {
        return Api.as(who)
                .contentType(ContentType.JSON)
                .body(Map.of("project", project, "means", List.of(means)))
                .post(EXERCISES + exercise.id() + "/positions")
                .then();
    }
}
