package eu.mpf.events.registration;

import static eu.mpf.events.Programme.publishedEvent;
import static eu.mpf.events.registration.Registrations.register;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import eu.mpf.events.Programme;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("E24")
class RegistrationImportTest {

    private static Response send(String event, String type, String file, boolean validateOnly) {
        return Api.as("event-manager")
                .contentType(type)
                .queryParam("validateOnly", validateOnly)
                .queryParam("source", "partners.csv")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/v1/events/{id}/registrations:import", event);
    }

    private static String csv(String event) {
        return """
                \uFEFFname;address;category;organisation;consentWording;participantList
                Ana Zariņa;ana-%1$s@example.org;member state;"Body; of one";1;true
                No Address;nobody;EXPERT;;1;false
                Known;known-%1$s@example.org;EXPERT;;1;false
                Other Wording;other-%1$s@example.org;EXPERT;;7;false
                Bo;bo-%1$s@example.org;EXPERT;;1;false
                Twice;BO-%1$s@example.org;EXPERT;;1;false
                ;;tourist;;;perhaps
                """.formatted(event);
    }

    @Test
    @Tag("X25")
    void everyRowHasItsResultAndSeatsGoInTheOrderOfTheRows() {
        // Two seats: one is taken, Ana gets the other, Bo waits.
        String event = publishedEvent(
                        Map.of("capacity", 2, "registration", Map.of("invitationOnly", false, "approval", true)))
                .id();
        register(event, Map.of("address", "known-" + event + "@example.org"));
        Sql.execute("UPDATE seat_counter SET taken = 1 WHERE scope_id = ?::uuid AND kind = 'TOTAL'", event);

        Response dry = send(event, "text/csv", csv(event), true);
        dry.then().statusCode(200).body("validateOnly", equalTo(true));
        assertThat(Sql.count("SELECT count(*) FROM registration WHERE event_id = ?::uuid", event))
                .isEqualTo(1);

        Response done = send(event, "text/csv", csv(event), false);
        done.then()
                .statusCode(200)
                .body("created", equalTo(2))
                .body("unchanged", equalTo(2))
                .body("refused", equalTo(3))
                .body(
                        "rows.outcome",
                        equalTo(List.of(
                                "CREATED", "REFUSED", "UNCHANGED", "REFUSED", "CREATED", "UNCHANGED", "REFUSED")))
                .body("rows[1].errors[0].pointer", equalTo("/address"))
                .body("rows[3].errors[0].pointer", equalTo("/consent/wording"))
                .body(
                        "rows[6].errors.pointer",
                        hasItems("/name", "/address", "/category", "/consentWording", "/participantList"));
        assertThat(done.asString()).doesNotContain("@example.org");
        assertThat(Sql.query(
                        "SELECT name, status, organisation FROM registration WHERE event_id = ?::uuid ORDER BY number",
                        event))
                .extracting(row -> row.get("name") + " " + row.get("status"))
                .containsExactly("Ana Example PENDING", "Ana Zariņa CONFIRMED", "Bo WAITLISTED");

        String imported = done.path("rows[0].id");
        Api.as("data-protection-officer")
                .get("/v1/registrations/{id}/provenance", imported)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].source", equalTo("partners.csv"))
                .body("items[0].row", equalTo(done.<Integer>path("rows[0].row")))
                .body("items[0].importedBy", equalTo("event-manager"));
        Api.as("event-manager")
                .get("/v1/registrations/{id}/provenance", UUID.randomUUID())
                .then()
                .statusCode(404);
        Api.as("rapporteur")
                .get("/v1/registrations/{id}/provenance", imported)
                .then()
                .statusCode(403);

        // The same file again registers nobody twice.
        send(event, "text/csv", csv(event), false).then().statusCode(200);
        assertThat(Sql.count("SELECT count(*) FROM registration WHERE event_id = ?::uuid", event))
                .isEqualTo(3);
    }

    @Test
    void jsonLinesMayHoldAnswersAndOnlyOrganisersImport() {
        String event = publishedEvent(Map.of()).id();
        Programme.manager()
                .header("If-Match", "\"0\"")
                .body(Map.of(
                        "questions",
                        List.of(Map.of(
                                "key",
                                "hotel",
                                "type",
                                "BOOLEAN",
                                "label",
                                Programme.text("Hotel?"),
                                "required",
                                true))))
                .put("/v1/events/{id}/registration-form", event)
                .then()
                .statusCode(200);
        String lines = """
                {"name":"Ana","address":"ana-%1$s@example.org","category":"EXPERT","consentWording":"1","answers":{"hotel":true}}
                {"name":"Bo","address":"bo-%1$s@example.org","category":"EXPERT","consentWording":"1"}
                """.formatted(event);
        send(event, "application/x-ndjson", lines, false)
                .then()
                .statusCode(200)
                .body("rows.outcome", equalTo(List.of("CREATED", "REFUSED")))
                .body("rows[1].errors[0].pointer", equalTo("/answers/hotel"));
        Api.as("rapporteur")
                .contentType("text/csv")
                .body("name\nx".getBytes(StandardCharsets.UTF_8))
                .post("/v1/events/{id}/registrations:import", event)
                .then()
                .statusCode(403);
    }
}
