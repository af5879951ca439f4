package eu.mpf.events;

import static eu.mpf.events.Programme.event;
import static eu.mpf.events.Programme.publishedEvent;
import static eu.mpf.events.Programme.session;

import eu.mpf.events.registration.Registrations;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Tokens;
import eu.mpf.testkit.access.OwnedObject;
import eu.mpf.testkit.access.OwnershipMatrix;
import eu.mpf.web.security.Roles;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import java.util.Set;

@MpfTest
class ObjectsTest extends OwnershipMatrix {

    private static final Set<String> STAFF =
            Set.of(Roles.EVENT_MANAGER, Roles.RAPPORTEUR, Roles.PROGRAMME_OFFICER, Roles.AUDITOR, Roles.ADMINISTRATOR);

    ObjectsTest() {
        super("events");
    }

    @Override
    protected List<OwnedObject> objects() {
        String draft = event().id();
        String session = session(draft, "S1", Map.of()).id();
        String published = publishedEvent(Map.of()).id();
        String open = session(published, "S1", Map.of()).id();
        String registration = Api.as("applicant-lv")
                .contentType(ContentType.JSON)
                .body(Registrations.body(Map.of()))
                .post("/v1/events/{id}/registrations", published)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String question = Api.anonymous()
                .contentType(ContentType.JSON)
                .body(Map.of("text", "Who pays?"))
                .post("/v1/sessions/{id}/questions", open)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String synopsis = Api.as("rapporteur")
                .contentType(ContentType.JSON)
                .body(Map.of("language", "en"))
                .post("/v1/events/{id}/synopses", published)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return List.of(
                new OwnedObject(
                        "a draft of an event",
                        "/v1/events/{eventId}",
                        Map.of("eventId", draft),
                        STAFF,
                        Map.of("GET /retention", Set.of(Roles.DATA_PROTECTION_OFFICER)),
                        List.of()),
                new OwnedObject(
                        "a session of a draft",
                        "/v1/sessions/{sessionId}",
                        Map.of("sessionId", session),
                        STAFF,
                        List.of()),
                new OwnedObject(
                        "a question not approved",
                        "/v1/sessions/{sessionId}/questions/{questionId}",
                        Map.of("sessionId", open, "questionId", question),
                        STAFF,
                        List.of()),
                new OwnedObject(
                        "a registration",
                        "/v1/registrations/{registrationId}",
                        Map.of("registrationId", registration),
                        Set.of(Roles.EVENT_MANAGER),
                        Map.of(
                                "GET /provenance",
                                Set.of(Roles.ADMINISTRATOR, Roles.AUDITOR, Roles.DATA_PROTECTION_OFFICER)),
                        List.of(Tokens.of("applicant-lv"))),
                new OwnedObject(
                        "a draft of a synopsis",
                        "/v1/synopses/{synopsisId}",
                        Map.of("synopsisId", synopsis),
                        STAFF,
                        List.of()));
    }
}
