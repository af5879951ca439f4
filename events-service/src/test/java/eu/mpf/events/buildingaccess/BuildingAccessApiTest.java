package eu.mpf.events.buildingaccess;

import static eu.mpf.events.Programme.etagOf;
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
import eu.mpf.testkit.KafkaProbe;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("E23")
class BuildingAccessApiTest {
    private static final String NUMBER =
            "PX77" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();

    private static Map<String, Object> body(Map<String, Object> changes) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "birthDate", "1980-04-01", "nationality", "EL", "documentType", "PASSPORT", "documentNumber", NUMBER));
        body.putAll(changes);
        return body;
    }

    private static Response give(Registrations.Made made, String version, Map<String, Object> changes) {
        return Api.anonymous()
                .contentType(ContentType.JSON)
                .header("Registration-Token", made.token())
                .header("If-Match", version)
                .body(body(changes))
                .put("/v1/registrations/{id}/building-access", made.id());
    }

    private static Response readAs(String identity, Registrations.Made made) {
        return Api.as(identity).get("/v1/registrations/{id}/building-access", made.id());
    }

    @Test
    void theRegistrantGivesItOnlyOrganisersReadItAndEveryReadingIsRecorded() {
        Registrations.Made made = register(publishedEvent(Map.of()).id(), Map.of());
        give(made, "\"0\"", Map.of()).then().statusCode(204).header("ETag", equalTo("\"1\""));
        give(made, "\"0\"", Map.of()).then().statusCode(412);
        give(made, "\"1\"", Map.of("nationality", "LV")).then().statusCode(204);
        readAs("event-manager", made)
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("documentNumber", equalTo(NUMBER))
                .body("nationality", equalTo("LV"));
        for (String other : List.of("rapporteur", "applicant-lv", "auditor", "administrator", "programme-officer")) {
            readAs(other, made).then().statusCode(403);
        }
        Api.anonymous()
                .header("Registration-Token", made.token())
                .get("/v1/registrations/{id}/building-access", made.id())
                .then()
                .statusCode(401);
        assertThat(Sql.count(
                        "SELECT count(*) FROM audit_entry WHERE action = 'registration.building-access-read' AND object_id = ?",
                        made.id()))
                .isEqualTo(1);
    }

    @Test
    void whatIsWrongIsRefusedByItsPointerAndNotRepeated() {
        Registrations.Made made = register(publishedEvent(Map.of()).id(), Map.of());
        give(made, "\"0\"", Map.of("nationality", "ZZZ"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/nationality"));
        give(made, "\"0\"", Map.of("birthDate", "2999-01-01"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/birthDate"));
        Registrations.Made other = register(publishedEvent(Map.of()).id(), Map.of());
        Api.anonymous()
                .contentType(ContentType.JSON)
                .header("Registration-Token", other.token())
                .header("If-Match", "\"0\"")
                .body(body(Map.of()))
                .put("/v1/registrations/{id}/building-access", made.id())
                .then()
                .statusCode(404);
        assertThat(withdraw(made).statusCode()).isEqualTo(200);
        give(made, "\"0\"", Map.of()).then().statusCode(409);
    }

    /** Every table, and everything that left the service. */
    @Test
    void itStandsInNoOtherTableAndInNoEventNorExport() {
        String number = "GREPME" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        String event = publishedEvent(Map.of()).id();
        Registrations.Made made = register(event, Map.of());
        give(made, "\"0\"", Map.of("documentNumber", number)).then().statusCode(204);
        readAs("event-manager", made).then().statusCode(200);
        for (Map<String, Object> table : Sql.query(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'")) {
            String name = String.valueOf(table.get("table_name"));
            assertThat(Sql.count("SELECT count(*) FROM " + name + " t WHERE t::text LIKE ?", "%" + number + "%"))
                    .as(name)
                    .isZero();
        }
        assertThat(new KafkaProbe().all("mpf.events.registration.v1"))
                .noneMatch(fact -> fact.data().toString().contains(number));
        assertThat(manager()
                        .accept("text/csv")
                        .get("/v1/events/{id}/registrations", event)
                        .asString())
                .doesNotContain(number);
        assertThat(manager().get("/v1/registrations/{id}", made.id()).asString())
                .doesNotContain(number);
    }

    @Test
    @Tag("E6")
    void whoComesToAFollowUpGivesItAlsoOnceTheEventIsOver() {
        Programme.Made event = publishedEvent(Map.of());
        Programme.Made parent = session(event.id(), "m4", Map.of());
        Response planned = manager()
                .body(Map.of(
                        "key",
                        "f1",
                        "title",
                        text("It goes on"),
                        "mode",
                        "IN_PERSON",
                        "startsLocal",
                        "2099-10-30T10:00:00"))
                .post("/v1/sessions/{id}/follow-ups", parent.id());
        String followUp = planned.then().statusCode(201).extract().path("id");
        Registrations.Made ofTheDay = register(event.id(), Map.of());
        verb("/v1/events/", event.id(), etagOf("/v1/events/" + event.id()), "hold");
        Registrations.Made coming = register(event.id(), Map.of("followUpId", followUp));
        give(ofTheDay, "\"0\"", Map.of()).then().statusCode(409);
        give(coming, "\"0\"", Map.of()).then().statusCode(204);
        verb("/v1/sessions/", followUp, etagOf("/v1/sessions/" + followUp), "hold");
        give(coming, "\"1\"", Map.of()).then().statusCode(409);
    }

    @Test
    void theRegistrantTakesItBack() {
        Registrations.Made made = register(publishedEvent(Map.of()).id(), Map.of());
        give(made, "\"0\"", Map.of()).then().statusCode(204);
        Api.anonymous()
                .header("Registration-Token", made.token())
                .header("If-Match", "\"1\"")
                .delete("/v1/registrations/{id}/building-access", made.id())
                .then()
                .statusCode(204);
        readAs("event-manager", made).then().statusCode(404);
    }
}
