package eu.mpf.events.form;

import static eu.mpf.events.Programme.manager;
import static eu.mpf.events.Programme.publishedEvent;
import static eu.mpf.events.Programme.text;
import static eu.mpf.events.registration.Registrations.read;
import static eu.mpf.events.registration.Registrations.register;
import static eu.mpf.events.registration.Registrations.tryRegister;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import eu.mpf.events.registration.Registrations;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("E12")
class RegistrationFormApiTest {
    private static final Map<String, Object> HOTEL =
            Map.of("key", "hotel", "type", "BOOLEAN", "label", text("Do you need a hotel?"), "required", true);
    private static final Map<String, Object> NIGHTS = Map.of(
            "key",
            "nights",
            "type",
            "NUMBER",
            "label",
            text("How many nights?"),
            "required",
            true,
            "min",
            1,
            "max",
            5,
            "askedIf",
            Map.of("question", "hotel", "anyOf", List.of("true")));

    private static Response write(String event, String version, List<Map<String, Object>> questions) {
        return manager()
                .header("If-Match", version)
                .body(Map.of("questions", questions))
                .put("/v1/events/{id}/registration-form", event);
    }

    @Test
    void aRegistrationKeepsTheVersionOfTheFormThatItAnswered() {
        String event = publishedEvent(Map.of()).id();
        Api.anonymous()
                .get("/v1/events/{id}/registration-form", event)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"0\""))
                .body("version", equalTo(0))
                .body("questions.size()", equalTo(0));
        write(event, "\"0\"", List.of(HOTEL, NIGHTS)).then().statusCode(200).header("ETag", equalTo("\"1\""));

        tryRegister(event, Map.of("answers", Map.of("hotel", true, "nights", 9, "pets", 2)))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItems("/answers/nights", "/answers/pets"));
        tryRegister(event, Map.of()).then().statusCode(400).body("errors[0].pointer", equalTo("/answers/hotel"));
        Registrations.Made first =
                register(event, Map.of("formVersion", 1, "answers", Map.of("hotel", true, "nights", 2)));

        write(event, "\"1\"", List.of()).then().statusCode(200).body("version", equalTo(2));
        tryRegister(event, Map.of("formVersion", 1, "answers", Map.of("hotel", false)))
                .then()
                .statusCode(409)
                .body("code", equalTo("form-changed"));
        Registrations.Made second = register(event, Map.of());

        read(first)
                .then()
                .body("formVersion", equalTo(1))
                .body("answers.hotel", equalTo(true))
                .body("answers.nights", equalTo(2));
        read(second).then().body("formVersion", equalTo(2));
        Api.anonymous()
                .get("/v1/events/{id}/registration-form/versions/1", event)
                .then()
                .statusCode(200)
                .body("questions.key", equalTo(List.of("hotel", "nights")));
        Api.anonymous()
                .get("/v1/events/{id}/registration-form/versions", event)
                .then()
                .statusCode(200)
                .body("items.version", equalTo(List.of(2, 1)));
        read(register(publishedEvent(Map.of()).id(), Map.of())).then().body("formVersion", nullValue());
    }

    @Test
    void aNumberThatNoDoubleHoldsIsRefusedByItsPointer() {
        String event = publishedEvent(Map.of()).id();
        Map<String, Object> plain = Map.of("key", "km", "type", "NUMBER", "label", text("How far?"));
        write(event, "\"0\"", List.of(plain)).then().statusCode(200);
        Api.anonymous()
                .contentType(ContentType.JSON)
                .body("""
                        {"name":"Ana Example","address":"far-%s@example.org","category":"EXPERT","answers":{"km":1e999},
                         "consent":{"wording":"1","participantList":false,"followUps":false}}""".formatted(event))
                .post("/v1/events/{id}/registrations", event)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/answers/km"))
                .body("errors[0].code", equalTo("out-of-range"));
        manager()
                .header("If-Match", "\"1\"")
                .body("""
                        {"questions":[{"key":"km","type":"NUMBER","label":{"en":"How far?"},"max":1e999999999}]}""")
                .put("/v1/events/{id}/registration-form", event)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/questions/0/max"));
    }

    @Test
    void twoOrganisersNeverOverwriteEachOthersForm() {
        String event = publishedEvent(Map.of()).id();
        write(event, "\"0\"", List.of(HOTEL)).then().statusCode(200);
        write(event, "\"0\"", List.of()).then().statusCode(412);
        write(event, "\"1\"", List.of(NIGHTS))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/questions/0/askedIf/question"));
        Api.as("applicant-lv")
                .contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body(Map.of("questions", List.of()))
                .put("/v1/events/{id}/registration-form", event)
                .then()
                .statusCode(403);
    }

    @Test
    void checkingOnlyFindsEverythingAndStoresNothing() {
        String event = publishedEvent(Map.of("capacity", 1)).id();
        write(event, "\"0\"", List.of(HOTEL)).then().statusCode(200);
        Map<String, Object> body = Registrations.body(Map.of("answers", Map.of("hotel", "yes")));
        check(event, body).then().statusCode(400).body("errors[0].pointer", equalTo("/answers/hotel"));
        body.put("answers", Map.of("hotel", true));
        check(event, body).then().statusCode(204);
        assertThat(Sql.count("SELECT count(*) FROM registration WHERE event_id = ?::uuid", event))
                .isZero();
        assertThat(Sql.count("SELECT sum(taken) FROM seat_counter WHERE scope_id = ?::uuid", event))
                .isZero();
    }

    private static Response check(String event, Map<String, Object> body) {
        return Api.anonymous()
                .contentType(ContentType.JSON)
                .queryParam("validateOnly", true)
                .body(body)
                .post("/v1/events/{id}/registrations", event);
    }
}
