package eu.mpf.events.linkeddata;

import static eu.mpf.events.Programme.contribution;
import static eu.mpf.events.Programme.event;
import static eu.mpf.events.Programme.manager;
import static eu.mpf.events.Programme.person;
import static eu.mpf.events.Programme.session;
import static eu.mpf.events.Programme.text;
import static eu.mpf.events.Programme.verb;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.events.Programme.Made;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import io.restassured.response.Response;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("E19")
class LinkedDataApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LINKED = "application/ld+json";
    private static final String CORE = LINKED + ";profile=\"http://data.europa.eu/m8g/\"";

    @Test
    void anEventIsASchemaOrgEventWithItsProgramme() throws Exception {
        Made event = published(Map.of("dayConfirmed", true, "mode", "HYBRID", "capacity", 120));
        Response answer = Api.anonymous().accept(LINKED).get("/v1/events/{id}", event.id());
        answer.then().statusCode(200);
        assertThat(answer.contentType()).startsWith(LINKED);
        assertThat(answer.header("ETag")).isNotBlank();
        JsonNode json = JSON.readTree(answer.asString());

        assertThat(Vocabulary.schemaOrg().faults(json)).isEmpty();
        assertThat(json.get("startDate").asText()).isEqualTo("2023-09-21T09:00:00+02:00");
        assertThat(json.get("eventAttendanceMode").asText()).isEqualTo("https://schema.org/MixedEventAttendanceMode");
        assertThat(json.get("location").findValuesAsText("@type")).contains("Place", "VirtualLocation");
        assertThat(json.get("superEvent").get("@type").asText()).isEqualTo("EventSeries");
        JsonNode panel = json.get("subEvent").get(0);
        assertThat(panel.get("performer").get(0).get("name").asText()).isEqualTo("Silvia Carta");
        assertThat(panel.get("performer").get(0).get("jobTitle").asText()).isEqualTo("Advocacy Officer");
        assertThat(panel.get("inLanguage").get(0).asText()).isEqualTo("en");
    }

    @Test
    void aCopyIsOldOnceASessionChangedOrAnotherVocabularyOrLanguageIsAskedFor() {
        Made event = published(Map.of());
        String etag = linked(event, LINKED, "en", "").header("ETag");
        linked(event, LINKED, "en", etag).then().statusCode(304);
        linked(event, LINKED, "fr", etag).then().statusCode(200);
        linked(event, CORE, "en", etag).then().statusCode(200);
        session(event.id(), "added", Map.of());
        linked(event, LINKED, "en", etag).then().statusCode(200);
    }

    private static Response linked(Made event, String type, String language, String etag) {
        return Api.anonymous()
                .accept(type)
                .header("Accept-Language", language)
                .header("If-None-Match", etag)
                .get("/v1/events/{id}", event.id());
    }

    @Test
    void whatIsUncertainMovedOrCancelledIsSaidSo() throws Exception {
        Made event = published(Map.of());
        assertThat(schemaOrg(event).get("startDate").asText()).isEqualTo("2023-09");

        String etag = manager().get("/v1/events/{id}", event.id()).header("ETag");
        etag = manager()
                .header("If-Match", etag)
                .body(Map.of(
                        "timeZone", "Europe/Brussels",
                        "startsLocal", "2023-10-30T10:00:00",
                        "endsLocal", "2023-10-30T12:00:00",
                        "reason", "The room is not free."))
                .post("/v1/events/{id}:reschedule", event.id())
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        JsonNode moved = schemaOrg(event);
        assertThat(moved.get("eventStatus").asText()).isEqualTo("https://schema.org/EventRescheduled");
        assertThat(OffsetDateTime.parse(moved.get("startDate").asText()))
                .isEqualTo(OffsetDateTime.parse("2023-10-30T09:00:00Z"));
        assertThat(moved.get("previousStartDate").asText()).isEqualTo("2023-09-21T09:00:00+02:00");

        manager()
                .header("If-Match", etag)
                .body(Map.of("reason", "No quorum."))
                .post("/v1/events/{id}:cancel", event.id())
                .then()
                .statusCode(200);
        assertThat(schemaOrg(event).get("eventStatus").asText()).isEqualTo("https://schema.org/EventCancelled");
        assertThat(core(event).at("/cv:eventStatus/@id").asText()).isEqualTo("https://schema.org/EventCancelled");
    }

    @Test
    void anEventIsAPublicEventOfTheCoreVocabulary() throws Exception {
        Made event = published(Map.of("dayConfirmed", true, "title", Map.of("en", "Exchange", "fr", "Échange")));
        JsonNode json = core(event);
        assertThat(Vocabulary.corePublicEvent().faults(json)).isEmpty();
        assertThat(json.get("@type").asText()).isEqualTo("cv:PublicEvent");
        List<String> languages = new ArrayList<>(json.get("dct:title").findValuesAsText("@language"));
        assertThat(languages).containsExactly("en", "fr");
        assertThat(json.at("/time:hasTime/time:hasBeginning/time:inXSDDateTimeStamp/@value")
                        .asText())
                .isEqualTo("2023-09-21T09:00:00+02:00");
        assertThat(json.at("/cv:subEvent/0/cv:hasParticipation/0/cv:hasParticipant/0/foaf:name")
                        .asText())
                .isEqualTo("Silvia Carta");
    }

    @Test
    void aDraftIsNoPublicEvent() {
        String draft = event().id();
        Api.anonymous().accept(LINKED).get("/v1/events/{id}", draft).then().statusCode(404);
        manager().accept(LINKED).get("/v1/events/{id}", draft).then().statusCode(404);
    }

    private static JsonNode schemaOrg(Made event) throws Exception {
        return JSON.readTree(Api.anonymous()
                .accept(LINKED)
                .get("/v1/events/{id}", event.id())
                .asString());
    }

    private static JsonNode core(Made event) throws Exception {
        return JSON.readTree(
                Api.anonymous().accept(CORE).get("/v1/events/{id}", event.id()).asString());
    }

    private static Made published(Map<String, Object> changes) {
        String series = "SERIES-" + UUID.randomUUID().toString().toUpperCase();
        manager()
                .body(Map.of("key", series, "name", text("MPF Exchange Event")))
                .post("/v1/event-series")
                .then()
                .statusCode(201);
        Map<String, Object> body = new java.util.HashMap<>(changes);
        body.put("series", series);
        body.put("audience", List.of("GRANTEE_CURRENT", "MEMBER_STATE"));
        Made event = event(body);
        Made panel = session(
                event.id(), "m4", Map.of("languages", List.of("en", "fr"), "startsLocal", "2023-09-21T11:00:00"));
        contribution(
                panel.id(),
                person("Silvia Carta", Map.of("honorific", "Ms")).id(),
                Map.of("role", "PANELLIST", "post", "Advocacy Officer", "organisation", "PICUM"));
        verb(event, "publish");
        return event;
    }
}
